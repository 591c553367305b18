import Inventory
import Testing

@Suite struct FieldNamesTests {
  @Test(arguments: [
    ("container", "container.readonlyRootFilesystem"), ("container", "container.image.tag"),
    ("container", "container.environment.secretNames"),
    ("container", "container.environment.value"),
    ("container", "container.dockerLabels.anything"), ("container", "taskDefinition.networkMode"),
    ("container", "container.linuxParameters.capabilities.add"),
    ("container", "container.logConfiguration.options"),
    ("volume", "volume.efsVolumeConfiguration.authorizationConfig.accessPointId"),
    ("service", "service.cluster.configuration.executeCommandConfiguration.logging"),
    ("service", "service.taskDefinition.containerDefinitions.image.digest"),
    ("service", "service.roleArn.isAdministrator"), ("service", "service.tags.userKeys"),
    ("service", "service.serviceConnectConfiguration.services.tls"),
    ("service", "service.volumeConfigurations.managedEBSVolume.encrypted"),
    ("taskDefinition", "taskDefinition.trustedExecutionConfiguration.isolationMode"),
    (
      "cluster", "cluster.configuration.managedStorageConfiguration.fargateEphemeralStorageKmsKeyId"
    ),
    ("host", "host.MetadataOptions.HttpPutResponseHopLimit"), ("host", "host.userData"),
    ("role", "role.AttachedManagedPolicies.PolicyArn"), ("role", "role.escalations"),
    ("role", "role.AssumeRolePolicyDocument.Statement.Effect"),
    ("policy", "policy.starActions"), ("policy", "policy.document.Statement"),
    ("policy", "role.RoleName"), ("logGroup", "logGroup.kmsKeyId"), ("trail", "trail.IsLogging"),
    (
      "ecsTarget", "ecsTarget.EcsParameters.NetworkConfiguration.awsvpcConfiguration.AssignPublicIp"
    ),
    ("repository", "repository.imageTagMutabilityExclusionFilters.filter"),
    (
      "repositoryCreationTemplate",
      "repositoryCreationTemplate.encryptionConfiguration.encryptionType"
    ),
    ("listener", "listener.DefaultActions.RedirectConfig.Protocol"),
    ("daemonTaskDefinition", "daemonTaskDefinition.pidMode"),
    ("accessPoint", "accessPoint.RootDirectory.Path"), ("secret", "secret.rotationSchedules"),
    ("detector", "detector.Enable"), ("jobDefinition", "jobDefinition.privilegedContainers"),
    ("capacityProvider", "capacityProvider.autoScalingGroupProvider.managedTerminationProtection"),
    ("publicRepository", "publicRepository.isPublic"),
    ("fileSystem", "fileSystem.publicStatements"),
  ])
  func `a field of a control is known`(kind: String, field: String) {
    #expect(check(field, kind) == .known)
  }

  @Test(arguments: [
    (
      "container", "container.readOnlyRootFilesystem", "readOnlyRootFilesystem",
      "readonlyRootFilesystem"
    ),
    ("container", "container.image.tags", "tags", "tag"),
    ("container", "container.privileged.x", "x", nil),
    ("container", "containr.image", "containr", "container"),
    ("container", "service.name", "service", nil),
    ("taskDefinition", "taskDefinition.pidMod", "pidMod", "pidMode"),
    ("taskDefinition", "taskDefinition.isFargateSise", "isFargateSise", "isFargateSize"),
    ("service", "service.cluster.confguration", "confguration", "configuration"),
    ("role", "role.isAdministrater", "isAdministrater", "isAdministrator"),
    ("logGroup", "logGroup.KmsKeyId", "KmsKeyId", "kmsKeyId"),
  ])
  func `a slip in a field is found, and the right name told`(
    kind: String,
    field: String,
    name: String,
    suggestion: String?
  ) {
    guard case .unknown(let unknown, let suggestions) = check(field, kind) else {
      Issue.record("\(field) is known")
      return
    }
    #expect(unknown == name)
    #expect(suggestions.first == suggestion)
  }

  private func check(_ field: String, _ kind: String) -> FieldNames.Verdict {
    FieldNames.check(field.split(separator: ".").map(String.init), forSubjectsOf: kind)
  }
}
