package import SourceText
package import Syntax

import Glibc

/// Reads task definitions and CloudFormation templates into inventories.
package enum Templates {
  /// Reads every document of `tree` that is a template or a task definition.
  ///
  /// - Returns: One unit for each; none for a file of another trade, such as a `package.json`.
  package static func read(
    _ tree: SyntaxTree, options: TemplateOptions = TemplateOptions()
  ) -> [DeploymentUnit] {
    tree.documents.compactMap { document in
      switch TemplateRecognition.kind(of: document) {
      case .taskDefinitions: TaskDefinitionReader(document).read()
      case .cloudFormation: TemplateReader(Template(document), options).read()
      case nil: nil
      }
    }
  }

  /// Parses `file` as JSON or YAML, by its name or else by its first character.
  package static func parse(_ file: SourceFile) -> SyntaxTree {
    let name = file.path.lowercased()
    if name.hasSuffix(".json") { return JSONParser.parse(file) }
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return YAMLParser.parse(file) }
    let first = file.bytes.dropFirst(file.contentStart).first { $0 > 0x20 }
    let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    return isJSON ? JSONParser.parse(file) : YAMLParser.parse(file)
  }

  /// Whether a file with these `bytes` may be worth parsing; cheap, and never wrong about a no.
  package static func recognises(_ bytes: [UInt8]) -> Bool {
    if contains(bytes, "ontainerDefinitions") || contains(bytes, "AWSTemplateFormatVersion") {
      return true
    }
    if contains(bytes, "Resources") {
      return contains(bytes, "::")
    }
    return contains(bytes, "mage") && contains(bytes, "ame") && startsList(bytes)
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

  private static func contains(_ bytes: [UInt8], _ needle: StaticString) -> Bool {
    unsafe bytes.withUnsafeBytes { haystack in
      guard let start = haystack.baseAddress else { return false }
      return unsafe memmem(start, haystack.count, needle.utf8Start, needle.utf8CodeUnitCount) != nil
    }
  }
}
