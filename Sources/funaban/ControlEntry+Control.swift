import Posture
import Remedy
import Reports
import SourceText
import Syntax

extension ControlEntry {
  /// Gathers everything that the file of `control` says.
  init(_ control: Control) {
    let examples = ControlExamples(control.file)
    let nodes: [(Verdict, [Node])] = [
      (.fail, examples.fail), (.pass, examples.pass), (.unknown, examples.unknown),
    ]
    self.init(
      id: control.id,
      aliases: control.aliases,
      severity: control.severity,
      resource: control.resource,
      applies: control.applies?.text,
      passes: control.passes.text,
      story: ControlStory(control.file),
      fixes: FixReader.read(control).declarations,
      examples: nodes.flatMap { verdict, nodes in
        nodes.map { ControlExample(verdict, yaml: $0.sourceText) }
      }
    )
  }
}

extension Node {
  /// The node as it is written, moved to the left margin.
  fileprivate var sourceText: String {
    let indentation = String(repeating: " ", count: location.position.column - 1)
    return file.text(range).split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix(indentation) ? String($0.dropFirst(indentation.count)) : String($0) }
      .joined(separator: "\n")
  }
}
