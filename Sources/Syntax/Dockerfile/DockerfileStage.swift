package import SourceText

/// One build stage of a Dockerfile: a `FROM` and what follows it.
package struct DockerfileStage: Sendable {
  /// What a stage is built upon.
  package enum Base: Sendable, Hashable {
    /// Nothing.
    case scratch
    /// An earlier stage.
    case stage(Int)
    /// An earlier stage; which one an argument without a value decides.
    case someStage
    /// An image from a registry.
    case image
  }

  /// The position among the stages, from 0.
  package let index: Int
  /// The name behind `AS`, in small letters.
  package let name: String?
  /// The name of the base, its variables expanded.
  package private(set) var baseImage: DockerfileText
  /// The bytes of the name of the base.
  package let baseRange: SourceRange
  /// What the stage is built upon.
  package private(set) var base: Base
  /// The platform of the base image, its variables expanded.
  package let platform: DockerfileText?
  /// The `FROM` itself.
  package let from: DockerfileInstruction
  /// The instructions behind it.
  package internal(set) var instructions: [DockerfileInstruction] = []

  /// Forgets what the stage is built upon.
  package mutating func leaveOutBase() {
    base = .image
    baseImage = DockerfileText(unknown: .tooLarge)
  }

  /// Whether `text` may name a stage.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z")
    else { return false }
    return text.utf8.allSatisfy { byte in
      byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
        || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || "-_.".utf8.contains(byte)
    }
  }
}

extension Dockerfile {
  /// The stage that `--from` names, by name or number; `nil` for an image.
  package func stage(_ reference: String) -> DockerfileStage? {
    if let index = Int(reference) { return stages.indices.contains(index) ? stages[index] : nil }
    let name = reference.lowercased()
    return stages.last { $0.name == name }
  }
}
