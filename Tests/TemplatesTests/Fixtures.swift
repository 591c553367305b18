import Foundation
import Inventory
import SourceText
import Syntax
import Templates

/// Files by path, as a template finds them beside it.
struct DictionaryLoader: SourceLoader {
  let files: [String: String]

  func load(_ path: String) -> Result<SourceFile, LoadError> {
    files[path].map { .success(SourceFile(path: path, text: $0)) }
      ?? .failure(LoadError(path: path, reason: "no such file"))
  }
}

/// The units that `text` declares.
func units(
  _ text: String,
  path: String = "template.yaml",
  parameters: [String: String] = [:],
  files: [String: String] = [:],
  maximumValues: Int = ValueBudget.unit
) -> [DeploymentUnit] {
  let options = TemplateOptions(
    parameters: parameters.mapValues { Value(.string($0), at: nil) },
    loader: DictionaryLoader(files: files),
    maximumValues: maximumValues
  )
  return Templates.read(
    Templates.parse(SourceFile(path: path, text: text)),
    options: options
  )
}

extension DeploymentUnit {
  /// The codes of the diagnostics, in order.
  var codes: [String] { diagnostics.map(\.code) }

  /// The identities of the first inventory's resources.
  var resourceNames: [String] { inventories[0].resources.map(\.id.path) }

  /// What decides each scenario.
  var scenarios: [[String]] {
    inventories.map { $0.scenario.conditions.map { "\($0.name)=\($0.holds): \($0.because)" } }
  }
}

extension Value {
  /// The value as a short text: `a${?Ref(X)}`, `<Repo.Arn>`, `[1, 2]`.
  var brief: String {
    switch content {
    case .null: "null"
    case .bool, .number, .string: text ?? ""
    case .partial(let pieces): pieces.map(\.brief).joined()
    case .reference(let reference): reference.brief
    case .unknown(let reason): reason.brief
    case .list(let elements): "[" + elements.map(\.brief).joined(separator: ", ") + "]"
    case .object(let object):
      "{" + object.members.map { "\($0.name): \($0.value.brief)" }.joined(separator: ", ") + "}"
    }
  }

  /// The text of the bytes that own the value.
  var owner: String? { origin.map { $0.file.text($0.range) } }
}

extension TextPiece {
  var brief: String {
    switch self {
    case .literal(let text): text
    case .reference(let reference): reference.brief
    case .unknown(let reason): reason.brief
    }
  }
}

extension ResourceReference {
  var brief: String { "<\(resource.path)\(attribute.map { ".\($0)" } ?? "")>" }
}

extension UnknownReason {
  var brief: String { "?\(self)".replacingOccurrences(of: "\"", with: "") }
}

/// The folder with third-party test data, where present.
let vectors: URL? = {
  let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  let folder = root.deletingLastPathComponent().appendingPathComponent("shared/vectors")
  return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
}()
