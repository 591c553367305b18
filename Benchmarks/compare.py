"""CPU seconds and peak memory of funaban and Checkov on the same sources.

Usage: compare.py FUNABAN CHECKOV
"""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

import corpus

ROOT = pathlib.Path(__file__).parent.parent
# Seconds after which Checkov is stopped; its row then shows what it had used by then.
LIMIT = 600
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
        compare("500 templates", funaban, checkov, corpus.templates(base / "five", 500), "-d", (3, 1))
        thousand = corpus.templates(base / "ten", 1000)
        row("funaban, 1,000 templates", *measure([funaban, "scan", thousand], 3))
        row("funaban, 1,000 templates, JSON, all",
            *measure([funaban, "scan", thousand, "--format", "json", "--all"], 1))
        repository = corpus.repository(base / "repository", 1000)
        compare("1,000 .tf files", funaban, checkov, repository, "-d", (3, 1), "terraform")
        nested = corpus.nested_modules(base / "nested")
        compare("nested modules, 40 services", funaban, checkov, nested, "-d", (5, 1), "terraform")


def compare(name, funaban, checkov, path, flag, runs, framework="cloudformation"):
    ours = measure([funaban, "scan", path], runs[0])
    limited = ["timeout", str(LIMIT), checkov]
    theirs = measure(limited + [flag, path, "--framework", framework, "--quiet", "--compact"],
                     runs[1])
    row(f"funaban, {name}", *ours)
    row(f"checkov, {name}", *theirs, f"{theirs[0] / ours[0]:.0f}x")


main(*sys.argv[1:])
