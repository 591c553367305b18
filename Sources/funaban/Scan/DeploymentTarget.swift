import Inventory

/// The AWS account and Region that the sources are deployed to, as far as anyone said.
struct DeploymentTarget {
  /// Twelve digits.
  let account: String?
  /// Such as `ap-northeast-1`.
  let region: String?

  /// Takes the pseudo parameters of templates, else the variables of the environment.
  init(_ parameters: [String: Value]) {
    account = DeploymentTarget.first(
      [parameters["AWS::AccountId"]?.text, environmentVariable("AWS_ACCOUNT_ID")],
      where: DeploymentTarget.isAccount
    )
    region = DeploymentTarget.first(
      [
        parameters["AWS::Region"]?.text, environmentVariable("AWS_REGION"),
        environmentVariable("AWS_DEFAULT_REGION"),
      ],
      where: DeploymentTarget.isRegion
    )
  }

  private static func first(_ names: [String?], where isName: (String) -> Bool) -> String? {
    names.lazy.compactMap(\.self).first(where: isName)
  }

  private static func isAccount(_ name: String) -> Bool {
    name.utf8.count == 12 && name.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }

  /// Whether `name` looks like that of a Region.
  static func isRegion(_ name: String) -> Bool {
    name.contains("-")
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }
}
