/// The attributes of Terraform's resources and data sources whose text is a secret.
///
/// A task definition that has one in an environment variable holds the secret in plain text, for
/// everybody who may describe it.
enum SecretOutput {
  /// How far an attribute is known to hold a secret.
  private enum Kind {
    /// It always does.
    case always
    /// It does where the variable that gets it says so.
    case byName
  }

  private static let attributes: [String: [String: Kind]] = [
    "aws_ecr_authorization_token": ["authorization_token": .always, "password": .always],
    "aws_iam_access_key": ["secret": .always, "ses_smtp_password_v4": .always],
    "aws_secretsmanager_random_password": ["random_password": .always],
    "aws_secretsmanager_secret_version": ["secret_binary": .always, "secret_string": .always],
    "aws_ssm_parameter": ["value": .byName],
    "random_password": ["result": .always],
    "random_string": ["result": .byName],
    "tls_private_key": [
      "private_key_openssh": .always, "private_key_pem": .always,
      "private_key_pem_pkcs8": .always,
    ],
  ]

  /// Whether the text of `value`, or a piece of it, is a secret of another resource.
  static func stands(in value: Value, named name: String) -> Bool {
    switch value.content {
    case .reference(let reference): isSecret(reference.text, named: name)
    case .unknown(.attribute(let text)), .unknown(.data(let text)): isSecret(text, named: name)
    case .partial(let pieces):
      pieces.contains { piece in
        switch piece {
        case .reference(let reference): isSecret(reference.text, named: name)
        case .unknown(.attribute(let text)), .unknown(.data(let text)):
          isSecret(text, named: name)
        default: false
        }
      }
    default: false
    }
  }

  /// Whether the attribute at the address `text` is a secret: `random_password.db.result`.
  private static func isSecret(_ text: String, named name: String) -> Bool {
    let parts = text.split(separator: ".").map(String.init)
    guard let index = parts.firstIndex(where: { attributes[$0] != nil }), parts.count > index + 2,
      let kind = attributes[parts[index]]?[String(parts[index + 2].prefix { $0 != "[" })]
    else { return false }
    return kind == .always || SecretName.isSuspicious(name)
  }
}
