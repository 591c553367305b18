import Inventory
import SourceText
import Syntax

/// One Compose project: the files that are read one over the other, with their variables.
struct ComposeProject {
  /// A service with all that its files, and the services it extends, say of it.
  struct Service {
    let name: String
    /// The bytes that name the service.
    let location: SourceLocation
    /// The merged mapping.
    let value: Value
    /// Why more may be said of the service than is known.
    let doubt: UnknownReason?
    /// The project whose files declare the service.
    let project: ComposeProject
  }

  /// The roots of the files, the first one the base.
  let documents: [Node]
  let variables: ComposeVariables
  let reading: ComposeReading
  /// The paths of the files that led here by `include`.
  let ancestors: [String]
  /// The `include` through which the project came.
  let via: SourceLocation?
  /// The volumes that the files declare.
  private(set) var volumes = ValueObject()
  /// The secrets that the files declare.
  private(set) var secrets = ValueObject()

  /// Gathers a project, with the variables of the `.env` file in `folder`, or of `files` instead.
  ///
  /// Those in `variables` count more than any file.
  init(
    _ documents: [Node],
    folder: String,
    variables: ComposeVariables,
    files: [String]? = nil,
    reading: ComposeReading,
    ancestors: [String] = [],
    via: SourceLocation? = nil
  ) {
    var variables = variables
    for path in (files ?? [RelativePath.join(folder, ".env")]).reversed() {
      guard let file = reading.variableFile(at: path) else { continue }
      variables.addDefaults(VariableFile.read(file, variables))
    }
    self.documents = documents
    self.variables = variables
    self.reading = reading
    self.ancestors = ancestors + documents.map { RelativePath.normalized($0.file.path) }
    self.via = via
    volumes = section("volumes")
    secrets = section("secrets")
  }

  /// The base file.
  var file: SourceFile? { documents.first?.file }

  /// The reader of the project's files.
  func layer(via place: SourceLocation? = nil) -> ComposeLayer {
    ComposeLayer(reading: reading, variables: variables, via: via ?? place)
  }

  /// What the files say under the top-level key `name`, merged.
  private func section(_ name: String) -> ValueObject {
    let layer = layer()
    let merged = documents.reduce(Value?.none) { base, document in
      document[name].flatMap { layer.value($0, over: base) } ?? base
    }
    return merged?.object ?? ValueObject()
  }

  /// What the files say under the top-level key `name`; the last one counts.
  func setting(_ name: String) -> Value? {
    documents.reversed().lazy.compactMap { $0[name] }.first.flatMap { layer().value($0) }
  }

  /// The services of the files and of those they include, in source order.
  func services() -> [Service] {
    var order: [String] = []
    var entries: [String: [Node.Entry]] = [:]
    for document in documents {
      for entry in serviceEntries(of: document) {
        guard let name = entry.key.string else { continue }
        if entries[name] == nil { order.append(name) }
        entries[name, default: []].append(entry)
      }
    }
    let own = order.compactMap { name in entries[name].map { service(name, $0) } }
    return own + includedServices(besides: Set(order))
  }

  private func includedServices(besides names: Set<String>) -> [Service] {
    var taken = names
    return includes().flatMap { $0.services() }.filter { service in
      if taken.insert(service.name).inserted { return true }
      reading.log.add(.includeConflict(service.name, at: service.location))
      return false
    }
  }

  /// The services that `document` declares; reports where they cannot be read.
  private func serviceEntries(of document: Node) -> [Node.Entry] {
    guard let services = document["services"] else { return ComposeFile.oldServices(of: document) }
    if services.kind != .mapping, services.kind != .null {
      reading.log.add(.composeServicesUnread(at: services.location))
    }
    return services.entries
  }

  private func service(_ name: String, _ entries: [Node.Entry]) -> Service {
    var value: Value?
    var doubt: UnknownReason?
    for entry in entries {
      let chain = ComposeExtension.chain(of: entry, in: self)
      doubt = doubt ?? chain.doubt
      for link in chain.links {
        value = layer(via: link.via).value(link.node, over: value, by: .service) ?? value
      }
    }
    let place = entries[0].value.location
    return Service(
      name: name,
      location: entries[0].key.location,
      value: checked(value ?? Value(.null, at: place)),
      doubt: doubt,
      project: self
    )
  }

  /// The mapping of a service; unknown where something else stands in its place.
  private func checked(_ value: Value) -> Value {
    switch value.content {
    case .object, .unknown: return value
    case .null: return value.with(.object(ValueObject()))
    default:
      if let origin = value.origin {
        reading.log.add(.wrongComposeType("image, build, …", at: origin))
      }
      return value.unknown(.malformed(expected: "service"))
    }
  }
}
