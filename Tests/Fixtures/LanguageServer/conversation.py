"""Talks with `funaban lsp` as an editor does, through the client of pygls.

Usage: conversation.py PROGRAM FOLDER TALK

FOLDER is an empty folder to work in. A talk that does not go as it should ends with an exception.
"""

import asyncio
import pathlib
import sys

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

PROGRAM, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()

TASK = """\
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: app # 検問所 🚢
          Image: nginx:1.29
          {key}: true
"""
PRIVILEGED = TASK.format(key="Privileged")
HARMLESS = TASK.format(key="ReadonlyRootFilesystem")


class Editor(LanguageClient):
    """An editor that remembers what it was sent."""

    def __init__(self):
        super().__init__("editor", "1")
        self.published = {}
        self.messages = []
        self.news = asyncio.Event()

        @self.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def publish(params: lsp.PublishDiagnosticsParams):
            self.published[params.uri] = params
            self.news.set()

        @self.feature(lsp.WINDOW_SHOW_MESSAGE)
        def show(params: lsp.ShowMessageParams):
            self.messages.append(params.message)
            self.news.set()

    async def begin(self, encodings=None, locale="en", arguments=()):
        await self.start_io(PROGRAM, "lsp", *arguments)
        kinds = lsp.ClientCodeActionKindOptions(value_set=[lsp.CodeActionKind.QuickFix])
        capabilities = lsp.ClientCapabilities(
            general=lsp.GeneralClientCapabilities(position_encodings=encodings),
            workspace=lsp.WorkspaceClientCapabilities(
                workspace_edit=lsp.WorkspaceEditClientCapabilities(document_changes=True)
            ),
            text_document=lsp.TextDocumentClientCapabilities(
                publish_diagnostics=lsp.PublishDiagnosticsClientCapabilities(
                    related_information=True, code_description_support=True
                ),
                code_action=lsp.CodeActionClientCapabilities(
                    code_action_literal_support=lsp.ClientCodeActionLiteralOptions(kinds)
                ),
            ),
        )
        answer = await self.initialize_async(
            lsp.InitializeParams(
                process_id=None,
                root_uri=FOLDER.as_uri(),
                capabilities=capabilities,
                locale=locale,
                workspace_folders=[lsp.WorkspaceFolder(FOLDER.as_uri(), "work")],
            )
        )
        self.initialized(lsp.InitializedParams())
        return answer

    async def until(self, holds):
        """Waits until something that was sent makes `holds` true."""
        while not holds():
            self.news.clear()
            await asyncio.wait_for(self.news.wait(), 20)

    def open(self, uri, text, language="yaml"):
        item = lsp.TextDocumentItem(uri, language, 1, text)
        self.text_document_did_open(lsp.DidOpenTextDocumentParams(item))

    def change(self, uri, version, *changes):
        self.text_document_did_change(
            lsp.DidChangeTextDocumentParams(
                lsp.VersionedTextDocumentIdentifier(version, uri), list(changes)
            )
        )

    async def diagnostics(self, uri, version):
        await self.until(
            lambda: uri in self.published and self.published[uri].version == version
        )
        return {str(each.code): each for each in self.published[uri].diagnostics}

    async def end(self):
        await self.shutdown_async(None)
        self.exit(None)
        code = await asyncio.wait_for(self._server.wait(), 20)
        assert code == 0, f"exit code {code}"


def whole(text):
    return lsp.TextDocumentContentChangeWholeDocument(text)


def part(start, end, text):
    return lsp.TextDocumentContentChangePartial(
        range=lsp.Range(lsp.Position(*start), lsp.Position(*end)), text=text
    )


def uri(name):
    return (FOLDER / name).as_uri()


def applied(text, edits, encoding):
    """The text with the edits of the protocol made, counted in the units of `encoding`."""
    lines = text.splitlines(keepends=True)
    width = 2 if encoding == "utf-16-le" else 1

    def offset(position):
        before = "".join(lines[: position.line])
        line = lines[position.line] if position.line < len(lines) else ""
        return len(before) + len(line.encode(encoding)[: position.character * width].decode(encoding))

    for edit in sorted(edits, key=lambda edit: offset(edit.range.start), reverse=True):
        text = text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end) :]
    return text


