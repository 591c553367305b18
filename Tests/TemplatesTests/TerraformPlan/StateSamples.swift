/// States as Terraform writes them, laid out for reading.
enum StateSample {
  /// `terraform show -json` of a state.
  static let output = """
    {
      "format_version": "1.0",
      "terraform_version": "1.9.8",
      "values": {
        "outputs": {"password": {"sensitive": true, "value": "s3cret", "type": "string"}},
        "root_module": {
          "resources": [
            {
              "address": "data.aws_kms_key.main",
              "mode": "data",
              "type": "aws_kms_key",
              "name": "main",
              "values": {"arn": "arn:aws:kms:eu-west-1:111122223333:key/1", "id": "1"},
              "sensitive_values": {}
            },
            {
              "address": "aws_iam_role.task",
              "mode": "managed",
              "type": "aws_iam_role",
              "name": "task",
              "values": {
                "arn": "arn:aws:iam::111122223333:role/task",
                "assume_role_policy": "not JSON",
                "name": "task",
                "tags": {"Team": "a", "Empty": ""},
                "tags_all": {"Team": "a", "Empty": "", "Stage": "prod"}
              },
              "sensitive_values": {"tags": {}}
            },
            {
              "address": "aws_ecs_task_definition.app",
              "mode": "managed",
              "type": "aws_ecs_task_definition",
              "name": "app",
              "values": {
                "arn": "arn:aws:ecs:eu-west-1:111122223333:task-definition/app:7",
                "container_definitions": "[{\\"image\\":\\"nginx\\",\\"name\\":\\"app\\"}]",
                "family": "app",
                "revision": 7,
                "task_role_arn": "arn:aws:iam::111122223333:role/task"
              },
              "sensitive_values": {"container_definitions": true}
            },
            {
              "address": "aws_ecs_task_definition.app",
              "mode": "managed",
              "type": "aws_ecs_task_definition",
              "name": "app",
              "deposed_key": "00000001",
              "values": {"family": "gone"}
            }
          ]
        }
      }
    }
    """

  /// A file `terraform.tfstate`.
  static let file = """
    {
      "version": 4,
      "terraform_version": "1.9.8",
      "serial": 12,
      "lineage": "3f0c7a0e-0000-4000-8000-000000000000",
      "outputs": {},
      "resources": [
        {
          "module": "module.web[\\"a\\"]",
          "mode": "managed",
          "type": "aws_ecs_service",
          "name": "app",
          "provider": "provider[\\"registry.terraform.io/hashicorp/aws\\"]",
          "instances": [
            {
              "index_key": "x\\"${y",
              "schema_version": 1,
              "attributes": {
                "cluster": "arn:aws:ecs:eu-west-1:111122223333:cluster/main",
                "enable_execute_command": true,
                "name": "app",
                "network_configuration": [
                  {"assign_public_ip": true, "security_groups": ["sg-1"], "subnets": ["subnet-1"]}
                ],
                "task_definition": "arn:aws:ecs:eu-west-1:111122223333:task-definition/app:7"
              },
              "sensitive_attributes": [
                [
                  {"type": "get_attr", "value": "network_configuration"},
                  {"type": "index", "value": {"value": 0, "type": "number"}},
                  {"type": "get_attr", "value": "subnets"}
                ]
              ]
            },
            {
              "deposed": "00000001",
              "attributes": {"name": "gone"}
            }
          ]
        },
        {
          "mode": "managed",
          "type": "aws_ecs_cluster",
          "name": "main",
          "instances": [
            {
              "index_key": 0,
              "attributes": {
                "arn": "arn:aws:ecs:eu-west-1:111122223333:cluster/main",
                "name": "main",
                "setting": [{"name": "containerInsights", "value": "enabled"}]
              }
            }
          ]
        },
        {
          "mode": "data",
          "type": "aws_kms_alias",
          "name": "main",
          "instances": [{"attributes": {"name": "alias/aws/ecr"}}]
        }
      ]
    }
    """
}
