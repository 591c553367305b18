import Remedy
import Testing

struct LogConfigurationRecipeTests {
  private static let control = "ecs.td.logging"

  @Test func `a template gets one log group for all containers of a task`() {
    let sample = RecipeSample(
      "template.yaml",
      """
      Resources:
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            Family: !Sub "${AWS::StackName}-shop"
            ContainerDefinitions:
              - Name: web
                Image: nginx:1.29
              - Name: job
                Image: acme/job:1

      """
    )
    let mended = sample.mended(Self.control)
    #expect(
      mended.diff == """
        @@ -6,5 +6,21 @@
               ContainerDefinitions:
                 - Name: web
                   Image: nginx:1.29
        +          LogConfiguration:
        +            LogDriver: awslogs
        +            Options:
        +              awslogs-group: !Ref TaskLogGroup
        +              awslogs-region: !Ref AWS::Region
        +              awslogs-stream-prefix: web
                 - Name: job
                   Image: acme/job:1
        +          LogConfiguration:
        +            LogDriver: awslogs
        +            Options:
        +              awslogs-group: !Ref TaskLogGroup
        +              awslogs-region: !Ref AWS::Region
        +              awslogs-stream-prefix: job
        +  TaskLogGroup:
        +    Type: AWS::Logs::LogGroup
        +    Properties:
        +      RetentionInDays: 365
        """
    )
    #expect(mended.notes.contains("no execution role"))
    #expect(mended.isClean)
  }

  @Test func `a Terraform module gets a group and asks the provider for the Region`() {
    let sample = RecipeSample(
      "main.tf",
      """
      resource "aws_ecs_task_definition" "shop" {
        family = "shop"
        container_definitions = jsonencode([
          {
            name  = "web"
            image = "nginx:1.29"
          }
        ])
      }

      """
    )
    let mended = sample.mended(Self.control)
    #expect(
      mended.diff == """
        @@ -4,6 +4,22 @@
             {
               name  = "web"
               image = "nginx:1.29"
        +      logConfiguration = {
        +        logDriver = "awslogs"
        +        options = {
        +          awslogs-group         = aws_cloudwatch_log_group.shop_logs.name
        +          awslogs-region        = data.aws_region.shop_logs.id
        +          awslogs-stream-prefix = "web"
        +        }
        +      }
             }
           ])
        +}
        +
        +resource "aws_cloudwatch_log_group" "shop_logs" {
        +  name              = "/ecs/shop"
        +  retention_in_days = 365
        +}
        +
        +data "aws_region" "shop_logs" {
         }
        """
    )
    #expect(mended.isClean)
  }

  @Test(arguments: [
    (
      "task.yaml",
      """
      family: shop
      containerDefinitions:
        - name: web
          image: nginx:1.29
          logConfiguration:
            logDriver: awslogs
            options: { awslogs-group: /shop, awslogs-region: eu-west-1, awslogs-stream-prefix: web }
        - name: job
          image: acme/job:1

      """, ["awslogs-group: /shop", "awslogs-region: eu-west-1", "awslogs-stream-prefix: job"]
    ),
    (
      "template.yaml",
      """
      Resources:
        Logs: { Type: AWS::Logs::LogGroup, Properties: { RetentionInDays: 400 } }
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            ContainerDefinitions:
              - Name: web
                Image: nginx:1.29
                LogConfiguration:
                  LogDriver: awslogs
                  Options:
                    awslogs-group: !Ref Logs
                    awslogs-region: !Sub "${AWS::Region}"
                    mode: non-blocking
              - Name: job
                Image: acme/job:1

      """,
      [
        "awslogs-group: !Ref Logs", "awslogs-region: !Sub ${AWS::Region}", "mode: non-blocking",
        "awslogs-stream-prefix: job",
      ]
    ),
    (
      "template.json",
      """
      {
        "Resources": {
          "Logs": { "Type": "AWS::Logs::LogGroup" },
          "Task": {
            "Type": "AWS::ECS::TaskDefinition",
            "Properties": {
              "ContainerDefinitions": [
                {
                  "Name": "web",
                  "Image": "nginx:1.29",
                  "LogConfiguration": {
                    "LogDriver": "awslogs",
                    "Options": {
                      "awslogs-group": { "Ref": "Logs" },
                      "awslogs-region": { "Fn::Join": ["-", ["eu", "west", "1"]] }
                    }
                  }
                },
                {
                  "Name": "job",
                  "Image": "acme/job:1"
                }
              ]
            }
          }
        }
      }

      """,
      [
        #""awslogs-group": { "Ref": "Logs" },"#, #""Fn::Join": ["#,
        #""awslogs-stream-prefix": "job""#,
      ]
    ),
    (
      "main.tf",
      """
      variable "region" { default = "eu-west-1" }
      resource "aws_cloudwatch_log_group" "shop" {
        name = "/shop"
      }
      resource "aws_ecs_task_definition" "shop" {
        family = "shop"
        container_definitions = jsonencode([
          {
            name  = "web"
            image = "nginx:1.29"
            logConfiguration = {
              logDriver = "awslogs"
              options = {
                awslogs-group         = aws_cloudwatch_log_group.shop.name
                awslogs-region        = var.region
                awslogs-stream-prefix = "web"
              }
            }
          },
          {
            name  = "job"
            image = "acme/job:1"
          },
        ])
      }

      """,
      [
        "awslogs-group         = aws_cloudwatch_log_group.shop.name",
        "awslogs-region        = var.region", #"awslogs-stream-prefix = "job""#,
      ]
    ),
    (
      "main.tf",
      """
      resource "aws_cloudwatch_log_group" "shop" {
        name = "/shop"
      }
      resource "aws_ecs_task_definition" "shop" {
        family = "shop"
        container_definitions = <<JSON
      [
        {
          "name": "web",
          "image": "nginx:1.29",
          "logConfiguration": {
            "logDriver": "awslogs",
            "options": {
              "awslogs-group": "${aws_cloudwatch_log_group.shop.name}",
              "awslogs-region": "eu-west-1"
            }
          }
        },
        {
          "name": "job",
          "image": "acme/job:1"
        }
      ]
      JSON
      }

      """,
      [
        #""awslogs-group": "${aws_cloudwatch_log_group.shop.name}","#,
        #""awslogs-region": "eu-west-1","#, #""awslogs-stream-prefix": "job""#,
      ]
    ),
  ])
  func `a container takes over the log configuration of another, references and all`(
    _ path: String,
    _ text: String,
    _ lines: [String]
  ) {
    let mended = RecipeSample(path, text).mended(Self.control)
    #expect(mended.names == ["job"])
    for line in lines { #expect(mended.added.contains(line), "\(line) in \(mended.diff)") }
    #expect(!mended.added.contains { $0.contains("LogGroup") || $0.hasPrefix("resource") })
    #expect(mended.isClean)
  }

  @Test func `what is added goes to the Region of the task definition`() {
    let mended = RecipeSample(
      "main.tf",
      """
      provider "aws" {
        alias  = "tokyo"
        region = "ap-northeast-1"
      }
      resource "aws_ecs_task_definition" "shop" {
        provider              = aws.tokyo
        family                = "shop"
        container_definitions = jsonencode([{ name = "web", image = "nginx:1.29" }])
      }

      """
    ).mended(Self.control)
    #expect(mended.added.filter { $0.hasSuffix("= aws.tokyo") }.count == 2)
    #expect(mended.isClean)
  }

  @Test func `a task definition needs a Region, which the obstacle asks for`() {
    let text = "family: shop\ncontainerDefinitions:\n  - name: web\n    image: nginx:1.29\n"
    #expect(
      RecipeSample("task.yaml", text).mended(Self.control).reasons
        == ["The Region of the log group is not known: name it with `--region`."]
    )
    let book = RecipeBook.shipped(region: "eu-west-1")
    let mended = RecipeSample("task.yaml", text, recipes: book).mended(Self.control)
    #expect(mended.added.contains("awslogs-group: /ecs/shop"))
    #expect(mended.added.contains("awslogs-region: eu-west-1"))
    #expect(mended.notes.contains("aws logs create-log-group --log-group-name /ecs/shop"))
    #expect(mended.isClean)
  }

  @Test func `with FireLens the containers go through the router, and the router to CloudWatch`() {
    let mended = RecipeSample(
      "template.yaml",
      """
      Resources:
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            ContainerDefinitions:
              - Name: api
                Image: acme/api:1
                LogConfiguration:
                  LogDriver: awsfirelens
                  Options:
                    Name: !Ref AWS::StackName
              - Name: web
                Image: nginx:1.29
                LogConfiguration: { LogDriver: none }
              - Name: router
                Image: fluent-bit:4.0
                FirelensConfiguration: { Type: fluentbit }

      """
    ).mended(Self.control)
    #expect(mended.names == ["web", "router"])
    #expect(mended.added.contains("LogDriver: awsfirelens"))
    #expect(mended.added.contains("Name: !Ref AWS::StackName"))
    #expect(mended.added.contains("awslogs-stream-prefix: router"))
    #expect(mended.isClean)
  }

  @Test func `a role that may write logs already is no matter for a note`() {
    let text = """
      Resources:
        Role:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: {}
            ManagedPolicyArns:
              - !Sub "arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            ExecutionRoleArn: !GetAtt Role.Arn
            ContainerDefinitions: [{ Name: web, Image: "nginx:1.29" }]

      """
    let mended = RecipeSample("t.yaml", text).mended(Self.control)
    #expect(mended.names == ["web"])
    #expect(!mended.notes.contains("logs:PutLogEvents"))
    let without = text.replacing("AmazonECSTaskExecutionRolePolicy", with: "Other")
    let other = RecipeSample("t.yaml", without).mended(Self.control)
    #expect(other.notes.contains("execution role `Role` must allow `logs:CreateLogStream`"))
  }
}
