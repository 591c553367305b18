import SourceText

/// What the files of one module declare.
struct ModuleConfiguration {
  /// The files that were read, for the place of what has no other.
  private(set) var files: [SourceFile] = []
  /// The local values by name.
  private(set) var locals: [String: LocalDefinition] = [:]
  /// What is wrong with the declarations.
  private(set) var diagnostics: [Diagnostic] = []
  private var tables: [Declaration.Kind: DeclarationTable] = [:]

  /// Whether other files of the folder may declare more.
  private(set) var isPartial = false

  /// How the declarations of a file count.
  enum Standing {
    /// As they are.
    case primary
    /// Merged into those of the primary files.
    case override
    /// Only where a primary file lacks them, and never as resources or module calls.
    case secondary
  }

  /// The declarations of one kind.
  subscript(kind: Declaration.Kind) -> DeclarationTable { tables[kind] ?? DeclarationTable() }

  /// Adds what `file` declares in its root body.
  mutating func add(_ body: TerraformBody, of file: SourceFile, as standing: Standing = .primary) {
    if standing == .secondary { isPartial = true } else { files.append(file) }
    for block in body.topLevelBlocks {
      if block.type == "locals" { addLocals(block.body, standing) } else { add(block, standing) }
    }
    if standing != .secondary { diagnostics += body.topLevelProblems }
  }

  private mutating func addLocals(_ body: TerraformBody, _ standing: Standing) {
    for argument in body.arguments {
      let known = locals[argument.name]
      if let known, standing == .primary {
        diagnostics.append(
          .duplicateDeclaration(
            "local.\(argument.name)",
            first: known.nameLocation,
            at: argument.nameLocation
          )
        )
      }
      guard known == nil || standing == .override else { continue }
      locals[argument.name] = LocalDefinition(
        name: argument.name,
        nameLocation: argument.nameLocation,
        expression: argument.expression
      )
    }
  }

  private mutating func add(_ block: TerraformBlock, _ standing: Standing) {
    guard let kind = Declaration.Kind(block.type) else { return }
    if standing == .secondary, ![.variable, .provider].contains(kind) { return }
    guard block.labels.count == kind.labelCount else {
      if standing != .secondary {
        diagnostics.append(.wrongLabels(block.type, count: kind.labelCount, at: block.header))
      }
      return
    }
    let declaration = Declaration(block, kind, isReported: standing != .secondary)
    switch standing {
    case .primary, .secondary:
      if let known = tables[kind, default: DeclarationTable()].add(declaration),
        standing == .primary
      {
        diagnostics.append(
          .duplicateDeclaration(declaration.address, first: known.header, at: declaration.header)
        )
      }
    case .override:
      if !tables[kind, default: DeclarationTable()].override(with: declaration) {
        diagnostics.append(.overridesNothing(declaration.address, at: declaration.header))
        _ = tables[kind, default: DeclarationTable()].add(declaration)
      }
    }
  }
}

extension Declaration {
  fileprivate init(_ block: TerraformBlock, _ kind: Kind, isReported: Bool) {
    var name = block.labels.joined(separator: ".")
    if kind == .provider, let alias = block.body.argument("alias")?.expression.constantText {
      name += "." + alias
    }
    self.init(
      kind: kind,
      name: name,
      labels: block.labels,
      header: block.header,
      location: block.location,
      body: block.body,
      isReported: isReported
    )
  }
}

extension Declaration.Kind {
  /// The kind that blocks of `type` declare; `nil` for blocks that nothing refers to.
  init?(_ type: String) {
    switch type {
    case "variable": self = .variable
    case "output": self = .output
    case "resource": self = .resource
    case "data": self = .data
    case "ephemeral": self = .ephemeral
    case "module": self = .module
    case "provider": self = .provider
    default: return nil
    }
  }

  /// The number of labels that such a block bears.
  var labelCount: Int {
    switch self {
    case .variable, .output, .module, .provider: 1
    case .resource, .data, .ephemeral: 2
    }
  }
}
