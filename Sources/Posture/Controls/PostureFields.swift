import Inventory
import RuleLanguage
import Synchronization

/// The fields of the conditions that judge one kind of subject.
///
/// Each combination of path and argument gets one number for all controls of the kind; the reader
/// finds the path by it, and looks each up once for a subject.
final class PostureFields: FieldCatalog {
  /// A field as the reader looks it up.
  struct Path: Sendable, Equatable {
    let components: [String]
    let argument: String?
  }

  /// The kinds of subject that a control may judge: resources, and parts that are judged alone.
  static let kinds =
    ResourceKind.allCases.filter { $0 != .other }.map(\.rawValue)
    + ["container", "volume", "stage", "policy", "principal", "ecsTarget"]

  let kind: String
  /// Whether names are compared with those of the AWS API; shipped controls were checked before.
  let checksNames: Bool
  private let known = Mutex<[Path]>([])

  init(kind: String, checksNames: Bool) {
    self.kind = kind
    self.checksNames = checksNames
  }

  /// The paths by the number of their field.
  var paths: [Path] { known.withLock { $0 } }

  var names: [String] { [] }

  func field(named name: String, argument: String?) -> FieldLookup {
    let components = name.utf8.split(separator: UInt8(ascii: ".")).map { String($0) ?? "" }
    if checksNames, FieldNames.check(components, forSubjectsOf: kind) != .known {
      return .unknownName
    }
    let path = Path(components: components, argument: argument)
    let id = known.withLock { paths in
      if let index = paths.firstIndex(of: path) { return index }
      paths.append(path)
      return paths.count - 1
    }
    return .found(FieldReference(id: id, name: name, argument: argument, type: .dynamic))
  }

  /// A name that the author of `field` may have meant.
  func suggestion(for field: String) -> String? {
    let components = field.split(separator: ".").map(String.init)
    guard
      case .unknown(let name, let suggestions) = FieldNames.check(components, forSubjectsOf: kind),
      let best = suggestions.first
    else { return nil }
    return components.map { $0 == name ? best : $0 }.joined(separator: ".")
  }
}
