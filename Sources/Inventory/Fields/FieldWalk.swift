import SourceText

/// One walk along a field path through the values, facts and resources of an inventory.
struct FieldWalk {
  private let subject: Subject
  private(set) var result = Lookup()
  private let argument: String?

  /// Starts within what surrounds `subject`.
  init(_ subject: Subject, argument: String?) {
    self.subject = subject
    self.argument = argument
  }

  /// A value on the way, with what is known of its place.
  struct Station {
    var value: Value
    /// The kind of resource or part that the value is, under whose name its facts stand.
    var kind: String?
    /// The resource that holds the value.
    var resource: Resource
    /// The kind of resource that the value names, where it stands in such a member.
    var target: ResourceKind?
  }

  /// Collects what `path` reaches from `station`.
  mutating func walk(_ station: Station, _ path: ArraySlice<String>) {
    if station.value.list == nil, walkFact(station, path) { return }
    guard let name = path.first else { return finish(station) }
    let value = station.value
    switch value.content {
    case .null: result.nearest = value.origin ?? result.nearest
    case .unknown: breakOff(value)
    case .list(let elements):
      result.isList = true
      for element in elements { walk(station.element(element), path) }
    case .object(let object):
      guard let child = object[name] else {
        result.nearest = value.origin ?? result.nearest
        return
      }
      walk(station.member(name, child), path.dropFirst())
    case .reference, .bool, .number, .string, .partial: follow(station, path)
    }
  }

  /// Continues with the fact that the longest part of `path` names, if one does.
  private mutating func walkFact(_ station: Station, _ path: ArraySlice<String>) -> Bool {
    guard let kind = station.kind, station.value.reference == nil else { return false }
    guard let (fact, length) = FactTable.fact(of: kind, along: path) else { return false }
    if station.value.unknownReason != nil {
      breakOff(station.value)
      return true
    }
    result.isDerived = true
    let site = FactSite(value: station.value, resource: station.resource, judged: subject)
    guard let value = fact(site) else {
      result.nearest = station.value.origin ?? result.nearest
      return true
    }
    let name = path[path.startIndex + length - 1]
    let next = Station(
      value: value,
      kind: nil,
      resource: station.resource,
      target: ReferenceFields.target(of: name)
    )
    walk(next, path.dropFirst(length))
    return true
  }

  /// Continues in the resource that the value names.
  private mutating func follow(_ station: Station, _ path: ArraySlice<String>) {
    switch subject.inventory.resolution(of: station.value, as: station.target) {
    case .resource(let resource):
      walk(Station(resource), path)
    case .unknown(let reason): breakOff(station.value.with(.unknown(reason)))
    case .nothing:
      result.nearest = station.value.origin ?? result.nearest
    }
  }

  /// Ends the way before its end, in something unknown.
  private mutating func breakOff(_ value: Value) {
    result.values.append(value)
    result.isBrokenOff = true
  }

  private mutating func finish(_ station: Station) {
    guard let argument else { return collect(station.value) }
    switch station.value.content {
    case .object(let object): object[argument].map { collect($0) } ?? miss(station.value)
    case .list(let elements): finish(elements, pair: argument, in: station.value)
    case .reference: follow(station, [argument])
    case .unknown: breakOff(station.value)
    default: miss(station.value)
    }
  }

  /// Takes the value of the pair called `name`; what is not known might be it.
  private mutating func finish(_ elements: [Value], pair name: String, in list: Value) {
    for element in elements {
      if element.unknownReason != nil { result.values.append(element) }
      guard let object = element.object, let pair = NameValuePair(object) else { continue }
      if pair.name.text == name {
        pair.value.map { collect($0) }
      } else if pair.name.text == nil, let reason = pair.name.firstUnknownReason {
        result.values.append(pair.name.with(.unknown(reason)))
      }
    }
    if result.values.isEmpty { miss(list) }
  }

  private mutating func miss(_ value: Value) { result.nearest = value.origin ?? result.nearest }

  private mutating func collect(_ value: Value) {
    switch value.content {
    case .null: miss(value)
    case .list(let elements):
      result.isList = true
      result.nearest = value.origin ?? result.nearest
      result.values += elements.filter { !$0.isNull }
    default: result.values.append(value)
    }
  }
}

extension FieldWalk.Station {
  /// Stands at the whole of `resource`.
  init(_ resource: Resource) {
    self.init(value: resource.properties, kind: resource.kind.rawValue, resource: resource)
  }

  /// An element of the list that stands here.
  func element(_ element: Value) -> Self {
    var next = self
    next.value = element
    return next
  }

  /// The member `name` of the object that stands here.
  func member(_ name: String, _ value: Value) -> Self {
    Self(
      value: value,
      kind: kind.flatMap { SubjectParts.part(name, of: $0) },
      resource: resource,
      target: ReferenceFields.target(of: name)
    )
  }
}
