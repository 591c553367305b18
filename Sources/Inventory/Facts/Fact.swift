import SourceText

/// Where a fact is derived: a resource, or a part of one.
struct FactSite {
  /// The properties of the resource, or the part.
  let value: Value
  /// The resource.
  let resource: Resource
  /// What the walk to this place began with.
  let judged: Subject

  /// Everything around it.
  var inventory: Inventory { judged.inventory }
}

/// Something that follows from the configuration, with the place it follows from.
///
/// `nil` means absent. A list is never empty; its elements carry the places that offend, and an
/// element that is unknown says that something might.
typealias Fact = @Sendable (FactSite) -> Value?

extension FactSite {
  /// A Boolean that follows from `origin`.
  func bool(_ value: Bool, from origin: Value? = nil) -> Value {
    let place = origin ?? self.value
    return Value(.bool(value), at: place.origin, via: place.via)
  }

  /// The unknown value, where most of the resource is described elsewhere.
  var elsewhere: Value? {
    value.object?.members.lazy.map(\.value).first {
      if case .outside? = $0.unknownReason { true } else { false }
    }
  }

  /// A list; absent where it would be empty.
  func list(_ elements: [Value]) -> Value? {
    elements.isEmpty ? nil : Value(.list(elements), at: value.origin)
  }
}

extension Value {
  /// A name for what is wrong with this value, at its place.
  func named(_ name: String) -> Value { with(.string(name)) }

  /// The unknown value at the same place.
  func unknown(_ reason: UnknownReason) -> Value { with(.unknown(reason)) }

  /// The elements of a list, or the value alone where the API also takes a single one.
  var elements: [Value] {
    switch content {
    case .list(let elements): elements
    case .null: []
    default: [self]
    }
  }

  /// Whether the value is true, be it a Boolean or a text; `nil` where that is not known.
  package var isTrue: Bool? {
    firstUnknownReason == nil ? asBool.content == .bool(true) : nil
  }

  /// The value behind the member names of `path`.
  func at(_ path: String...) -> Value? {
    path.reduce(Optional(self)) { value, name in value?[name] }
  }
}
