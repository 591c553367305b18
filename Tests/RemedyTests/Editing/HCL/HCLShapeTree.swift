import SourceText
import Syntax

/// What an HCL file says: bodies, objects, tuples and calls as trees, anything else by its text.
///
/// The arguments of a body stand before its blocks.
struct HCLShapeTree {
  enum Kind {
    case body
    case object
    case tuple
    case other
  }

  var kind = Kind.other
  var text = ""
  var children: [HCLShapeTree] = []
  /// The bytes by which an editor takes the container or the value.
  var range = SourceRange(0, 0)
  /// The bytes of the key, for a child of a body or an object.
  var key: SourceRange?

  /// The whole tree as text.
  var outline: String {
    children.isEmpty ? text : "\(text)(\(children.map(\.outline).joined(separator: "; ")))"
  }

  init(_ text: String, _ children: [HCLShapeTree] = []) {
    self.text = text
    self.children = children
  }

  init(_ body: HCLBody, named text: String = "") {
    self.init(text)
    kind = .body
    range = body.range
    for attribute in body.attributes {
      var child = HCLShapeTree("\(attribute.name) =", [HCLShapeTree(attribute.expression)])
      child.key = attribute.nameRange
      children.append(child)
    }
    for block in body.blocks {
      let labels = block.labels.map(\.text)
      var child = HCLShapeTree(block.body, named: ([block.type] + labels).joined(separator: " "))
      child.key = block.headerLocation.range
      children.append(child)
    }
  }

  init(_ expression: HCLExpression) {
    switch expression.form {
    case .object(let items):
      self.init("object")
      kind = .object
      children = items.map { item in
        var child = HCLShapeTree(expression.file.text(item.key.range), [HCLShapeTree(item.value)])
        child.key = item.key.range
        return child
      }
    case .tuple(let elements):
      self.init("tuple", elements.map(HCLShapeTree.init))
      kind = .tuple
    case .call(let call): self.init(call.name, call.arguments.map(HCLShapeTree.init))
    case .parentheses(let inner): self.init("()", [HCLShapeTree(inner)])
    default: self.init(expression.file.text(expression.range))
    }
    range = expression.range
  }

  /// The ways to all objects, tuples and bodies.
  var containers: [[Int]] {
    let own: [[Int]] = kind == .other ? [] : [[]]
    return own
      + children.enumerated().flatMap { index, child in child.containers.map { [index] + $0 } }
  }

  /// What stands at the end of a way.
  subscript(path: [Int]) -> HCLShapeTree {
    get { path.first.map { children[$0][Array(path.dropFirst())] } ?? self }
    set {
      if let first = path.first {
        children[first][Array(path.dropFirst())] = newValue
      } else {
        self = newValue
      }
    }
  }

  /// The number of children that stand before the blocks.
  var argumentCount: Int { children.count { $0.kind != .body } }
}
