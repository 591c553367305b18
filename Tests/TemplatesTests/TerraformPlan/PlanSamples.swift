/// Plans and states as Terraform writes them, laid out for reading.
enum PlanSample {
  /// A service in a module with `for_each`, its role known only after the apply.
  static let plan = """
    {
      "format_version": "1.2",
      "terraform_version": "1.9.8",
      "planned_values": {
        "root_module": {
          "resources": [
            {
              "address": "aws_ecs_cluster.main",
              "mode": "managed",
              "type": "aws_ecs_cluster",
              "name": "main",
              "provider_name": "registry.terraform.io/hashicorp/aws",
              "schema_version": 0,
              "values": {
                "configuration": [],
                "name": "main",
                "setting": [{"name": "containerInsights", "value": "disabled"}],
                "tags": null
              },
              "sensitive_values": {"configuration": [], "setting": [{}], "tags_all": {}}
            },
            {
              "address": "aws_iam_role.task",
              "mode": "managed",
              "type": "aws_iam_role",
              "name": "task",
              "values": {
                "assume_role_policy": "{\\"Statement\\":[{\\"Action\\":\\"sts:AssumeRole\\",\\"Effect\\":\\"Allow\\",\\"Principal\\":{\\"Service\\":\\"ecs-tasks.amazonaws.com\\"}}],\\"Version\\":\\"2012-10-17\\"}",
                "description": "",
                "name": "task",
                "permissions_boundary": null
              },
              "sensitive_values": {}
            }
          ],
          "child_modules": [
            {
              "address": "module.web[\\"a\\"]",
              "resources": [
                {
                  "address": "module.web[\\"a\\"].aws_ecs_service.app",
                  "mode": "managed",
                  "type": "aws_ecs_service",
                  "name": "app",
                  "values": {
                    "cluster": "main",
                    "enable_execute_command": true,
                    "name": "app-a",
                    "network_configuration": [
                      {"assign_public_ip": true, "security_groups": [null], "subnets": ["subnet-1"]}
                    ],
                    "volume_configuration": []
                  },
                  "sensitive_values": {}
                },
                {
                  "address": "module.web[\\"a\\"].aws_ecs_task_definition.app[0]",
                  "mode": "managed",
                  "type": "aws_ecs_task_definition",
                  "name": "app",
                  "index": 0,
                  "values": {
                    "container_definitions": "[{\\"environment\\":[{\\"name\\":\\"MODE\\",\\"value\\":\\"x\\"}],\\"image\\":\\"nginx:1.29\\",\\"name\\":\\"app\\",\\"privileged\\":true}]",
                    "cpu": "256",
                    "family": "app-a",
                    "ipc_mode": "",
                    "network_mode": "awsvpc",
                    "pid_mode": null,
                    "volume": [{"host_path": "", "name": "data", "efs_volume_configuration": []}]
                  },
                  "sensitive_values": {"volume": [{}]}
                },
                {
                  "address": "module.web[\\"a\\"].aws_security_group.web",
                  "mode": "managed",
                  "type": "aws_security_group",
                  "name": "web",
                  "values": {"description": "web", "ingress": [], "name": "web"},
                  "sensitive_values": {}
                }
              ]
            }
          ]
        }
      },
      "resource_changes": [
        {
          "address": "aws_ecs_cluster.main",
          "mode": "managed", "type": "aws_ecs_cluster", "name": "main",
          "change": {
            "actions": ["no-op"],
            "before": {"name": "main"},
            "after": {"name": "main"},
            "after_unknown": {},
            "after_sensitive": {}
          }
        },
        {
          "address": "aws_ecs_cluster.old",
          "mode": "managed", "type": "aws_ecs_cluster", "name": "old",
          "change": {
            "actions": ["delete"],
            "before": {"name": "old"}, "after": null,
            "after_unknown": {}, "before_sensitive": {}, "after_sensitive": false
          }
        },
        {
          "address": "aws_iam_role.task",
          "mode": "managed", "type": "aws_iam_role", "name": "task",
          "change": {
            "actions": ["create"],
            "before": null,
            "after": {"name": "task"},
            "after_unknown": {"arn": true, "id": true, "inline_policy": true},
            "after_sensitive": {}
          }
        },
        {
          "address": "module.web[\\"a\\"].aws_ecs_service.app",
          "module_address": "module.web[\\"a\\"]",
          "mode": "managed", "type": "aws_ecs_service", "name": "app",
          "change": {
            "actions": ["create"],
            "before": null,
            "after": {"name": "app-a"},
            "after_unknown": {
              "id": true,
              "network_configuration": [{"security_groups": [true], "subnets": [false]}],
              "task_definition": true,
              "volume_configuration": []
            },
            "after_sensitive": {}
          }
        },
        {
          "address": "module.web[\\"a\\"].aws_ecs_task_definition.app[0]",
          "module_address": "module.web[\\"a\\"]",
          "mode": "managed", "type": "aws_ecs_task_definition", "name": "app", "index": 0,
          "change": {
            "actions": ["delete", "create"],
            "before": {"family": "app-a"},
            "after": {"family": "app-a"},
            "after_unknown": {
              "arn": true, "execution_role_arn": true, "revision": true, "task_role_arn": true
            },
            "after_sensitive": {}
          },
          "action_reason": "replace_because_cannot_update"
        },
        {
          "address": "module.web[\\"a\\"].aws_ecs_task_definition.app[0]",
          "mode": "managed", "type": "aws_ecs_task_definition", "name": "app", "index": 0,
          "deposed": "00000001",
          "change": {"actions": ["delete"], "before": {"family": "gone"}, "after": null}
        },
        {
          "address": "module.web[\\"a\\"].aws_security_group.web",
          "mode": "managed", "type": "aws_security_group", "name": "web",
          "change": {
            "actions": ["create"],
            "before": null,
            "after": {"name": "web"},
            "after_unknown": {"arn": true, "id": true},
            "after_sensitive": {}
          }
        }
      ],
      "configuration": {
        "root_module": {
          "resources": [
            {
              "address": "aws_iam_role.task",
              "mode": "managed", "type": "aws_iam_role", "name": "task",
              "expressions": {"name": {"constant_value": "task"}},
              "schema_version": 0
            }
          ],
          "module_calls": {
            "web": {
              "source": "./web",
              "expressions": {
                "role": {"references": ["aws_iam_role.task.arn", "aws_iam_role.task"]}
              },
              "for_each_expression": {"references": ["local.services"]},
              "module": {
                "outputs": {},
                "resources": [
                  {
                    "address": "aws_ecs_service.app",
                    "mode": "managed", "type": "aws_ecs_service", "name": "app",
                    "expressions": {
                      "name": {"references": ["var.name"]},
                      "network_configuration": [
                        {
                          "security_groups": {
                            "references": ["aws_security_group.web.id", "aws_security_group.web"]
                          },
                          "subnets": {"references": ["var.subnets"]}
                        }
                      ],
                      "task_definition": {
                        "references": [
                          "aws_ecs_task_definition.app[0].arn",
                          "aws_ecs_task_definition.app[0]",
                          "aws_ecs_task_definition.app"
                        ]
                      }
                    },
                    "schema_version": 0
                  },
                  {
                    "address": "aws_ecs_task_definition.app",
                    "mode": "managed", "type": "aws_ecs_task_definition", "name": "app",
                    "expressions": {
                      "execution_role_arn": {"references": ["local.execution_role"]},
                      "task_role_arn": {"references": ["var.role"]}
                    },
                    "schema_version": 1,
                    "count_expression": {"constant_value": 1}
                  }
                ],
                "variables": {"role": {}, "name": {}, "subnets": {}}
              }
            }
          }
        }
      },
      "errored": false
    }
    """
}
