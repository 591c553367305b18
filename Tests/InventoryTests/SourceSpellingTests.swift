import Inventory
import Testing

struct SourceSpellingTests {
  @Test(arguments: [
    (ResourceKind.taskDefinition, "pidMode", "PidMode", "pid_mode", false),
    (.taskDefinition, "volumes", "Volumes", "volume", true),
    (.cluster, "settings", "ClusterSettings", "setting", true),
    (
      .repository, "imageScanningConfiguration", "ImageScanningConfiguration",
      "image_scanning_configuration", true
    ),
    (.repository, "tags", "Tags", "tags", false),
    (.fileSystem, "KmsKeyId", "KmsKeyId", "kms_key_id", false),
    (
      .trail, "LogFileValidationEnabled", "EnableLogFileValidation",
      "enable_log_file_validation", false
    ),
    (.service, "clusterArn", "Cluster", "cluster", false),
  ])
  func `a member of the API has a name in each language`(
    kind: ResourceKind,
    member: String,
    cloudFormation: String,
    terraform: String,
    isBlock: Bool
  ) {
    #expect(SourceSpelling(of: kind, in: .api).member(member).name == member)
    #expect(SourceSpelling(of: kind, in: .cloudFormation).member(member).name == cloudFormation)
    let written = SourceSpelling(of: kind, in: .terraform).member(member)
    #expect(written.name == terraform)
    #expect(written.isBlock == isBlock)
  }

  @Test func `a volume's file system is spelt as CloudFormation spells it`() {
    let volume = SourceSpelling(of: .taskDefinition, in: .cloudFormation).inside("volumes")
    #expect(volume.member("efsVolumeConfiguration").name == "EFSVolumeConfiguration")
    let configuration = volume.inside("efsVolumeConfiguration")
    #expect(configuration.member("fileSystemId").name == "FilesystemId")
    #expect(configuration.inside("authorizationConfig").member("iam").name == "IAM")
  }

  @Test func `what the API nests and Terraform does not has a name of its own`() {
    let service = SourceSpelling(of: .service, in: .terraform)
    let path = ["networkConfiguration", "awsvpcConfiguration"]
    #expect(service.shortcut(to: path)?.name == "network_configuration")
    #expect(service.shortcut(to: path)?.isBlock == true)
    let inner = path.reduce(service) { $0.inside($1) }
    #expect(inner.member("assignPublicIp").choice?.no == "DISABLED")
    let compose = SourceSpelling(of: .composeService, in: .compose)
    #expect(compose.shortcut(to: ["linuxParameters", "capabilities", "drop"])?.name == "cap_drop")
  }
}
