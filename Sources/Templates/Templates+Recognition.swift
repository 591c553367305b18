import Glibc
package import SourceText
package import Syntax

extension Templates {
  /// Whether `file` may be worth parsing, by its name or its bytes; cheap, and never wrong about a no.
  package static func recognises(_ file: SourceFile) -> Bool {
    ComposeFile.hasName(file.path) || CopilotManifest.hasName(file.path) || recognises(file.bytes)
  }

  /// Whether a file with these `bytes` may be worth parsing; cheap, and never wrong about a no.
  package static func recognises(_ bytes: [UInt8]) -> Bool {
    isTemplate(bytes) || mayBeCompose(bytes) || mayBeManifest(bytes)
      || contains(bytes, "task_definition", anchor: 4) || contains(bytes, "run_params", anchor: 3)
  }

  /// Whether `file` is so surely one of ours that whoever wrote it must hear why it cannot be read.
  ///
  /// A chart or a playbook that no YAML parser reads may well speak of services and images.
  package static func isUnmistakable(_ file: SourceFile) -> Bool {
    ComposeFile.hasName(file.path) || CopilotManifest.hasName(file.path) || isTemplate(file.bytes)
  }

  /// What to say of a file that stands where Copilot's manifests do, and is none; `nil` for others.
  package static func manifestProblem(of tree: SyntaxTree) -> Diagnostic? {
    guard CopilotManifest.hasName(tree.file.path) else { return nil }
    let type = tree.documents.first?["type"]?.location
    return .unknownManifestType(at: type ?? SourceLocation(tree.file, SourceRange(0, 0)))
  }

  /// Whether the marks of a task definition or of a CloudFormation template are in `bytes`.
  private static func isTemplate(_ bytes: [UInt8]) -> Bool {
    // A text in UTF-16 cannot be read, but whoever meant it as a template must be told.
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return isTemplate(bytes.dropFirst(2).filter { $0 != 0 })
    }
    if contains(bytes, "ontainerDefinitions", anchor: 8) || isTerraform(bytes) { return true }
    if contains(bytes, "Resources", anchor: 0) || contains(bytes, "AWSTemplate", anchor: 1) {
      return contains(bytes, "::", anchor: 0) || contains(bytes, "AWSTemplate", anchor: 1)
    }
    return startsList(bytes) && contains(bytes, "mage", anchor: 2)
      && contains(bytes, "ame", anchor: 1)
  }

  /// Whether the file may be a plan, a state, or what is taken for one by mistake.
  private static func isTerraform(_ bytes: [UInt8]) -> Bool {
    contains(bytes, "\"format_version\"", anchor: 7) || contains(bytes, "\"lineage\"", anchor: 6)
      || contains(bytes, "\"@level\"", anchor: 1)
  }

  /// Whether the keys that a Compose file cannot do without occur in `bytes`.
  private static func mayBeCompose(_ bytes: [UInt8]) -> Bool {
    contains(bytes, "services", anchor: 3)
      && (contains(bytes, "image", anchor: 3) || contains(bytes, "build", anchor: 0)
        || contains(bytes, "extends", anchor: 1) || contains(bytes, "provider", anchor: 3))
  }

  /// Whether one of the types of a Copilot manifest occurs in `bytes`.
  private static func mayBeManifest(_ bytes: [UInt8]) -> Bool {
    contains(bytes, " Web Service", anchor: 1) || contains(bytes, "Backend Service", anchor: 0)
      || contains(bytes, "Worker Service", anchor: 0)
      || contains(bytes, "Scheduled Job", anchor: 10)
      || contains(bytes, "Static Site", anchor: 7) || contains(bytes, "Environment", anchor: 4)
  }

  /// Whether the first thing in `bytes`, comments aside, is an element of a list.
  private static func startsList(_ bytes: [UInt8]) -> Bool {
    var isComment = false
    for byte in bytes.prefix(65_536) {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): isComment = false
      case _ where isComment: continue
      case UInt8(ascii: "#"), UInt8(ascii: "/"): isComment = true
      case UInt8(ascii: "["), UInt8(ascii: "-"): return true
      case 0...0x20, 0xEF, 0xBB, 0xBF: continue
      default: return false
      }
    }
    return false
  }

  /// Whether `needle` occurs in `bytes`; its byte at `anchor` should be a rare one.
  private static func contains(_ bytes: [UInt8], _ needle: StaticString, anchor: Int) -> Bool {
    unsafe bytes.withUnsafeBytes { haystack in
      guard let base = haystack.baseAddress else { return false }
      let length = needle.utf8CodeUnitCount
      let rare = unsafe Int32(needle.utf8Start[anchor])
      var offset = anchor
      while offset + length - anchor <= haystack.count,
        let hit = unsafe memchr(base + offset, rare, haystack.count - offset)
      {
        let start = unsafe base.distance(to: UnsafeRawPointer(hit)) - anchor
        guard start + length <= haystack.count else { return false }
        if unsafe memcmp(base + start, needle.utf8Start, length) == 0 { return true }
        offset = start + anchor + 1
      }
      return false
    }
  }
}
