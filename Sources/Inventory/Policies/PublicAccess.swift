/// Whether a statement grants something to everybody.
enum PublicAccess {
  /// How far conditions narrow the set of principals.
  enum Restriction {
    case none
    case some
    case unknown(UnknownReason)
  }

  /// The public statements of `document` by name, at the principal; unknown where one may be.
  static func statements(of document: PolicyDocument) -> [Value] {
    document.statements.compactMap(finding) + document.unknowns
  }

  private static func finding(_ statement: PolicyStatement) -> Value? {
    guard statement.isAllow, let principal = everybody(statement) else { return nil }
    switch restriction(statement.conditions) {
    case .some: return nil
    case .none where principal.unknownReason != nil: return principal
    case .none where statement.doubt != nil: return statement.doubt.map { principal.unknown($0) }
    case .none: return principal.named(statement.name)
    case .unknown(let reason): return principal.unknown(reason)
    }
  }

  /// The principal that means everybody; one that is not known where there is none such.
  private static func everybody(_ statement: PolicyStatement) -> Value? {
    if let others = statement.value["NotPrincipal"] { return others }
    let open = statement.principals.filter { $0.type == "*" || $0.type == "AWS" }.map(\.value)
    return open.first { $0.isEveryone }
      ?? open.first { $0.unknownReason != nil && !$0.isOwnAccount }
  }

  /// How far `conditions` narrow the set of principals.
  static func restriction(_ conditions: [PolicyCondition]) -> Restriction {
    var result = Restriction.none
    for condition in conditions where keys.contains(condition.key) {
      guard tests.contains(String(condition.plainTest)), !condition.values.isEmpty else { continue }
      if let reason = condition.values.compactMap(\.unknownParameterReason).first {
        result = .unknown(reason)
      } else if !condition.values.contains(where: isOpen) {
        return .some
      }
    }
    return result
  }

  private static func isOpen(_ value: Value) -> Bool {
    if value.namesEveryAccount { return true }
    guard let text = value.text else { return false }
    return value.isStar
      || ["0.0.0.0/0", "::/0", "arn:*", "arn:aws:*", "o-*", "false"].contains(text)
  }

  private static let tests: Set<String> = [
    "stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike", "ipaddress",
    "bool",
  ]

  private static let keys: Set<String> = [
    "aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths",
    "aws:sourceaccount", "aws:sourcearn", "aws:sourceip", "aws:sourceorgid", "aws:sourceorgpaths",
    "aws:sourceowner", "aws:sourcevpc", "aws:sourcevpce", "aws:userid", "aws:vpcsourceip",
    "aws:principalisawsservice", "elasticfilesystem:accesspointarn",
    "elasticfilesystem:accessedviamounttarget", "kms:calleraccount", "sts:externalid",
  ]
}

extension PolicyCondition {
  /// The operator without the qualifier that keeps its sense; others never restrict.
  fileprivate var plainTest: Substring {
    test.hasPrefix("foranyvalue:") ? test.dropFirst("foranyvalue:".count) : test[...]
  }
}

extension Value {
  /// Whether the principal is everybody: an asterisk, or an ARN that names no account.
  fileprivate var isEveryone: Bool {
    guard let text else { return false }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count >= 4, parts[0] == "arn", parts[2] == "iam" else { return isStar }
    return parts.count < 6 || parts[4] == "*"
  }

  /// Whether the value is an ARN with an asterisk for the account: `arn:aws:iam::*:role/ci`.
  fileprivate var namesEveryAccount: Bool {
    let known: String
    if case .partial(let pieces) = content {
      known = pieces.map { $0.literal ?? "?" }.joined()
    } else {
      known = text ?? ""
    }
    let parts = known.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count >= 6, parts[0] == "arn", !parts[4].isEmpty else { return false }
    return parts[4].utf8.allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// The reason, where a parameter decides the value; names of accounts and resources restrict.
  fileprivate var unknownParameterReason: UnknownReason? {
    switch unknownReason {
    case nil, .pseudoParameter, .attribute, .data, .importedValue, .dynamicReference, .undefined:
      nil
    case let reason: reason
    }
  }
}

extension Value {
  /// Whether the principal is the number of the account that the template is deployed to.
  var isOwnAccount: Bool {
    switch content {
    case .unknown(.pseudoParameter("AWS::AccountId")): true
    case .unknown(.attribute(let text)), .unknown(.data(let text)): text.namesOwnAccount
    case .reference(let reference): reference.text.namesOwnAccount
    default: false
    }
  }
}

extension String {
  /// Whether the attribute of a data source is the number of the account that is deployed to.
  fileprivate var namesOwnAccount: Bool {
    contains("data.aws_caller_identity.") && (hasSuffix(".account_id") || hasSuffix(".id"))
  }
}
