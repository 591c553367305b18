import LanguageServer
import SourceText
import Templates
import Testing

@Suite struct OverlayLoaderTests {
  private let loader = OverlayLoader(
    [
      "/work/app/main.tf": SourceFile(path: "app/main.tf", text: "open"),
      "/shared/new.tf": SourceFile(path: "/shared/new.tf", text: "never saved"),
    ],
    root: "/work",
    over: MemoryLoader(files: ["app/main.tf": "saved", "app/other.tf": "other"])
  )

  @Test(arguments: [
    ("app/main.tf", "open"), ("./app/../app/main.tf", "open"), ("/work/app/main.tf", "open"),
    ("app/other.tf", "other"), ("../shared/new.tf", "never saved"),
  ])
  func `an open document counts, by whatever path it is asked for`(
    path: String,
    text: String
  ) throws {
    let file = try loader.load(path).get()
    #expect(String(decoding: file.bytes, as: UTF8.self) == text)
    #expect(file.path == path)
  }

  @Test func `a folder holds what is on disk and what was never saved`() throws {
    #expect(try loader.list("app").get().sorted() == ["main.tf", "other.tf"])
    #expect(try loader.list("../shared").get() == ["new.tf"])
  }

  @Test func `a file that is missing is on record, for it may come into being`() {
    #expect(throws: LoadError.self) { try loader.load("app/vars.tf").get() }
    #expect(loader.askedPaths == ["/work/app/vars.tf"])
  }
}
