/// Inputs of the size and shape of real ones.
enum Samples {
  /// CloudTrail records of `RunTask` calls.
  static func trail(megabytes: Int) -> String {
    var records: [String] = []
    var size = 0
    while size < megabytes * 1_000_000 {
      let record = record(records.count)
      size += record.utf8.count + 1
      records.append(record)
    }
    return "{\"Records\":[\(records.joined(separator: ","))]}"
  }

  private static func record(_ number: Int) -> String {
    """
    {"eventVersion":"1.08","userIdentity":{"type":"AssumedRole","principalId":"AROA\(number):ci",\
    "arn":"arn:aws:sts::012345678901:assumed-role/deploy/ci","accountId":"012345678901",\
    "sessionContext":{"attributes":{"creationDate":"2026-01-01T00:00:00Z",\
    "mfaAuthenticated":"false"}}},"eventTime":"2026-01-01T00:00:00Z",\
    "eventSource":"ecs.amazonaws.com","eventName":"RunTask","awsRegion":"ap-northeast-1",\
    "sourceIPAddress":"192.0.2.\(number % 256)","userAgent":"aws-cli/2.15 \\"linux\\"",\
    "requestParameters":{"cluster":"c\(number)","count":\(number % 7),"launchType":"FARGATE",\
    "networkConfiguration":{"awsvpcConfiguration":{"subnets":["subnet-\(number)","subnet-2"],\
    "assignPublicIp":"DISABLED"}},"overrides":{"containerOverrides":[{"name":"web",\
    "command":["sh","-c","echo \\u8239\\u756a"]}]}},"responseElements":{"failures":[],\
    "tasks":[{"taskArn":"arn:aws:ecs:ap-northeast-1:012345678901:task/c/\(number)",\
    "cpu":"256","memory":"512","enableExecuteCommand":false,"startedAt":null}]},\
    "requestID":"r-\(number)","readOnly":false,"eventType":"AwsApiCall",\
    "recipientAccountId":"012345678901","eventCategory":"Management"}
    """
  }

  /// A CloudFormation template of many task definitions.
  static func template(megabytes: Int) -> String {
    var text = "AWSTemplateFormatVersion: \"2010-09-09\"\nResources:\n"
    var number = 0
    while text.utf8.count < megabytes * 1_000_000 {
      text += taskDefinition(number)
      number += 1
    }
    return text
  }

  private static func taskDefinition(_ number: Int) -> String {
    """
      Task\(number):  # one of many
        Type: AWS::ECS::TaskDefinition
        Properties:
          Family: !Sub "${AWS::StackName}-web-\(number)"
          NetworkMode: awsvpc
          RequiresCompatibilities: [FARGATE]
          Cpu: 256
          Memory: "512"
          ExecutionRoleArn: !GetAtt ExecutionRole.Arn
          ContainerDefinitions:
            - Name: web
              Image: !Sub ${Account}.dkr.ecr.${AWS::Region}.amazonaws.com/web:\(number)
              Essential: true
              ReadonlyRootFilesystem: false
              PortMappings:
                - ContainerPort: 8080
                  Protocol: tcp
              Environment:
                - { Name: STAGE, Value: !Ref Stage }
                - Name: REGION
                  Value: ap-northeast-1
              Command:
                - sh
                - -c
                - |
                  echo start
                  exec /app/server --port 8080
              LogConfiguration:
                LogDriver: awslogs
                Options:
                  awslogs-group: !Ref LogGroup
                  awslogs-stream-prefix: web

    """
  }

  /// Terraform files of many task definitions and services.
  static func terraform(megabytes: Int) -> String {
    var text = "locals {\n  region = \"ap-northeast-1\"\n}\n\n"
    var number = 0
    while text.utf8.count < megabytes * 1_000_000 {
      text += taskResource(number)
      number += 1
    }
    return text
  }

  private static func taskResource(_ number: Int) -> String {
    """
    # The web service, one of many.
    resource "aws_ecs_task_definition" "web_\(number)" {
      family                   = "${var.prefix}-web-\(number)"
      requires_compatibilities = ["FARGATE"]
      network_mode             = "awsvpc"
      cpu                      = 256
      memory                   = var.memory != null ? var.memory : 512
      execution_role_arn       = aws_iam_role.execution[0].arn

      container_definitions = jsonencode([
        {
          name                   = "web"
          image                  = "${aws_ecr_repository.web.repository_url}:\(number)"
          essential              = true
          readonlyRootFilesystem = false
          portMappings = [
            { containerPort = 8080, protocol = "tcp" }, # HTTP
          ]
          environment = [for k, v in local.environment : { name = k, value = tostring(v) } if v != ""]
          command     = ["sh", "-c", "exec /app/server --port 8080 --name \\"web\\""]
          logConfiguration = {
            logDriver = "awslogs"
            options = {
              "awslogs-group"  = aws_cloudwatch_log_group.web.name
              "awslogs-region" = local.region
            }
          }
        },
      ])

      tags = merge(local.tags, { Name = format("%s-%d", var.prefix, \(number)) })
    }

    resource "aws_iam_role_policy" "web_\(number)" {
      role   = aws_iam_role.task.id
      policy = <<-EOT
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "${aws_s3_bucket.data.arn}/*" }
          ]
        }
      EOT
    }

    """
  }
}
