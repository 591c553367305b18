extension CloudFormationShape {
  /// What a resource of the CloudFormation type `type` is.
  package static func kind(of type: String) -> ResourceKind { kinds[type] ?? .other }
}