async def typing():
    """Opening shows findings, mending them takes them away, closing empties the list."""
    editor = Editor()
    answer = await editor.begin()
    assert answer.server_info.name == "funaban"
    assert answer.capabilities.position_encoding == "utf-16"
    name = uri("検問所 1.yaml")
    editor.open(name, PRIVILEGED)
    found = await editor.diagnostics(name, 1)
    assert found["ECS.4"].severity == lsp.DiagnosticSeverity.Error, found
    assert found["ECS.4"].source == "funaban"
    assert found["ECS.4"].code_description.href.startswith("https://")
    assert found["ECS.4"].range.start == lsp.Position(7, 22), found["ECS.4"].range
    editor.change(name, 2, whole(HARMLESS))
    found = await editor.diagnostics(name, 2)
    assert "ECS.4" not in found and "ECS.5" not in found, found
    editor.change(
        name, 3, part((7, 10), (7, 32), "Privileged"), part((7, 22), (7, 26), "false")
    )
    found = await editor.diagnostics(name, 3)
    assert "ECS.5" in found and "ECS.4" not in found, found
    editor.text_document_did_close(
        lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(name))
    )
    await editor.until(lambda: not editor.published[name].diagnostics)
    await editor.end()


async def reading():
    """Hovering tells the story of a finding, in the language of the client."""
    for locale, word in [("en", "Privileged"), ("ja-JP", "特権")]:
        editor = Editor()
        await editor.begin(locale=locale)
        name = uri("task.yaml")
        editor.open(name, PRIVILEGED)
        found = await editor.diagnostics(name, 1)
        document = lsp.TextDocumentIdentifier(name)
        place = found["ECS.4"].range.start
        hover = await editor.text_document_hover_async(lsp.HoverParams(document, place))
        assert hover.contents.kind == lsp.MarkupKind.Markdown
        assert "ECS.4" in hover.contents.value and "```yaml" in hover.contents.value
        assert word.lower() in hover.contents.value.lower(), hover.contents.value
        empty = await editor.text_document_hover_async(
            lsp.HoverParams(document, lsp.Position(0, 0))
        )
        assert empty is None, empty
        await editor.end()


async def acting():
    """A code action applies to the text as it stands, and leaves what the text says."""
    for encoding in ["utf-16", "utf-8"]:
        editor = Editor()
        answer = await editor.begin(encodings=[encoding])
        assert answer.capabilities.position_encoding == encoding
        name = uri("船.yaml")
        editor.open(name, PRIVILEGED)
        found = await editor.diagnostics(name, 1)
        asked = lsp.CodeActionParams(
            lsp.TextDocumentIdentifier(name),
            found["ECS.4"].range,
            lsp.CodeActionContext([found["ECS.4"]]),
        )
        actions = await editor.text_document_code_action_async(asked)
        accept = next(each for each in actions if each.title.startswith("Accept ECS.4"))
        change = accept.edit.document_changes[0]
        assert (change.text_document.uri, change.text_document.version) == (name, 1)
        units = "utf-16-le" if encoding == "utf-16" else "utf-8"
        text = applied(PRIVILEGED, change.edits, units)
        lines = text.splitlines()
        assert lines[7] == '          # funaban:accept ECS.4 reason=""', text
        assert lines[:7] + lines[8:] == PRIVILEGED.splitlines(), text
        await editor.end()


MENDED = {
    "task.json": (
        "json",
        """\
{
  "family": "検問所", "containerDefinitions": [
    { "name": "app", "image": "nginx:1.29", "privileged": true, "user": "1000" }
  ]
}
""",
        ('"privileged": true', '"privileged": false'),
    ),
    "template.yaml": ("yaml", PRIVILEGED, ("Privileged: true", "Privileged: false")),
    "main.tf": (
        "terraform",
        """\
resource "aws_ecs_task_definition" "app" {
  family = "検問所" # 🚢
  container_definitions = jsonencode([{
    name = "app", image = "nginx:1.29" # the image
    privileged = true
  }])
}
""",
        ("privileged = true", "privileged = false"),
    ),
}


async def mending():
    """A fix is made for the text as it stands, mends the finding and leaves the rest as it was."""
    for encoding in ["utf-16", "utf-8"]:
        editor = Editor()
        await editor.begin(encodings=[encoding])
        for file, (language, text, (flaw, cure)) in MENDED.items():
            name = uri(file)
            (FOLDER / file).write_text("")
            editor.open(name, text, language)
            found = await editor.diagnostics(name, 1)
            action = await fix(editor, name, found["ECS.4"])
            assert action.title.endswith("(needs review)") and not action.is_preferred, action
            change = action.edit.document_changes[0]
            assert (change.text_document.uri, change.text_document.version) == (name, 1)
            units = "utf-16-le" if encoding == "utf-16" else "utf-8"
            mended = applied(text, change.edits, units)
            assert mended == text.replace(flaw, cure), mended
            editor.change(name, 2, whole(mended))
            assert "ECS.4" not in await editor.diagnostics(name, 2)
            (FOLDER / file).unlink()
            editor.text_document_did_close(
                lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(name))
            )
        await editor.end()


