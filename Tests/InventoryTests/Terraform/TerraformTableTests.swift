import Testing

@testable import Inventory

@Suite struct TerraformTableTests {
  @Test func `every name that the tables lead to is one of the API`() {
    let renamed = TerraformShape.renames.flatMap { shape, names in
      names.values.filter { !$0.isEmpty }.map { (shape, $0) }
    }
    let chosen = TerraformShape.choices.flatMap { shape, names in
      names.keys.map { (shape, TerraformShape.renames[shape]?[$0] ?? $0) }
    }
    let joined = TerraformShape.joins.values.joined().flatMap { join in
      join.says.compactMap(\.target).map { ("@" + join.owner.rawValue, $0) }
    }
    for (shape, path) in renamed + chosen + joined {
      #expect(Self.isMember(path, of: shape), "\(shape): \(path)")
    }
  }

  @Test func `every shape and every type in the tables is one`() {
    let shapes = Set(TerraformShape.renames.keys).union(TerraformShape.choices.keys)
      .union(TerraformShape.jsonMembers.keys)
    for shape in shapes { #expect(ShapeTable.shared.members(of: shape) != nil, "\(shape)") }
    let types = Set(TerraformShape.jsonTexts.keys).union(TerraformShape.identifiers.keys)
    for type in types { #expect(TerraformShape.isNamed(type), "\(type)") }
  }

  /// Whether the dotted `path` leads through the members of `shape`, up to a map.
  private static func isMember(_ path: String, of shape: String) -> Bool {
    var shape: String? = shape
    for name in path.split(separator: ".") {
      let plain = name.filter { $0 != "_" }
      guard let current = shape, let member = ShapeTable.shared.member(plain, of: current) else {
        return false
      }
      if case .map = member.content { return true }
      shape = member.content.shape
    }
    return true
  }
}

extension TerraformShape {
  /// Whether the mapping has any use for the type, or keeps it as it is.
  fileprivate static func isNamed(_ type: String) -> Bool {
    knows(type)
      || [
        "aws_iam_instance_profile", "aws_kms_alias", "aws_s3_bucket_policy",
        "aws_secretsmanager_secret_policy",
      ].contains(type)
  }
}

extension TerraformJoin.Saying {
  /// The member of the owner that the saying leads to.
  fileprivate var target: String? {
    switch self {
    case .argument(_, let path): path
    case .element(let list, _): list
    case .truth(let name): name
    case .arguments: nil
    }
  }
}
