/// The kinds of resource that have a shape of their own.
///
/// The raw value is the name by which conditions speak of the kind: `taskDefinition.pidMode`.
package enum ResourceKind: String, Sendable, CaseIterable {
  case taskDefinition
  case daemonTaskDefinition
  case service
  case taskSet
  case cluster
  case capacityProvider
  case repository
  case publicRepository
  case registryPolicy
  case registryScanning
  case registrySigning
  case repositoryCreationTemplate
  case role
  case user
  case group
  /// A policy that stands by itself: `AWS::IAM::Policy`, `AWS::IAM::ManagedPolicy`.
  case identityPolicy
  case logGroup
  case metricFilter
  case trail
  case eventRule
  case schedule
  case stateMachine
  case fileSystem
  case accessPoint
  case loadBalancer
  case listener
  case classicLoadBalancer
  case securityGroup
  case securityGroupRule
  case vpc
  case flowLog
  case host
  case secret
  case rotationSchedule
  case parameter
  case detector
  case jobDefinition
  case bucket
  case key
  /// A Dockerfile: the image that it builds.
  case dockerfile
  /// A service of a Compose file, in the shape of an ECS container.
  case composeService
  /// A decision on record about findings.
  case acceptance
  case other
}
