import Syntax

/// What a plan or a state says of a value beside the value itself.
///
/// Terraform writes such marks in the shape of the value, with `true` where they hold.
struct AttributeMarks {
  /// Which parts are not known yet: `after_unknown`.
  var unknown: Node?
  /// Which parts are secret: `sensitive_values`, `after_sensitive`.
  var secrets: [Node] = []
  /// The names and indices that lead to what is secret, as a state file lists them.
  var secretPaths: [ArraySlice<String>] = []
  /// Whether the value lies in something that is secret as a whole.
  private var isWithinSecret = false
  /// What the value is made of: `expressions`.
  var expression: Node?

  /// Marks nothing.
  init() {}

  /// Whether nothing of the value is known.
  var isUnknown: Bool { unknown?.bool == true }

  /// Whether the value, or a member that it lacks therefore, is not known.
  var hasUnknownParts: Bool { isUnknown || unknown?.kind == .mapping && unknown?.count != 0 }

  /// Whether the value is a secret.
  var isSecret: Bool {
    isWithinSecret || secrets.contains { $0.bool == true } || secretPaths.contains(where: \.isEmpty)
  }

  /// The marks of the member `name`.
  func member(_ name: String) -> AttributeMarks {
    var marks = inner(name) { $0[name] }
    marks.expression = isExpression ? expression : expression?[name]
    return marks
  }

  /// The marks of the element at `index` of `count`.
  func element(_ index: Int, of count: Int) -> AttributeMarks {
    var marks = inner(String(index)) { mark in
      let elements = mark.elements
      return elements.indices.contains(index) ? elements[index] : nil
    }
    let blocks = expression?.elements ?? []
    marks.expression = isExpression ? expression : blocks.count == count ? blocks[index] : nil
    return marks
  }

  private func inner(_ step: String, _ part: (Node) -> Node?) -> AttributeMarks {
    var marks = AttributeMarks()
    marks.unknown = unknown.flatMap(part)
    marks.secrets = secrets.compactMap(part)
    marks.secretPaths = secretPaths.filter { $0.first == step }.map { $0.dropFirst() }
    marks.isWithinSecret = isSecret
    return marks
  }

  /// Whether the expression is that of an argument, which covers all within, not that of a block.
  private var isExpression: Bool {
    guard let expression, expression.kind == .mapping else { return false }
    return expression["references"]?.kind == .sequence || expression.entry("constant_value") != nil
  }
}

extension AttributeMarks {
  /// Reads the list `sensitive_attributes` of a state file: paths of names and indices.
  static func secretPaths(_ list: Node?) -> [ArraySlice<String>] {
    (list?.elements ?? []).compactMap { path in
      let steps = path.elements.map { step in
        step["value"]?["value"]?.string ?? step["value"]?.string
      }
      return steps.isEmpty || steps.contains(nil) ? nil : steps.compactMap(\.self)[...]
    }
  }
}
