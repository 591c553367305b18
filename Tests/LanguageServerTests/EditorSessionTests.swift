import LanguageServer
import SourceText
import Testing

@Suite struct EditorSessionTests {
  private let uri = "file:///work/task.yaml"

  private func task(_ line: String) -> String {
    """
    containerDefinitions:
      - name: app
        image: nginx:1.29
        \(line)

    """
  }

  @Test(arguments: [
    (#"{"id":1,"method":"textDocument/rename","params":{}}"#, -32601),
    (#"{"id":1,"method":"$/unheardOf"}"#, -32601),
    (#"{"id":1,"method":"initialize","params":{}}"#, -32600),
    (#"{"id":1,"method":"textDocument/hover","params":{}}"#, -32602),
    (#"{"id":1,"method":"textDocument/codeAction"}"#, -32602),
    (#"{"id":1}"#, -32600),
    (#"[1]"#, -32600),
    (#"{"id":"#, -32700),
  ])
  func `a request that cannot be answered is answered with an error`(text: String, code: Int) {
    var talk = Talk()
    #expect(talk.send(text).map { $0["error"]?["code"] } == [.number(code)])
  }

  @Test func `nothing is answered before the beginning, and nothing behind the end`() {
    var fresh = EditorSession(
      EditorSession.Options(version: "1"),
      host: MemoryHost(),
      offerings: []
    )
    let early = fresh.receive([Array(#"{"id":1,"method":"shutdown"}"#.utf8)])
    #expect(early.map { $0["error"]?["code"] } == [-32002])
    var talk = Talk()
    #expect(talk.send(#"{"id":1,"method":"shutdown"}"#).map { $0["result"] } == [.null])
    #expect(talk.session.exitCode == nil)
    let late = talk.send(#"{"id":2,"method":"textDocument/hover","params":{}}"#)
    #expect(late.map { $0["error"]?["code"] } == [-32600])
    _ = talk.send(#"{"method":"exit"}"#, #"{"id":3,"method":"shutdown"}"#)
    #expect(talk.session.exitCode == 0)
  }

  @Test func `behind the end nothing is left to judge`() {
    var talk = Talk()
    let item = #"{"uri":"file:///work/a.yaml","languageId":"yaml","version":1,"text":""}"#
    let open = #"{"method":"textDocument/didOpen","params":{"textDocument":\#(item)}}"#
    _ = talk.send(open)
    #expect(talk.session.isUnsettled)
    _ = talk.send(#"{"id":1,"method":"shutdown"}"#)
    #expect(!talk.session.isUnsettled)
  }

  @Test func `a request that was cancelled in the meantime is not worked on`() {
    var talk = Talk()
    let answers = talk.send(
      #"{"id":"a","method":"textDocument/hover","params":{}}"#,
      #"{"method":"$/cancelRequest","params":{"id":"a"}}"#
    )
    #expect(answers.map { $0["error"]?["code"] } == [-32800])
  }

  @Test(arguments: [
    #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///work/task.yaml"},"contentChanges":[{"range":{"start":{"line":99999999999,"character":-5},"end":{"line":-1,"character":1e30}},"text":"x"}]}}"#,
    #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///work/other.yaml"},"contentChanges":[{"text":"x"}]}}"#,
    #"{"method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:1","text":"x"}}}"#,
    #"{"method":"textDocument/didOpen","params":{"textDocument":{"uri":7}}}"#,
    #"{"method":"textDocument/didClose","params":[]}"#,
    #"{"method":"workspace/didChangeWatchedFiles","params":{"changes":[{},7]}}"#,
    #"{"method":"$/setTrace","params":{"value":"off"}}"#,
    #"{"id":"funaban-watchers","result":null}"#,
  ])
  func `a message that makes no sense is passed over`(text: String) {
    var talk = Talk()
    _ = talk.open(uri, task("privileged: true"))
    #expect(talk.send(text) == [])
    let published = talk.change(uri, task("privileged: true"))
    #expect(published.codes(uri)?.contains("ECS.4") == true)
  }

  @Test func `a document that is no file has no story to tell`() throws {
    var talk = Talk()
    let place: JSONValue = ["line": 0, "character": 0]
    let answer = try talk.request(
      "textDocument/hover",
      ["textDocument": ["uri": "untitled:Untitled-1"], "position": place]
    )
    #expect(answer["result"] == .null)
  }

  @Test func `a burst of changes is judged once, by its last text`() {
    var talk = Talk()
    _ = talk.open(uri, task("privileged: true"))
    let texts = ["privileged: tru", "privileged: false", "readonlyRootFilesystem: true"]
    let changes = texts.map { text -> [UInt8] in
      let message: JSONValue = [
        "method": "textDocument/didChange",
        "params": [
          "textDocument": ["uri": .string(uri), "version": 3],
          "contentChanges": [["text": .string(task(text))]],
        ],
      ]
      return message.bytes
    }
    #expect(talk.session.receive(changes) == [])
    #expect(talk.session.isUnsettled)
    let published = talk.session.settle()
    #expect(published.count == 1)
    #expect(published.codes(uri)?.contains("ECS.5") == false)
    #expect(published.codes(uri)?.contains("ECS.4") == false)
    #expect(!talk.session.isUnsettled)
  }

  @Test func `what cannot be parsed is told where it stands`() throws {
    var talk = Talk()
    let published = talk.open(uri, task("privileged: [true"))
    let codes = try #require(published.codes(uri))
    #expect(codes.contains { $0.hasPrefix("yaml.") })
  }

  @Test func `a closed document has no diagnostics any more`() {
    var talk = Talk()
    _ = talk.open(uri, task("privileged: true"))
    let published = talk.notify("textDocument/didClose", ["textDocument": ["uri": .string(uri)]])
    #expect(published.codes(uri) == [])
  }

  @Test func `a document of another trade has none`() {
    var talk = Talk()
    #expect(talk.open(uri, "name: demo\non: push\n").codes(uri) == [])
    let readme = "file:///work/README.md"
    #expect(talk.open(readme, "# Title", language: "markdown").codes(readme) == [])
  }

  @Test func `a Dockerfile is known by its language where its name does not tell`() {
    var talk = Talk()
    let image = "file:///work/image.txt"
    let published = talk.open(image, "FROM nginx:1.29\nADD . /app\n", language: "dockerfile")
    #expect(published.codes(image)?.isEmpty == false)
  }

  @Test func `a module is judged with the one that calls it, as both stand in the editor`() {
    let module = """
      variable "privileged" { default = false }
      resource "aws_ecs_task_definition" "app" {
        family                = "app"
        container_definitions = jsonencode([{ name = "app", image = "i", privileged = var.privileged }])
      }

      """
    let call = "module \"app\" {\n  source = \"../modules/app\"\n  privileged = %\n}\n"
    let files = [
      "env/main.tf": call.replacing("%", with: "true"), "modules/app/main.tf": module,
    ]
    var talk = Talk(MemoryHost(files: files))
    let (inner, outer) = ("file:///work/modules/app/main.tf", "file:///work/env/main.tf")
    #expect(talk.open(inner, module).codes(outer)?.contains("ECS.4") == true)
    let mended = talk.open(outer, call.replacing("%", with: "false"))
    #expect(mended.codes(outer)?.contains("ECS.4") == false)
  }

  @Test func `a nested stack is judged as a part of the template that is open beside it`() {
    let child =
      "Parameters: { P: { Type: String } }\nResources:\n  T:\n"
      + "    Type: AWS::ECS::TaskDefinition\n    Properties:\n      ContainerDefinitions:\n"
      + "        - { Name: app, Image: i, Privileged: !Ref P }\n"
    let parent =
      "Resources:\n  S:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n"
      + "      TemplateURL: child.yaml\n      Parameters: { P: \"true\" }\n"
    var talk = Talk(MemoryHost(files: ["child.yaml": child]))
    let (inner, outer) = ("file:///work/child.yaml", "file:///work/parent.yaml")
    #expect(talk.open(inner, child).codes(inner)?.contains("ECS.4") == false)
    let both = talk.open(outer, parent)
    #expect(
      (both.codes(inner) ?? []).contains("ECS.4") || (both.codes(outer) ?? []).contains("ECS.4")
    )
  }

  @Test func `a client that can be asked is asked to watch files`() {
    let capability = #"{"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true}}}"#
    var talk = Talk(capabilities: capability)
    let messages = talk.send(#"{"method":"initialized","params":{}}"#)
    #expect(messages.map { $0["method"] } == ["client/registerCapability"])
    var other = Talk()
    #expect(other.send(#"{"method":"initialized","params":{}}"#) == [])
  }

  @Test func `a value that may be secret is not shown`() {
    var talk = Talk()
    let text = task("environment: [{ name: DB_PASSWORD, value: hunter2-hunter2 }]")
    let published = talk.open(uri, text)
    #expect(published.codes(uri)?.contains("ECS.8") == true)
    let bytes = published.flatMap(\.bytes)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("hunter2"))
  }
}
