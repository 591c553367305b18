import Inventory
import Syntax

struct CopilotReader {
  init(_ document: Node, _ options: TemplateOptions) { self.document = document }
  let document: Node
  func read() -> DeploymentUnit {
    DeploymentUnit(file: document.file, format: .copilot, inventories: [Inventory()])
  }
}
