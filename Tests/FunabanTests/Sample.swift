/// Small inputs that many tests share.
enum Sample {
  /// A task definition with one privileged container.
  static let taskDefinition = """
    {
      "family": "web",
      "containerDefinitions": [
        { "name": "app", "image": "nginx:1.29", "privileged": true, "memory": 128 }
      ]
    }

    """

  /// A template whose container is privileged unless its stage is `production`.
  static let template = """
    AWSTemplateFormatVersion: "2010-09-09"
    Parameters:
      Stage:
        Type: String
        Default: test
    Conditions:
      IsProduction: !Equals [!Ref Stage, production]
    Resources:
      Task:
        Type: AWS::ECS::TaskDefinition
        Properties:
          Family: web
          ContainerDefinitions:
            - Name: app
              Image: nginx:1.29
              Privileged: !If [IsProduction, false, true]

    """

  /// The control that both of them fail.
  static let control = ["--control", "ecs.td.privileged"]
}
