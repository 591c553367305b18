import Inventory
import SourceText
import Syntax

/// A call of an intrinsic function, in its long form or as a YAML tag.
struct Intrinsic {
  /// The name in the long form: `Ref`, `Condition`, `Fn::Sub`.
  let name: String
  /// What the function is applied to.
  let argument: Node
  /// Whether the argument carries the function as its tag.
  let isTagged: Bool
  /// The bytes of the call.
  let location: SourceLocation
  /// Where the alias stands through which the call was reached.
  let alias: SourceLocation?

  /// Reads `node` as a call; `nil` if it is none.
  init?(_ node: Node) {
    guard let tag = node.tag else {
      self.init(behindTagOf: node)
      return
    }
    let short = String(tag.drop { $0 == "!" })
    let name = short == "Ref" || short == "Condition" ? short : "Fn::\(short)"
    self.init(name, argument: node, isTagged: true, at: node)
  }

  /// Reads `node` as a call in the long form, its own tag left out of account, as in
  /// `!Base64 { Fn::Sub: … }`.
  init?(behindTagOf node: Node) {
    guard node.kind == .mapping, node.count == 1, let entry = node.entries.first,
      let key = entry.key.string, Self.isFunction(key)
    else { return nil }
    self.init(key, argument: entry.value, isTagged: false, at: node)
  }

  private init(_ name: String, argument: Node, isTagged: Bool, at node: Node) {
    self.name = name
    self.argument = argument
    self.isTagged = isTagged
    self.location = node.location
    self.alias = node.aliasLocation
  }

  private static func isFunction(_ key: String) -> Bool {
    key == "Ref" || key.hasPrefix("Fn::") && !key.hasPrefix("Fn::ForEach")
  }

  /// The name of the parameter or resource, if the call refers to one and does nothing else.
  ///
  /// `!Sub "${Name}"` is the same as `!Ref Name`.
  var plainReference: String? {
    guard let text = argument.string else { return nil }
    if name == "Ref" { return text }
    guard name == "Fn::Sub", case .variable(let variable)? = Substitution(text).parts.first,
      Substitution(text).parts.count == 1, !variable.contains(".")
    else { return nil }
    return variable
  }
}
