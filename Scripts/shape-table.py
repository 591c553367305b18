#!/usr/bin/env python3
"""Writes Sources/Inventory/Shapes/ShapeTable+Generated.swift from botocore's service models.

Usage: python3 Scripts/shape-table.py [--check | --samples]

--check writes nothing and fails on a name in the table that the models do not have.
--samples prints, for each ECS type, every CloudFormation property (from cfn-lint's schemas) in one
object, beside the paths of the API members that these may become.

One line a shape: `Shape member member:Shape member[]:Shape member? member:*`. A line that starts with @
is a kind of resource. `[]` marks a list of objects, `?` a Boolean, `:*` a map whose keys are free,
nothing a leaf. Only what is reachable
from the kinds is written. What the describing API lacks but this program holds (the policy of a
repository, which has a call of its own) is listed in EXTRA.
"""

import gzip
import json
import pathlib
import sys

import botocore

MODELS = pathlib.Path(botocore.__file__).parent / "data"
OUTPUT = pathlib.Path(__file__).parent.parent / "Sources/Inventory/Shapes/ShapeTable+Generated.swift"

# kind: (service, shapes whose members it unites)
KINDS = {
    "taskDefinition": ("ecs", ["TaskDefinition"]),
    "daemonTaskDefinition": ("ecs", ["DaemonTaskDefinition", "RegisterTaskDefinitionRequest"]),
    "service": ("ecs", ["Service", "CreateServiceRequest"]),
    "taskSet": ("ecs", ["TaskSet"]),
    "cluster": ("ecs", ["Cluster"]),
    "capacityProvider": ("ecs", ["CapacityProvider"]),
    "repository": ("ecr", ["Repository"]),
    "publicRepository": ("ecr-public", ["Repository"]),
    "registryPolicy": ("ecr", ["GetRegistryPolicyResponse"]),
    "registryScanning": ("ecr", ["RegistryScanningConfiguration"]),
    "registrySigning": ("ecr", ["SigningConfiguration"]),
    "repositoryCreationTemplate": ("ecr", ["RepositoryCreationTemplate"]),
    "role": ("iam", ["RoleDetail", "Role"]),
    "user": ("iam", ["UserDetail", "User"]),
    "group": ("iam", ["GroupDetail", "Group"]),
    "identityPolicy": ("iam", ["Policy"]),
    "logGroup": ("logs", ["LogGroup"]),
    "metricFilter": ("logs", ["MetricFilter"]),
    "trail": ("cloudtrail", ["Trail", "GetTrailStatusResponse", "GetEventSelectorsResponse"]),
    "eventRule": ("events", ["Rule", "ListTargetsByRuleResponse"]),
    "schedule": ("scheduler", ["GetScheduleOutput"]),
    "stateMachine": ("stepfunctions", ["DescribeStateMachineOutput"]),
    "fileSystem": ("efs", ["FileSystemDescription"]),
    "accessPoint": ("efs", ["AccessPointDescription"]),
    "loadBalancer": ("elbv2", ["LoadBalancer"]),
    "listener": ("elbv2", ["Listener"]),
    "classicLoadBalancer": ("elb", ["LoadBalancerDescription"]),
    "securityGroup": ("ec2", ["SecurityGroup"]),
    "securityGroupRule": ("ec2", ["SecurityGroupRule"]),
    "vpc": ("ec2", ["Vpc"]),
    "flowLog": ("ec2", ["FlowLog"]),
    "host": ("ec2", ["ResponseLaunchTemplateData"]),
    "secret": ("secretsmanager", ["DescribeSecretResponse"]),
    "rotationSchedule": ("secretsmanager", ["DescribeSecretResponse"]),
    "parameter": ("ssm", ["ParameterMetadata", "Parameter"]),
    "detector": ("guardduty", ["GetDetectorResponse"]),
    "jobDefinition": ("batch", ["JobDefinition"]),
    "bucket": ("s3", ["Bucket"]),
    "key": ("kms", ["KeyMetadata"]),
    "composeService": ("ecs", ["ContainerDefinition"]),
    "container": ("ecs", ["ContainerDefinition"]),
    "volume": ("ecs", ["Volume"]),
    "ecsTarget": ("events", ["Target"]),
    "principal": ("iam", ["RoleDetail", "UserDetail", "GroupDetail"]),
}

