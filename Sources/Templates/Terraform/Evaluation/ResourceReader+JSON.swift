import Inventory
import SourceText
import TerraformLanguage

extension ResourceReader {
  /// Replaces the JSON texts that `path` leads to by what they hold.
  func readJSON(_ path: ArraySlice<String>, in object: TerraformObject) -> TerraformObject {
    guard let name = path.first, var member = object.member(name) else { return object }
    member.value = readJSON(path.dropFirst(), named: name, in: member.value)
    var object = object
    object.set(member)
    return object
  }

  private func readJSON(
    _ path: ArraySlice<String>,
    named name: String,
    in value: TerraformValue
  ) -> TerraformValue {
    guard path.isEmpty else {
      guard let blocks = value.elements, value.object == nil else {
        return value.object.map { value.with(.object(readJSON(path, in: $0))) } ?? value
      }
      return value.with(
        .tuple(
          blocks.map { block in
            block.object.map { block.with(.object(readJSON(path, in: $0))) } ?? block
          }
        )
      )
    }
    guard let rope = value.rope else { return value }
    // The provider takes an empty text for one that is not given.
    guard rope.text != "" else { return value.with(.null(.string)) }
    do {
      var read = try rope.jsonValue()
      read.via = value.via + read.via.filter { !value.via.contains($0) }
      read.marks.formUnion(value.marksOfWholeText)
      read.origin = read.origin ?? value.origin
      return read
    } catch {
      // A text that is unknown in a way that leaves no JSON to be read is no fault of its author.
      if rope.isKnown, let place = error.location ?? value.origin {
        reading.log.add(.notJSON(name, at: place))
      }
      return .unknown(rope.doubt.reason ?? .malformed(expected: "JSON"), at: value.origin)
    }
  }
}

extension TerraformValue.Doubt? {
  /// The reason for a doubt that is no reference.
  fileprivate var reason: UnknownReason? {
    switch self {
    case .reason(let reason)?: reason
    case .reference(let reference)?:
      .attribute(
        reference.attribute.map { "\(reference.resource.path).\($0)" } ?? reference.resource.path
      )
    case nil: nil
    }
  }
}