async def fix(editor, name, diagnostic):
    """The action that fixes what a diagnostic says."""
    asked = lsp.CodeActionParams(
        lsp.TextDocumentIdentifier(name), diagnostic.range, lsp.CodeActionContext([diagnostic])
    )
    actions = await editor.text_document_code_action_async(asked)
    return next(each for each in actions if each.title.startswith(f"Fix {diagnostic.code}: "))


async def counting():
    """Columns behind Japanese and an emoji are counted in the units that were agreed on."""
    text = PRIVILEGED.replace("- Name: app # 検問所 🚢", "- { Name: 検問所🚢, Privileged: true }")
    text = text[: text.index("          Image:")]
    for encoding, column in [("utf-16", 37), ("utf-8", 45)]:
        editor = Editor()
        await editor.begin(encodings=[encoding])
        name = uri("columns.yaml")
        editor.open(name, text)
        found = await editor.diagnostics(name, 1)
        start, end = found["ECS.4"].range.start, found["ECS.4"].range.end
        assert (start.line, start.character) == (5, column), start
        editor.change(name, 2, part((5, start.character), (5, end.character), "false"))
        assert "ECS.4" not in await editor.diagnostics(name, 2)
        await editor.end()


async def modules():
    """A change in a module is judged with the root module that calls it, unsaved texts first."""
    (FOLDER / "app").mkdir()
    (FOLDER / "main.tf").write_text('module "app" {\n  source = "./app"\n  privileged = true\n}\n')
    module = """\
variable "privileged" { default = false }

resource "aws_ecs_task_definition" "app" {
  family                = "app"
  container_definitions = jsonencode([{ name = "app", image = "nginx:1", privileged = var.privileged }])
}
"""
    (FOLDER / "app" / "main.tf").write_text(module)
    editor = Editor()
    await editor.begin()
    inner, outer = uri("app/main.tf"), uri("main.tf")
    editor.open(inner, module, "terraform")
    await editor.diagnostics(inner, 1)
    everywhere = lambda: {
        str(each.code) for params in editor.published.values() for each in params.diagnostics
    }
    await editor.until(lambda: "ECS.4" in everywhere())
    editor.open(outer, 'module "app" {\n  source = "./app"\n}\n', "terraform")
    await editor.until(lambda: outer in editor.published and editor.published[outer].version == 1)
    await editor.until(lambda: "ECS.4" not in everywhere())
    await editor.end()


async def settings():
    """Settings and acceptances count while they are written; broken ones are told once."""
    (FOLDER / ".funaban.yaml").write_text("skip: [ECS.5]\nnonsense: 1\n")
    editor = Editor()
    await editor.begin()
    name, register = uri("task.yaml"), uri(".funaban/acceptances.yaml")
    editor.open(name, PRIVILEGED)
    found = await editor.diagnostics(name, 1)
    assert "ECS.4" in found and "ECS.5" not in found, found
    assert len(editor.messages) == 1 and "nonsense" in editor.messages[0], editor.messages
    assert editor.published[uri(".funaban.yaml")].diagnostics[0].range.start.line == 1
    editor.open(register, "acceptances: [{ control: ECS.4, reason: agreed }]\n")
    await editor.until(
        lambda: all(each.code != "ECS.4" for each in editor.published[name].diagnostics)
    )
    await editor.end()


async def refusing():
    """Excluded documents are not judged; settings that cannot be used are told, and nothing stops."""
    (FOLDER / ".funaban.yaml").write_text("exclude: [vendor/]\n")
    editor = Editor()
    await editor.begin()
    name, foreign = uri("task.yaml"), uri("vendor/task.yaml")
    editor.open(foreign, PRIVILEGED)
    assert not await editor.diagnostics(foreign, 1)
    editor.open(name, PRIVILEGED)
    assert await editor.diagnostics(name, 1)
    assert not editor.messages, editor.messages
    (FOLDER / ".funaban.yaml").write_text("rules: [nowhere]\n")
    event = lsp.FileEvent(uri(".funaban.yaml"), lsp.FileChangeType.Changed)
    editor.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([event]))
    await editor.until(lambda: editor.messages)
    editor.change(name, 2, whole(PRIVILEGED))
    assert "ECS.4" in await editor.diagnostics(name, 2)
    await editor.end()


if __name__ == "__main__":
    asyncio.run(asyncio.wait_for(globals()[sys.argv[3]](), 60))
