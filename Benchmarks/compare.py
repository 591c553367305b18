"""CPU seconds and peak memory of funaban and Checkov on the same templates.

Usage: compare.py FUNABAN CHECKOV
"""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).parent.parent
TASK = """family: small
containerDefinitions:
  - name: web
    image: nginx
    user: "1000"
"""


def measure(command, runs):
    """The median CPU seconds and the greatest peak memory (MB) of `runs` runs."""
    seconds, memory = [], 0
    for _ in range(runs):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(process.pid, 0)
        seconds.append(usage.ru_utime + usage.ru_stime)
        memory = max(memory, usage.ru_maxrss / 1024)
    return statistics.median(seconds), memory


def templates(folder, count):
    """Writes `count` templates, each the example's with a number in its names."""
    text = (ROOT / "Examples/shop.yaml").read_text()
    for number in range(count):
        changed = text.replace("shop", f"shop{number}").replace("WebTask", f"WebTask{number}")
        (folder / f"{number:04}.yaml").write_text(changed)
    return folder


def row(name, seconds, memory, ratio=""):
    print(f"{name:<48} {seconds:>9.3f} {memory:>9.1f} {ratio:>9}")


def main(funaban, checkov):
    print(f"{'':<48} {'CPU s':>9} {'MB':>9} {'ratio':>9}")
    with tempfile.TemporaryDirectory() as temporary:
        base = pathlib.Path(temporary)
        small = base / "small.yaml"
        small.write_text(TASK)
        row("funaban --version", *measure([funaban, "--version"], 20))
        row("funaban, a task definition of 5 lines", *measure([funaban, "scan", small], 20))
        compare("one template", funaban, checkov, ROOT / "Examples/shop.yaml", "-f", (20, 3))
        (base / "five").mkdir()
        folder = templates(base / "five", 500)
        compare("500 templates", funaban, checkov, folder, "-d", (3, 1))
        (base / "ten").mkdir()
        thousand = templates(base / "ten", 1000)
        row("funaban, 1,000 templates", *measure([funaban, "scan", thousand], 3))
        row("funaban, 1,000 templates, JSON, all",
            *measure([funaban, "scan", thousand, "--format", "json", "--all"], 1))


def compare(name, funaban, checkov, path, flag, runs):
    ours = measure([funaban, "scan", path], runs[0])
    theirs = measure([checkov, flag, path, "--framework", "cloudformation", "--quiet", "--compact"],
                     runs[1])
    row(f"funaban, {name}", *ours)
    row(f"checkov, {name}", *theirs, f"{theirs[0] / ours[0]:.0f}x")


main(*sys.argv[1:])
