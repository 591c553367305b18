/// Facts about who may assume a role.
enum TrustFacts {
  /// The trusting statements that everybody satisfies.
  static let publicStatements: Fact = { site in
    site.list(PublicAccess.statements(of: site.trust))
  }

  /// The principals that mean everybody in an account.
  static let accountRoots: Fact = { site in
    site.principals { statement, principal in
      if principal.value.isOwnAccount { return principal.value.named("${AWS::AccountId}") }
      return principal.value.isAccountRoot ? principal.value : nil
    }
  }

  /// The principals of a named account, where neither an external ID nor MFA is asked for.
  static let crossAccount: Fact = { site in
    site.principals { statement, principal in
      let asks = statement.conditions.contains(where: \.asksForProof)
      return !asks && principal.value.accountNumber != nil ? principal.value : nil
    }
  }

  /// The actions with a wildcard that the trusting statements allow.
  static let wildcardActions: Fact = { site in
    let actions = site.trust.statements.filter(\.isAllow).flatMap(\.actions)
    return site.list(actions.filter { $0.literalText.contains("*") } + site.trust.unknowns)
  }

  /// The services that may assume the role.
  static let services: Fact = { site in
    let values = site.trust.statements.filter(\.isAllow).flatMap { statement in
      statement.principals.filter { $0.type == "Service" }.map(\.value)
    }
    return site.list(values + site.trust.unknowns)
  }

  /// The statements that trust ECS tasks of any account's making.
  static let taskTrustsWithoutSource: Fact = { site in
    let found = site.trust.statements.filter(\.isAllow).compactMap { statement -> Value? in
      let services = statement.principals.filter { $0.type == "Service" }.map(\.value)
      let service =
        services.first { $0.literalText.hasPrefix("ecs-tasks.amazonaws.com") }
        ?? services.first { $0.unknownReason != nil }
      let isBound = statement.conditions.contains {
        ["aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid"].contains($0.key)
      }
      if isBound { return nil }
      return service.map { $0.unknownReason == nil ? $0.named(statement.name) : $0 }
    }
    return site.list(found + site.trust.unknowns)
  }
}

extension FactSite {
  /// The policy that says who may assume the role.
  fileprivate var trust: PolicyDocument { PolicyDocument(value["AssumeRolePolicyDocument"]) }

  /// The AWS principals of the trusting statements that `select` takes; unknown ones stay.
  fileprivate func principals(
    _ select: (PolicyStatement, (type: String, value: Value)) -> Value?
  ) -> Value? {
    let found = trust.statements.filter(\.isAllow).flatMap { statement in
      statement.principals.filter { $0.type == "AWS" }.compactMap { principal in
        principal.value.unknownReason == nil || principal.value.isOwnAccount
          ? select(statement, principal) : principal.value
      }
    }
    return list(found + trust.unknowns)
  }
}

extension PolicyCondition {
  /// Whether a stranger must know an external ID, or have used MFA.
  fileprivate var asksForProof: Bool {
    switch key {
    case "sts:externalid": values.contains { $0.text != "" && !$0.isStar }
    case "aws:multifactorauthpresent": values.contains { $0.isTrue != false }
    default: false
    }
  }
}

extension Value {
  /// Whether the principal is an account as a whole: its number, or the ARN of its root.
  fileprivate var isAccountRoot: Bool {
    let known = literalText
    return (known.hasPrefix("arn:") && known.hasSuffix(":root")) || text?.isAccountNumber ?? false
  }

  /// The number of the account that the principal belongs to, where it is written.
  fileprivate var accountNumber: String? {
    guard let text else { return nil }
    if text.isAccountNumber { return text }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count >= 6, parts[0] == "arn" else { return nil }
    return String(parts[4]).isAccountNumber ? String(parts[4]) : nil
  }
}

extension String {
  /// Whether the text is the twelve digits of an account.
  fileprivate var isAccountNumber: Bool {
    utf8.count == 12 && utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }
}
