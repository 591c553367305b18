/// Facts about one identity policy; each lists what offends, by statement or by action.
enum PolicyFacts {
  static let table: [String: Fact] = [
    "assumeRoleEverywhere": everywhere("sts:AssumeRole", unless: "aws:resourceaccount"),
    "credentialActions": actions(of: \.isUnconditional, like: ActionClasses.credentials),
    "dataReadActions": actions(of: \.isOpen, like: ActionClasses.dataReads),
    "escalations": { site in
      let document = site.document
      let found = Escalations.paths(allowedBy: document.statements)
      return site.list(found + (found.isEmpty ? document.unknowns : []))
    },
    "fullPrivilegeStatements": { site in
      let document = site.document
      return site.list(document.statements.compactMap(\.fullPrivilege) + document.unknowns)
    },
    "passRoleEverywhere": everywhere("iam:PassRole", unless: "iam:passedtoservice"),
    "permissionsManagementActions": actions(of: \.isOpen, like: ActionClasses.permissions),
    "serviceWildcardActions": actions(of: \.isAllow) { $0.hasSuffix(":*") || $0 == "*" },
    "starActions": actions(of: \.isAllow) { $0 == "*" || $0 == "*:*" },
    "unconstrainedWriteActions": actions(of: \.isOpen, like: ActionClasses.permissions) {
      ActionClasses.writes($0) && !ActionClasses.needsNoResource($0)
    },
    "unscopedActions": actions(of: \.isOpen, like: ActionClasses.permissions) {
      !ActionClasses.needsNoResource($0)
    },
    "wildcards": wildcards,
  ]

  /// The actions of the allowing statements that are `concerned`, so far as they are of `family`.
  private static func actions(
    of concerned: @escaping @Sendable (PolicyStatement) -> Bool,
    like family: ActionClass
  ) -> Fact {
    actions(of: concerned, like: family) { family.hold($0) }
  }

  /// The actions of the allowing statements that are `concerned`, so far as they offend.
  ///
  /// A statement that allows all but some actions offends where it allows one of `family`.
  private static func actions(
    of concerned: @escaping @Sendable (PolicyStatement) -> Bool,
    like family: ActionClass? = nil,
    _ offends: @escaping @Sendable (String) -> Bool
  ) -> Fact {
    { site in
      let document = site.document
      let found = document.statements.filter { $0.isAllow && concerned($0) }.flatMap { statement in
        statement.actions.compactMap { offending($0, in: statement, offends) }
          + (family.flatMap(statement.exception).map { [$0] } ?? [])
      }
      return site.list(found + document.unknowns)
    }
  }

  private static func offending(
    _ action: Value,
    in statement: PolicyStatement,
    _ offends: (String) -> Bool
  ) -> Value? {
    if action.unknownReason != nil { return action }
    guard let text = action.text, offends(text) else { return nil }
    let doubt = statement.everything?.unknownReason ?? statement.doubt
    return doubt.map { action.unknown($0) } ?? action.named(text)
  }

  /// The statements that allow `action` on every role, the condition key `key` set aside.
  private static func everywhere(_ action: String, unless key: String) -> Fact {
    { site in
      let document = site.document
      let found = document.statements.compactMap { $0.grant(of: action, onEveryRoleUnless: key) }
      return site.list(found + document.unknowns)
    }
  }

  private static let wildcards: Fact = { site in
    let document = site.document
    let found = document.statements.filter(\.isAllow).flatMap { statement -> [Value] in
      let actions = statement.actions.compactMap { action -> Value? in
        if action.unknownReason != nil { return action }
        return action.literalText.contains("*") ? action.named(action.literalText) : nil
      }
      let scopable = statement.actions.contains {
        !ActionClasses.needsNoResource($0.text ?? "")
      }
      let everything = scopable || statement.notActions != nil ? statement.everything : nil
      return actions + (everything.map { [$0.unknownReason == nil ? $0.named("*") : $0] } ?? [])
    }
    return site.list(found + document.unknowns)
  }
}

extension FactSite {
  /// The document of the policy that stands here.
  fileprivate var document: PolicyDocument { PolicyDocument(value["document"]) }
}

extension PolicyStatement {
  /// Whether the statement reaches every resource, or may, under no condition.
  fileprivate var isOpen: Bool { isUnconditional && everything != nil }

  /// The exception, where the statement allows all but some actions on every resource, and an
  /// action of `family` is not among these.
  func exception(leaving family: ActionClass) -> Value? {
    guard let notActions, let everything, let written = value["NotAction"],
      family.names.contains(where: { action(covering: $0) != nil })
    else { return nil }
    let doubt =
      notActions.lazy.compactMap(\.firstUnknownReason).first ?? everything.unknownReason ?? doubt
    return doubt.map { written.unknown($0) } ?? written.named("NotAction")
  }

  /// The statement's name, where it allows everything, or all but a few actions, on everything.
  var fullPrivilege: Value? {
    guard isAllow, let everything else { return nil }
    guard let action = actions.first(where: { $0.isStar || $0.text == "*:*" }) ?? value["NotAction"]
    else {
      return everything.unknownReason == nil ? actions.first { $0.unknownReason != nil } : nil
    }
    let doubt = everything.unknownReason ?? doubt
    return doubt.map { action.unknown($0) } ?? action.named(name)
  }

  /// The statement's name, at the action, where it allows `action` on every role.
  fileprivate func grant(of action: String, onEveryRoleUnless key: String) -> Value? {
    guard isAllow, let granted = self.action(covering: action),
      !conditions.contains(where: { $0.key == key })
    else { return nil }
    if let everything {
      return everything.unknownReason == nil ? granted.named(name) : everything
    }
    let resources = value["Resource"]?.elements ?? []
    return resources.contains { $0.literalText.hasSuffix(":role/*") } ? granted.named(name) : nil
  }
}
