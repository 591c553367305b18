import Inventory
import Testing

@Suite struct ECSTargetTests {
  private let publicIP =
    "ecsTarget.EcsParameters.NetworkConfiguration.awsvpcConfiguration.AssignPublicIp"

  @Test(arguments: [
    #"{"R": {"Type": "AWS::Events::Rule", "Properties": {"Targets": [{"Id": "a", "Arn": "x"}, {"Id": "run", "EcsParameters": {"TaskDefinitionArn": "t", "NetworkConfiguration": {"AwsVpcConfiguration": {"AssignPublicIp": "ENABLED"}}}}]}}}"#,
    #"{"R": {"Type": "AWS::Scheduler::Schedule", "Properties": {"Target": {"Arn": "x", "EcsParameters": {"TaskDefinitionArn": "t", "NetworkConfiguration": {"AwsvpcConfiguration": {"AssignPublicIp": "ENABLED"}}}}}}}"#,
    #"{"R": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"Definition": {"States": {"Both": {"Type": "Parallel", "Branches": [{"States": {"Run": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "t", "NetworkConfiguration": {"AwsvpcConfiguration": {"AssignPublicIp": "ENABLED"}}}}}}]}}}}}}"#,
    #"{"R": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": "{\"States\": {\"Run\": {\"Resource\": \"arn:aws:states:::ecs:runTask\", \"Parameters\": {\"TaskDefinition\": \"t\", \"NetworkConfiguration\": {\"AwsvpcConfiguration\": {\"AssignPublicIp\": \"ENABLED\"}}}}}}"}}}"#,
  ])
  func `rules, schedules and state machines that run tasks look alike`(template: String) {
    let inventory = Samples.inventory(template)
    #expect(inventory.subjects(of: "ecsTarget").count == 1)
    #expect(inventory.reading(publicIP, of: "ecsTarget") == ["ENABLED"])
    let definition = inventory.reading("ecsTarget.EcsParameters.TaskDefinitionArn", of: "ecsTarget")
    #expect(definition == ["t"])
  }

  @Test func `what a state machine computes at run time is unknown`() {
    let inventory = Samples.inventory(
      """
      {"R": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"Definition": {"States": {
        "Run": {"Resource": "arn:aws:states:::ecs:runTask", "Parameters": {
          "NetworkConfiguration": {"AwsvpcConfiguration": {"AssignPublicIp.$": "$.ip"}},
          "LaunchType": "{% $type %}"}}}}}}}
      """
    )
    #expect(inventory.reading(publicIP, of: "ecsTarget") == ["?"])
    #expect(inventory.reading("ecsTarget.EcsParameters.LaunchType", of: "ecsTarget") == ["?"])
  }
}
