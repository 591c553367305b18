"""Measures what it costs to fix and prove failures in a source of 1 MB, in CPU time: 500, and all.

Usage: fix.py PROGRAM [FOLDER]

FOLDER keeps the sources; without it they are thrown away.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

SERVICES = 125
VARIABLES = 40
RUNS = 3
# The controls that fail once a service: 500 failures in all.
SOME = ["ecs.td.host-pid", "ecs.td.privileged", "ecr.scan", "ecr.tag-immutable"]

CLUSTER = """Resources:
  Cluster:
    Type: AWS::ECS::Cluster
    Properties:
      ClusterName: fleet
"""

SERVICE = """
  {name}Repository:
    Type: AWS::ECR::Repository
    Properties:
      RepositoryName: fleet/{name}
      ImageTagMutability: MUTABLE # as the pipeline wants it

  {name}Logs:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: /fleet/{name}
      RetentionInDays: 365

  {name}Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: {{ Service: ecs-tasks.amazonaws.com }}
            Action: sts:AssumeRole

  {name}Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: fleet-{name}
      NetworkMode: bridge
      PidMode: host
      TaskRoleArn: !GetAtt {name}Role.Arn
      ContainerDefinitions:
        - Name: app
          Image: 111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/fleet/{name}:1.29
          Essential: true
          Privileged: true
          User: "1000"
          Memory: 512
          Environment:
{variables}
          LogConfiguration:
            LogDriver: awslogs
            Options:
              awslogs-group: !Ref {name}Logs
              awslogs-region: !Ref AWS::Region
              awslogs-stream-prefix: app
        - Name: proxy
          Image: !Sub "${{AWS::AccountId}}.dkr.ecr.${{AWS::Region}}.amazonaws.com/fleet/proxy:2.1"
          Memory: 128
          ReadonlyRootFilesystem: true
          Environment:
{variables}

  {name}Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: !Ref Cluster
      TaskDefinition: !Ref {name}Task
      DesiredCount: 2
      LaunchType: EC2
"""

VARIABLE = """            - Name: FLEET_SETTING_{number:02}
              Value: the value of setting {number:02}"""

TERRAFORM_CLUSTER = """resource "aws_ecs_cluster" "main" {
  name = "fleet"
}
"""

TERRAFORM_SERVICE = """
resource "aws_ecr_repository" "{name}" {{
  name                 = "fleet/{name}"
  image_tag_mutability = "MUTABLE" # as the pipeline wants it
}}

resource "aws_cloudwatch_log_group" "{name}" {{
  name              = "/fleet/{name}"
  retention_in_days = 365
}}

resource "aws_ecs_task_definition" "{name}" {{
  family       = "fleet-{name}"
  network_mode = "bridge"
  pid_mode     = "host"

  container_definitions = jsonencode([
    {{
      name       = "app"
      image      = "${{aws_ecr_repository.{name}.repository_url}}:1.29"
      essential  = true
      privileged = true
      user       = "1000"
      memory     = 512
      environment = [
{variables}
      ]
      logConfiguration = {{
        logDriver = "awslogs"
        options = {{
          awslogs-group         = aws_cloudwatch_log_group.{name}.name
          awslogs-region        = "ap-northeast-1"
          awslogs-stream-prefix = "app"
        }}
      }}
    }},
    {{
      name                   = "proxy"
      image                  = "111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/fleet/proxy:2.1"
      memory                 = 128
      readonlyRootFilesystem = true
      environment = [
{variables}
      ]
    }},
  ])
}}

resource "aws_ecs_service" "{name}" {{
  name            = "{name}"
  cluster         = aws_ecs_cluster.main.id
  task_definition = aws_ecs_task_definition.{name}.arn
  desired_count   = 2
  launch_type     = "EC2"
}}
"""

TERRAFORM_VARIABLE = """        {{ name = "FLEET_SETTING_{number:02}", value = "the value of setting {number:02}" }},"""


def source(head, service, variable):
    variables = "\n".join(variable.format(number=number) for number in range(VARIABLES))
    names = (f"Service{number:03}" for number in range(SERVICES))
    return head + "".join(service.format(name=name, variables=variables) for name in names)


def written(command):
    """How many lines the run that `command` begins would write."""
    text = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return sum(line.startswith("+") and not line.startswith("+++") for line in text.splitlines())


def seconds(command):
    """The median CPU seconds of the process and its peak memory in MB."""
    costs, memory = [], 0
    for _ in range(RUNS):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(process.pid, 0)
        costs.append(usage.ru_utime + usage.ru_stime)
        memory = max(memory, usage.ru_maxrss / 1024)
    return statistics.median(costs), memory


def measure(program, folder):
    sources = {
        "template.yaml": source(CLUSTER, SERVICE, VARIABLE),
        "terraform/main.tf": source(TERRAFORM_CLUSTER, TERRAFORM_SERVICE, TERRAFORM_VARIABLE),
    }
    for name, text in sources.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        path = path.parent if name.endswith(".tf") else path
        scan, _ = seconds([program, "scan", path])
        print(f"{name}: {len(text) / 1e6:.2f} MB; CPU: scan {scan:.2f} s")
        every = [program, "fix", path, "--diff", "--unsafe"]
        some = every + [word for control in SOME for word in ("--control", control)]
        for label, fix in [("500 failures", some), ("all failures", every)]:
            cost, memory = seconds(fix)
            lines = written(fix)
            print(f"  fix and prove {label}: {cost:.2f} s; {lines} lines written; {memory:.0f} MB")


program = sys.argv[1]
if len(sys.argv) > 2:
    measure(program, pathlib.Path(sys.argv[2]))
else:
    with tempfile.TemporaryDirectory() as temporary:
        measure(program, pathlib.Path(temporary))
