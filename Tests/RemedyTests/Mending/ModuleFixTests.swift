import Posture
import Remedy
import SourceText
import Templates
import Testing

/// What stands in modules that are not on disk is left to their users.
struct ModuleFixTests {
  private static let source = """
    module "vpc" {
      source = "terraform-aws-modules/vpc/aws"
      name   = "shop"
    }

    """

  @Test
  func `a resource of a module whose sources are elsewhere is left to the module's variables`()
    throws
  {
    let file = SourceFile(path: "main.tf", text: Self.source)
    let source = RemedySource { files in
      RemedySource.Reading(
        units: [TerraformProject.read(file: files[file.path] ?? file)],
        diagnostics: []
      )
    }
    var options = Remedy.Options()
    options.limit = .needsReview
    let outcome = Remedy(ControlCatalogue.embedded(), options: options).mend(source)
    let flowLogs = try #require(outcome.findings.first { $0.finding.control == "vpc.flow-logs" })
    guard case .manual(let reason) = flowLogs.state else {
      Issue.record("\(flowLogs.state)")
      return
    }
    #expect(reason.en.contains("the module's variables"))
    #expect(outcome.changes.isEmpty)
  }
}
