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

  @Test func `a policy that a data source makes is left to whoever writes its blocks`() throws {
    let text = """
      data "aws_iam_policy_document" "trust" {
        statement {
          actions = ["sts:AssumeRole"]
          principals {
            type        = "Service"
            identifiers = ["ecs-tasks.amazonaws.com"]
          }
        }
      }

      resource "aws_iam_role" "task" {
        name               = "task"
        assume_role_policy = data.aws_iam_policy_document.trust.json
      }

      """
    let file = SourceFile(path: "main.tf", text: text)
    let source = RemedySource { files in
      RemedySource.Reading(
        units: [TerraformProject.read(file: files[file.path] ?? file)],
        diagnostics: []
      )
    }
    var options = Remedy.Options()
    options.limit = .needsReview
    let outcome = Remedy(ControlCatalogue.embedded(), options: options).mend(source)
    let control = "iam.ecs-tasks-confused-deputy"
    let deputy = try #require(outcome.findings.first { $0.finding.control == control })
    guard case .manual(let reason) = deputy.state else {
      Issue.record("\(deputy.state)")
      return
    }
    #expect(reason.en.contains("`data` block"))
  }
}