EXTRA = {
    "taskDefinition": "tags[]:ecs.Tag trustedExecutionConfiguration:*",
    "composeService": "pidMode ipcMode networkMode usernsMode volumes[]:ecs.Volume build:* profiles",
    "service": "cluster role",
    "taskSet": "cluster service",
    "repository": "lifecyclePolicy:* repositoryPolicyText tags[]:ecr.Tag",
    "publicRepository": "repositoryCatalogData:* repositoryPolicyText tags[]:ecr.Tag",
    "user": "LoginProfile:*",
    "identityPolicy": "PolicyDocument Roles Users Groups",
    "logGroup": "tags[]:ecr.Tag dataProtectionPolicy",
    "trail": "TagsList[]:cloudtrail.Tag",
    "eventRule": "Tags[]:iam.Tag",
    "stateMachine": "tags[]:ecr.Tag",
    "fileSystem": "FileSystemPolicy BackupPolicy:*",
    "loadBalancer": "Attributes[]:iam.Tag Tags[]:iam.Tag SubnetMappings:*",
    "listener": "ListenerAttributes[]:iam.Tag",
    "classicLoadBalancer": "Tags[]:iam.Tag",
    "securityGroupRule": "SourceSecurityGroupId SourceSecurityGroupName GroupName",
    "flowLog": "ResourceType",
    "host": "SubnetId IamInstanceProfileName Volumes:* LaunchTemplateName LaunchTemplate:*",
    "secret": "SecretString GenerateSecretString:*",
    "rotationSchedule": "SecretId HostedRotationLambda:* RotateImmediatelyOnUpdate?",
    "parameter": "Tags:*",
    "detector": "Enable?",
    "bucket": "BucketName BucketEncryption:* PublicAccessBlockConfiguration:* "
    "VersioningConfiguration:* LoggingConfiguration:* AccessControl Tags[]:iam.Tag",
    "key": "KeyPolicy EnableKeyRotation? Tags[]:iam.Tag",
}

# What a Dockerfile says, in the words of a container definition; no model of AWS has it.
DOCKERFILE = [
    "@dockerfile baseImage user workingDirectory entryPoint command healthCheck volumes exposedPorts stopSignal environment:dockerfile.Variable arguments:dockerfile.Variable labels:dockerfile.Variable stages:dockerfile.Stage addedFiles:dockerfile.AddedFile runCommands",
    "@stage name baseImage platform isFinal?",
    "dockerfile.Variable name value",
    "dockerfile.Stage name baseImage platform isFinal?",
    "dockerfile.AddedFile source destination",
]

# A decision on record about findings, which controls judge as they judge a resource.
DECISIONS = [
    "@acceptance control resource file part variable reason owner approver until ticket created status source isCurrent? isUsed?",
]


def model(service):
    version = sorted(p.name for p in (MODELS / service).iterdir())[-1]
    path = MODELS / service / version / "service-2.json.gz"
    return json.load(gzip.open(path))["shapes"]


def kinds():
    """Yields (kind, service, members) with the shapes united, the first shape winning."""
    for kind, (service, names) in KINDS.items():
        members = {}
        shapes = models.setdefault(service, None) or model(service)
        models[service] = shapes
        for name in names:
            for member, spec in shapes.get(name, {"members": {}})["members"].items():
                members.setdefault(member, spec["shape"])
        yield kind, service, members


def describe(service, member, shape, queue):
    shapes = models[service]
    target = shapes[shape]
    brackets = ""
    while target["type"] == "list":
        brackets = "[]"
        shape = target["member"]["shape"]
        target = shapes[shape]
    if target["type"] == "structure" and target["members"]:
        queue.append((service, shape))
        return f"{member}{brackets}:{service}.{shape}"
    if target["type"] == "map":
        return f"{member}:*"
    return member + ("?" if target["type"] == "boolean" else "")


