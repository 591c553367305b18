/// Why a value is not known, and what would make it known.
package enum UnknownReason: Sendable, Hashable {
  /// A template parameter without a default and without a given value.
  case parameter(String)
  /// A Terraform variable without a default and without a given value.
  case variable(String)
  /// What a Terraform data source finds out when it is applied.
  case data(String)
  /// The workspace that Terraform works in, which is chosen when it runs.
  case workspace
  /// A module whose sources are not at hand, by its source address.
  case module(String)
  /// A build argument of a Dockerfile without a default.
  case buildArgument(String)
  /// A pseudo parameter such as `AWS::AccountId`.
  case pseudoParameter(String)
  /// An export of another stack.
  case importedValue(String)
  /// A dynamic reference such as `{{resolve:ssm:…}}`.
  case dynamicReference(String)
  /// An attribute that exists only after deployment.
  case attribute(String)
  /// A name that the template does not define.
  case undefined(String)
  /// A function that cannot be computed, or not with these arguments.
  case function(String)
  /// A definition that refers to itself.
  case circular(String)
  /// A placeholder that a deployment tool fills in, such as `<IMAGE1_NAME>`.
  case placeholder(String)
  /// A file that could not be read.
  case unreadFile(String)
  /// A value of a kind that cannot stand there.
  case malformed(expected: String)
  /// A condition whose cases were too many to be tried one by one.
  case condition(String)
  /// A resource that the sources at hand do not describe.
  case outside(String)
  /// A part that was left out because a bound was reached.
  case tooLarge(String)

  /// The name in it: of the parameter, the function, the file.
  package var name: String {
    switch self {
    case .parameter(let name), .variable(let name), .buildArgument(let name), .data(let name),
      .module(let name),
      .pseudoParameter(let name), .importedValue(let name),
      .dynamicReference(let name), .attribute(let name), .undefined(let name),
      .function(let name), .circular(let name), .placeholder(let name), .unreadFile(let name),
      .malformed(let name), .condition(let name), .outside(let name), .tooLarge(let name):
      name
    case .workspace: "terraform.workspace"
    }
  }
}
