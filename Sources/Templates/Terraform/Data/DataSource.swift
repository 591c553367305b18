import Inventory
import SourceText
import Syntax
import TerraformLanguage

/// The data sources whose attributes follow from their arguments alone.
enum DataSource {
  private static let computed: [String: Set<String>] = [
    "aws_iam_policy_document": ["json", "minified_json"],
    "local_file": ["content"],
    "template_file": ["rendered"],
  ]

  /// The names of the attributes that can be computed.
  static func computedNames(of declaration: Declaration) -> [String] {
    guard declaration.kind == .data else { return [] }
    return (computed[declaration.type] ?? []).sorted()
  }

  /// The computed attribute `name`; `nil` for one that is not computed.
  static func attribute(
    _ name: String,
    of declaration: Declaration,
    _ instance: Instance,
    in module: ModuleInstance
  ) -> TerraformValue? {
    guard computed[declaration.type]?.contains(name) == true else { return nil }
    let arguments = BodyEvaluator(module).object(
      declaration.body,
      module.scope(of: instance),
      excluding: ModuleInstance.metaArguments
    )
    switch declaration.type {
    case "aws_iam_policy_document":
      return IAMPolicyDocument(arguments, at: declaration.location).json
    case "local_file": return localFile(arguments, declaration, module)
    default: return rendered(arguments, declaration, module)
    }
  }

  private static func localFile(
    _ arguments: TerraformObject,
    _ declaration: Declaration,
    _ module: ModuleInstance
  ) -> TerraformValue {
    guard let path = arguments["filename"], let name = path.text else {
      return .unknown(like: arguments["filename"] ?? .unknown(.data(declaration.address)))
    }
    do {
      return TerraformValue(.string(.content(of: try ModuleFunctions(module).file(at: name))))
    } catch {
      module.reading.log.add(error.diagnostic(at: path.origin ?? declaration.header))
      return .unknown(.unreadFile(name), at: path.origin)
    }
  }

  /// `template_file`: a template text with `vars`.
  private static func rendered(
    _ arguments: TerraformObject,
    _ declaration: Declaration,
    _ module: ModuleInstance
  ) -> TerraformValue {
    guard let template = arguments["template"], let rope = template.rope,
      let tree = tree(of: rope, at: template.origin ?? declaration.header),
      let expression = tree.expression
    else {
      return .unknown(like: arguments["template"] ?? .unknown(.data(declaration.address)))
    }
    for diagnostic in tree.diagnostics { module.reading.log.add(diagnostic) }
    // Old configurations write `vars` as a block, which is a list of one object here.
    let given = arguments["vars"]
    let variables = given?.object ?? given?.elements?.first?.object ?? TerraformObject()
    return module.render(expression, variables)
  }

  /// The parsed template; places are kept where its text stands in a file as it is.
  private static func tree(of rope: TerraformText, at place: SourceLocation) -> HCLTree? {
    if rope.pieces.count == 1, case .literal(_, let source?) = rope.pieces[0], source.isVerbatim {
      return HCLParser.parseTemplate(source.location.file, in: source.location.range)
    }
    guard let text = rope.text else { return nil }
    let file = SourceFile(path: place.file.path, text: text)
    return HCLParser.parseTemplate(file, anchor: place)
  }
}

extension TerraformText {
  /// The text of a file, every byte in its place.
  static func content(of file: SourceFile) -> TerraformText {
    let range = SourceRange(file.contentStart, file.bytes.count)
    let source = TextSource(SourceLocation(file, range), isVerbatim: true)
    return TerraformText(file.text(range), from: source)
  }
}
