import Posture
import Remedy
import SourceText
import Testing

/// What the controls' files say about mending.
@Suite struct FixDeclarationTests {
  static let controls = FixProject.catalogue.controls.map(\.id)

  @Test(arguments: controls) func `a control says how it is fixed`(_ id: String) throws {
    let control = try #require(FixProject.catalogue.control(id))
    let (declarations, diagnostics) = FixReader.read(control)
    #expect(diagnostics.map(\.text.en) == [])
    let last = try #require(declarations.last, "\(id) does not declare a fix")
    // A source that no declaration is for would be left without an answer.
    #expect(last.condition == nil)
    for declaration in declarations {
      if let note = declaration.note {
        #expect(!note.en.isEmpty && note.ja.unicodeScalars.contains { $0.value > 0x3040 })
        #expect(note.en.hasSuffix(".") && note.ja.hasSuffix("。"))
      } else {
        #expect(declaration.applicability == .safe || declaration.recipe != nil)
      }
      #expect((declaration.applicability == .manual) == declaration.changesNothing)
    }
  }

  @Test(arguments: [
    "{ safety: certain }", "{ sets: { container.user: app } }", "{ set: { user: app } }",
    "{ when: container.usr exists, set: { container.user: app } }",
    "{ safety: manual }", "{ in: [helm], set: { container.user: app } }",
    "{ add: [{ type: AWS::KMS::Key }] }", "remove it",
  ]) func `a fix that cannot be meant is reported`(_ fix: String) throws {
    let file = SourceFile(
      path: "own.yaml",
      text: """
        control: own.control
        resource: container
        severity: low
        passes: container.user exists
        title: { en: A user. }
        fix: \(fix)
        """
    )
    let control = try #require(ControlReader.head(of: file).control)
    #expect(FixReader.read(control).diagnostics.count == 1)
  }

  @Test(arguments: [
    ("container.user", true), ("container", false), ("container..user", false),
    ("service.tags[a.b]", true), ("container.extraHosts[ipAddress=169.254.*]", true),
    ("container.dockerSecurityOptions[=label=disable].x", true), ("container.tags[", false),
    ("container[name=web].user", false),
  ]) func `a path is a root and steps`(_ text: String, isPath: Bool) {
    #expect((FixPath(text) != nil) == isPath)
  }
}

extension FixDeclaration {
  /// Whether there is nothing that it would write.
  fileprivate var changesNothing: Bool {
    sets.isEmpty && removals.isEmpty && additions.isEmpty && withdrawals.isEmpty
      && resources.isEmpty && recipe == nil
  }
}
