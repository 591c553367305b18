package import Posture
package import SourceText
package import Syntax

/// Reads the key `fix` of a control's file.
package struct FixReader {
  private static let keys = [
    "in", "when", "safety", "note", "set", "remove", "append", "withdraw", "add", "decides",
    "recipe",
  ]

  private let control: Control
  private var diagnostics: [Diagnostic] = []

  /// Reads what the file of `control` says about mending; nothing where it does not speak of it.
  ///
  /// - Returns: the declarations in source order, and what is wrong with them
  package static func read(
    _ control: Control
  ) -> (declarations: [FixDeclaration], diagnostics: [Diagnostic]) {
    var reader = FixReader(control: control)
    let tree = YAMLParser.parse(control.file)
    guard let node = tree.root?["fix"], !tree.hasErrors else { return ([], tree.diagnostics) }
    let nodes = node.kind == .sequence ? node.elements : [node]
    let declarations = nodes.compactMap { reader.declaration($0) }
    return (declarations, reader.diagnostics)
  }

  private init(control: Control) { self.control = control }

  private mutating func declaration(_ node: Node) -> FixDeclaration? {
    guard node.kind == .mapping else {
      report("`fix` is a mapping, or a list of mappings.", "`fix` はマッピングかそのリストで書く。", node)
      return nil
    }
    checkKeys(of: node)
    var fix = FixDeclaration()
    fix.formats = formats(node["in"])
    fix.condition = condition(node["when"])
    fix.applicability = applicability(node["safety"], of: node)
    fix.note = text(node["note"])
    for entry in entries("set", node) { fix.sets.append((entry.path, literal(entry.value))) }
    fix.removals = paths("remove", node)
    for entry in entries("append", node) {
      fix.additions.append((entry.path, entry.value.elements.map(literal)))
    }
    for entry in entries("withdraw", node) {
      fix.withdrawals.append((entry.path, texts(entry.value)))
    }
    fix.resources = (node["add"]?.elements ?? []).compactMap { draft($0) }
    fix.decides = paths("decides", node)
    fix.recipe = node["recipe"]?.string
    return fix
  }

  private mutating func checkKeys(of node: Node) {
    for entry in node.entries where !Self.keys.contains(entry.key.string ?? "") {
      let names = Self.keys.joined(separator: ", ")
      report(
        "`fix` has no key `\(entry.key.string ?? "")`. Keys: \(names).",
        "`fix` に `\(entry.key.string ?? "")` というキーはない。使えるキー: \(names)。",
        entry.key
      )
    }
  }

  private mutating func formats(_ node: Node?) -> Set<FixFormat> {
    guard let node else { return [] }
    let names = node.kind == .sequence ? node.elements : [node]
    return Set(
      names.compactMap { name in
        let format = name.string.flatMap { FixFormat(rawValue: $0) }
        if format == nil { reportChoice("in", FixFormat.allCases.map(\.rawValue), name) }
        return format
      }
    )
  }

  private mutating func condition(_ node: Node?) -> SubjectCondition? {
    guard let node else { return nil }
    let place = SourceLocation(control.file, node.range)
    let source = ConditionSource(text: node.string ?? "", location: place)
    let (condition, problems) = SubjectCondition.compile(source, of: control)
    diagnostics += problems
    return condition
  }

  private mutating func applicability(_ node: Node?, of fix: Node) -> Applicability {
    guard let node else { return .needsReview }
    guard let value = node.string.flatMap({ Applicability(rawValue: $0) }) else {
      reportChoice("safety", Applicability.allCases.map(\.rawValue), node)
      return .manual
    }
    if value == .manual, fix["note"] == nil {
      report("A manual fix needs a `note`.", "手作業の修正には `note` が必要。", node)
    }
    return value
  }

  private mutating func entries(_ key: String, _ node: Node) -> [(path: FixPath, value: Node)] {
    (node[key]?.entries ?? []).compactMap { entry in
      path(entry.key).map { ($0, entry.value) }
    }
  }

  private mutating func paths(_ key: String, _ node: Node) -> [FixPath] {
    (node[key]?.elements ?? []).compactMap { path($0) }
  }

  private mutating func path(_ node: Node) -> FixPath? {
    if let path = node.string.flatMap({ FixPath($0) }) { return path }
    report(
      "This is no path such as `container.user`.",
      "`container.user` のようなパスではない。",
      node
    )
    return nil
  }

  /// The texts of a list; the name of a list of the control stands for what is in it.
  private func texts(_ node: Node) -> [String] {
    node.elements.compactMap(\.string).flatMap { text in
      control.lists.first { $0.name == text }?.items ?? [text]
    }
  }

  private mutating func draft(_ node: Node) -> ResourceDraft? {
    let type = node["type"] ?? node["data"]
    guard let type = type?.string, let name = node["name"]?.string else {
      report(
        "A resource to add needs `name`, and `type` (or `data` for a data source).",
        "追加するリソースには `name` と `type`(データソースなら `data`)が必要。",
        node
      )
      return nil
    }
    var draft = ResourceDraft(type: type, name: name, properties: [])
    draft.isData = node["type"] == nil
    if case .object(let members)? = node["properties"].map(literal) { draft.properties = members }
    return draft
  }

  private func literal(_ node: Node) -> SourceLiteral { SourceLiteral(node) }

  private func text(_ node: Node?) -> LocalizedText? {
    guard let english = node?["en"]?.string ?? node?["ja"]?.string else { return nil }
    return LocalizedText(en: english, ja: node?["ja"]?.string ?? english)
  }

  private mutating func reportChoice(_ key: String, _ choices: [String], _ node: Node) {
    let names = choices.joined(separator: ", ")
    report("`\(key)` is one of \(names).", "`\(key)` は \(names) のいずれか。", node)
  }

  private mutating func report(_ en: String, _ ja: String, _ node: Node) {
    let text = LocalizedText(en: en, ja: ja)
    diagnostics.append(Diagnostic(.error, "control.invalid", text, at: node.location))
  }
}

extension SourceLiteral {
  /// The literal that a node of a rule file stands for.
  ///
  /// `{ expression: … }` is an expression of Terraform, `{ block: { … } }` a block of it (of a list
  /// one an element), `{ call: jsonencode, with: … }` a call of one of its functions.
  package init(_ node: Node) {
    switch node.kind {
    case .null: self = .null
    case .bool: self = .bool(node.bool ?? false)
    case .number: self = .number(node.string ?? "0")
    case .string: self = .string(node.string ?? "")
    case .sequence: self = .list(node.elements.map { SourceLiteral($0) })
    case .mapping: self = SourceLiteral(mapping: node)
    }
  }

  private init(mapping node: Node) {
    if node.count == 1, let code = node["expression"]?.string {
      self = .expression(code)
    } else if node.count == 2, let name = node["call"]?.string, let argument = node["with"] {
      self = .call(name, [SourceLiteral(argument)])
    } else {
      self = .object(
        node.entries.map { entry in
          let block = entry.value.count == 1 ? entry.value["block"] : nil
          return Member(
            entry.key.string ?? "",
            SourceLiteral(block ?? entry.value),
            isBlock: block != nil
          )
        }
      )
    }
  }
}
