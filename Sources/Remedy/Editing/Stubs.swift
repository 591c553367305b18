import SourceText
import Syntax
struct JSONEditor: SourceEditor {
  init(_ tree: SyntaxTree, original: SourceFile? = nil, isTemplate: Bool = false) {}
  func insert(_ members: [SourceLiteral.Member], into object: SourceRange) throws(EditRefusal) -> [Edit] { [] }
  func replace(_ value: SourceRange, with literal: SourceLiteral) throws(EditRefusal) -> [Edit] { [] }
  func remove(membersKeyedAt keys: [SourceRange], from object: SourceRange) throws(EditRefusal) -> [Edit] { [] }
  func append(_ elements: [SourceLiteral], to list: SourceRange) throws(EditRefusal) -> [Edit] { [] }
  func remove(elementsAt elements: [SourceRange], from list: SourceRange) throws(EditRefusal) -> [Edit] { [] }
}
enum DocumentEditor { static func make(for tree: SyntaxTree) -> any SourceEditor { JSONEditor(tree) } }
