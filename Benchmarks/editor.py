"""Measures what a keystroke in a long source costs the language server, in CPU time.

Usage: editor.py PROGRAM SOURCE [KEYSTROKES [LINES]]

Types into SOURCE, or into its first LINES up to the end of a resource, as an editor does, first with a pause behind each character, then fluently.
"""

import json
import pathlib
import statistics
import subprocess
import sys
import time

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
KEYSTROKES = int(sys.argv[3]) if len(sys.argv) > 3 else 40
LINES = int(sys.argv[4]) if len(sys.argv) > 4 else None


def source():
    """The text to type into: whole resources only."""
    lines = SOURCE.read_text().splitlines(keepends=True)
    end = len(lines) if LINES is None else min(LINES, len(lines))
    while end < len(lines) and lines[end].strip():
        end -= 1
    return "".join(lines[:end])


class Server:
    """The server, and how much CPU time it has taken."""

    def __init__(self):
        self.process = subprocess.Popen(
            [PROGRAM, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def send(self, method, params, number=None):
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        if number is not None:
            message["id"] = number
        content = json.dumps(message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self.process.stdin.flush()

    def receive(self):
        length = int(self.process.stdout.readline().split(b":")[1])
        self.process.stdout.readline()
        return json.loads(self.process.stdout.read(length))

    def until(self, version):
        while True:
            params = self.receive().get("params", {})
            if params.get("version") == version:
                return len(params["diagnostics"])

    def milliseconds(self):
        """The CPU time of all threads so far."""
        tasks = pathlib.Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e6


def typed(server, uri, versions, line, pause):
    """The CPU time of each keystroke, every `pause` seconds one, or `None` to wait for the findings."""
    costs = []
    for version in versions:
        before = server.milliseconds()
        place = {"line": line, "character": 0}
        change = {"range": {"start": place, "end": place}, "text": "#\n" if version == 1 else " "}
        document = {"uri": uri, "version": version}
        server.send("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
        if pause is None:
            server.until(version)
        else:
            time.sleep(pause)
        costs.append(server.milliseconds() - before)
    return costs


def main():
    server, uri, text = Server(), SOURCE.as_uri(), source()
    folder = {"processId": None, "rootUri": SOURCE.parent.as_uri(), "capabilities": {}}
    server.send("initialize", folder, 1)
    server.receive()
    server.send("initialized", {})
    document = {"uri": uri, "languageId": "", "version": 0, "text": text}
    server.send("textDocument/didOpen", {"textDocument": document})
    findings = server.until(0)
    opening, middle = server.milliseconds(), len(text.splitlines()) // 2
    single = typed(server, uri, range(1, KEYSTROKES), middle, None)
    before = server.milliseconds()
    typed(server, uri, range(KEYSTROKES, 2 * KEYSTROKES), middle, 0.15)
    server.until(2 * KEYSTROKES - 1)
    fluent = (server.milliseconds() - before) / KEYSTROKES
    print(
        f"{SOURCE.name}: {len(text.splitlines())} lines, {findings} findings; CPU: opening"
        f" {opening:.0f} ms, a keystroke {fluent:.1f} ms in fluent typing (150 ms apart),"
        f" {statistics.median(single):.1f} ms with a pause behind it"
    )
    server.process.stdin.close()


main()
