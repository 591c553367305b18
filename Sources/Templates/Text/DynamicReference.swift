import Inventory

/// Dynamic references of CloudFormation: `{{resolve:ssm:name}}`.
enum DynamicReference {
  static let opening = "{{resolve:"
  static let closing = "}}"

  /// Replaces every dynamic reference in `pieces` by one unknown piece.
  ///
  /// A reference may have unknown pieces within: `{{resolve:ssm:${Name}}}`. One that does not end
  /// stays as it is.
  static func separate(_ pieces: [TextPiece]) -> [TextPiece] {
    guard pieces.contains(where: opensReference) else { return pieces }
    var result: [TextPiece] = []
    var open: (text: String, pieces: [TextPiece])?
    for piece in pieces {
      guard case .literal(let text) = piece else {
        if open == nil { result.append(piece) }
        open?.text += "…"
        open?.pieces.append(piece)
        continue
      }
      open = read(text[...], after: open, into: &result)
    }
    if let open { result += open.pieces }
    return result
  }

  private static func opensReference(_ piece: TextPiece) -> Bool {
    guard case .literal(let text) = piece else { return false }
    return text.offset(of: opening) != nil
  }

  /// Reads one literal; returns the reference that is still open behind it.
  private static func read(
    _ literal: Substring,
    after open: (text: String, pieces: [TextPiece])?,
    into result: inout [TextPiece]
  ) -> (text: String, pieces: [TextPiece])? {
    var rest = literal
    var open = open
    while true {
      if let pending = open {
        guard let end = rest.offset(of: closing) else {
          return (pending.text + rest, pending.pieces + [.literal(String(rest))])
        }
        let (inside, behind) = rest.split(at: end + closing.utf8.count)
        result.append(.unknown(.dynamicReference(pending.text + inside)))
        rest = behind
        open = nil
      }
      guard let start = rest.offset(of: opening) else {
        if !rest.isEmpty { result.append(.literal(String(rest))) }
        return nil
      }
      let (before, behind) = rest.split(at: start)
      if !before.isEmpty { result.append(.literal(String(before))) }
      rest = behind
      open = ("", [])
    }
  }
}