def table():
    queue, lines, done = [], [], set()
    for kind, service, members in kinds():
        words = [describe(service, m, s, queue) for m, s in members.items()]
        words += EXTRA.get(kind, "").split()
        lines.append(" ".join(["@" + kind] + words))
    lines.append("@policy name document:*")
    lines += DOCKERFILE + DECISIONS
    for service, shape in [("ecs", "Tag"), ("ecr", "Tag"), ("iam", "Tag"), ("cloudtrail", "Tag"), ("elb", "Listener")]:
        queue.append((service, shape))
    while queue:
        service, shape = queue.pop(0)
        if (service, shape) in done:
            continue
        done.add((service, shape))
        members = models[service][shape]["members"]
        words = [describe(service, m, s["shape"], queue) for m, s in members.items()]
        lines.append(" ".join([f"{service}.{shape}"] + words))
    return "\n".join(lines)


models = {}
text = f'''// swift-format-ignore-file
// Written by Scripts/shape-table.py from botocore; do not edit.

extension ShapeTable {{
  /// The members of every shape, one line a shape.
  static let text = """
{table()}
"""
}}
'''



def plain(word):
    """The name in a word of the table."""
    return word.split(":")[0].rstrip("?[]")


def unknown_names():
    """The names of the written table that neither the models nor EXTRA have."""
    known = {line.split()[0]: {plain(w) for w in line.split()[1:]} for line in table().split("\n")}
    lines = OUTPUT.read_text().split('"""')[1].strip().split("\n")
    for line in lines:
        shape, *words = line.split()
        for word in words:
            if plain(word) not in known.get(shape, set()):
                yield f"{shape}.{word}"


def member_paths(service, shape, path, seen, paths):
    target = models[service][shape]
    while target["type"] == "list":
        shape = target["member"]["shape"]
        target = models[service][shape]
    if target["type"] == "map":
        paths.add(path + ".*")
    if target["type"] != "structure" or shape in seen:
        return
    for member, spec in target["members"].items():
        paths.add(f"{path}.{member}")
        member_paths(service, spec["shape"], f"{path}.{member}", seen | {shape}, paths)


def sample(root, node, depth=0):
    """A value of the JSON schema `node` with every property that it may have."""
    while "$ref" in node:
        node = root["definitions"][node["$ref"].split("/")[-1]]
    if node.get("properties") and depth < 9:
        return {name: sample(root, part, depth + 1) for name, part in node["properties"].items()}
    if node.get("type") == "array":
        return [sample(root, node["items"], depth + 1)]
    if node.get("type") == "object":
        return {"free-Key": "x"}
    return "true" if node.get("type") == "boolean" else "x"


def samples():
    from cfnlint.schema import PROVIDER_SCHEMA_MANAGER as schemas

    for name in ["TaskDefinition", "Service", "TaskSet", "Cluster", "CapacityProvider"]:
        root = dict(schemas.get_resource_schema("us-east-1", f"AWS::ECS::{name}").schema)
        hidden = {p.split("/")[-1] for p in root.get("readOnlyProperties", []) if p.count("/") == 2}
        root["properties"] = {k: v for k, v in root["properties"].items() if k not in hidden}
        kind = name[0].lower() + name[1:]
        service, shapes = KINDS[kind]
        paths = set()
        for shape in shapes:
            member_paths(service, shape, kind, set(), paths)
        yield {"type": f"AWS::ECS::{name}", "kind": kind, "properties": sample(root, root), "members": sorted(paths)}


if "--check" in sys.argv:
    sys.exit("\n".join(unknown_names()) or 0)
if "--samples" in sys.argv:
    table()
    print(json.dumps(list(samples())))
    sys.exit(0)
OUTPUT.write_text(text)
