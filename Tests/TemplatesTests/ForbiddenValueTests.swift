import Templates
import Testing

/// Values that the sources themselves rule out.
@Suite struct ForbiddenValueTests {
  @Test(arguments: [
    ("Type: Number, Default: 7, AllowedValues: [1, 7]", false),
    ("Type: Number, Default: 365, AllowedValues: [1, 7]", true),
    ("Type: String, Default: \"true\", AllowedValues: [true, false]", false),
    ("Type: String, Default: True, AllowedValues: [\"true\", \"false\"]", false),
    ("Type: String, AllowedValues: [a, b]", false),
    ("Type: CommaDelimitedList, Default: \"a,b\", AllowedValues: [a, b]", false),
  ])
  func `a default has to be among the allowed values`(parameter: String, isForbidden: Bool) {
    let unit = units(
      """
      Parameters:
        Days: { \(parameter) }
      Resources:
        Cluster: { Type: AWS::ECS::Cluster }
      """
    )[0]
    #expect(unit.codes == (isForbidden ? ["cloudformation.forbidden-default"] : []))
  }

  private let rule = """
    variable "days" {
      type    = number
      default = 7
      validation {
        condition     = contains([1, 7], var.days)
        error_message = "One day or a week."
      }
    }
    resource "aws_cloudwatch_log_group" "this" { retention_in_days = var.days }
    """

  @Test func `a variable has to meet its own conditions`() {
    #expect(project(rule).codes == [])
    #expect(project(rule, variables: ["days": "365"]).codes == ["terraform.invalid-variable"])
    #expect(project(rule.replacing("default = 7", with: "")).codes == [])
  }

  @Test func `so does a variable of a module`() {
    let files = ["main.tf": "module \"logs\" {\n  source = \"./logs\"\n  days = 30\n}"]
    let unit = project(files.merging(["logs/main.tf": rule]) { $1 })
    #expect(unit.codes == ["terraform.invalid-variable"])
  }

  @Test func `a condition that cannot be worked out says nothing`() {
    let other = rule.replacing("contains([1, 7], var.days)", with: "regex(\"[a\", var.days) == 1")
    #expect(project(other).codes == [])
  }
}
