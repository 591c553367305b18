/// The way to a member of the AWS shape: `container.logConfiguration.options[mode]`.
///
/// `x[name]` is the value of an option, a tag or a setting; `x[a.b=text]` means those elements of
/// a list whose `a.b` is `text` or holds it, and `x[=text]` the texts themselves. A `*` at the end
/// stands for any rest.
package struct FixPath: Sendable, Hashable {
  /// One step.
  package struct Step: Sendable, Hashable {
    /// The name of the member.
    package let name: String
    /// The name of the option, tag or setting in it.
    package let key: String?
    /// Which elements of the list in it are meant; `nil` for all.
    package let choice: Choice?
  }

  /// What tells the elements of a list that are meant.
  package struct Choice: Sendable, Hashable {
    /// The way from an element to what is compared; empty for the element itself.
    package let path: [String]
    /// The text that it is or holds.
    package let text: String
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
    guard steps.count > 1, steps[0].key == nil, steps[0].choice == nil else { return nil }
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
      return part.isEmpty ? nil : Step(name: String(part), key: nil, choice: nil)
    }
    guard part.last == "]", bracket != part.startIndex else { return nil }
    let name = String(part[..<bracket])
    let key = part[part.index(after: bracket)...].dropLast()
    guard let sign = key.firstIndex(of: "=") else {
      return key.isEmpty ? nil : Step(name: name, key: String(key), choice: nil)
    }
    let choice = Choice(
      path: key[..<sign].split(separator: ".").map(String.init),
      text: String(key[key.index(after: sign)...])
    )
    return Step(name: name, key: nil, choice: choice)
  }
}
