/// The way to a member of the AWS shape: `container.logConfiguration.options[mode]`.
package struct FixPath: Sendable, Hashable {
  /// One step.
  package struct Step: Sendable, Hashable {
    /// The name of the member.
    package let name: String
    /// The name of the option, tag or setting in it.
    package let key: String?
  }

  /// The name of what the path starts from: `container`.
  package let root: String
  /// The steps from there.
  package let steps: [Step]

  /// Reads a path; `nil` for a text that is none.
  package init?(_ text: String) {
    var steps: [Step] = []
    for part in Self.parts(of: text) {
      guard let step = Self.step(part) else { return nil }
      steps.append(step)
    }
    guard steps.count > 1, steps[0].key == nil else { return nil }
    root = steps[0].name
    self.steps = Array(steps.dropFirst())
  }

  /// The parts between the stops, but for those in brackets: a tag's name may hold some.
  private static func parts(of text: String) -> [Substring] {
    var isInBrackets = false
    return text.split(omittingEmptySubsequences: false) { character in
      if character == "[" { isInBrackets = true }
      if character == "]" { isInBrackets = false }
      return character == "." && !isInBrackets
    }
  }

  private static func step(_ part: Substring) -> Step? {
    guard let bracket = part.firstIndex(of: "[") else {
      return part.isEmpty ? nil : Step(name: String(part), key: nil)
    }
    guard part.last == "]", bracket != part.startIndex else { return nil }
    let key = part[part.index(after: bracket)...].dropLast()
    return key.isEmpty ? nil : Step(name: String(part[..<bracket]), key: String(key))
  }
}
