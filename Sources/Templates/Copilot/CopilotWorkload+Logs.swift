import Inventory

extension CopilotWorkload {
  private static let routerImage = "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable"
  private static let tracerImage =
    "public.ecr.aws/aws-observability/aws-otel-collector:v0.17.0"

  /// Whether logs go through a log router; how long they are kept alone does not make it so.
  var routesLogs: Bool {
    (value("logging")?.object?.members ?? []).contains {
      $0.name != "retention" && !$0.value.isNull
    }
  }

  /// Logs that go to the log group of the workload.
  var groupLogs: Value {
    let options = implied.object([
      "awslogs-region": implied.unknown(.pseudoParameter("AWS::Region")),
      "awslogs-group": implied.reference("\(name)/LogGroup"),
      "awslogs-stream-prefix": implied.text("copilot"),
    ])
    return implied.object(["LogDriver": implied.text("awslogs"), "Options": options])
  }

  /// Logs that go through the log router.
  mutating func routedLogs() -> Value {
    let configuration = implied.object([
      "LogDriver": implied.text("awsfirelens"), "Options": value("logging", "destination"),
      "SecretOptions": secrets(value("logging", "secretOptions")),
    ])
    return Value(configuration.content, at: value("logging")?.origin ?? implied.place)
  }

  /// The log router, as Copilot sets it up.
  mutating func logRouter() -> Value {
    let options = implied.object([
      "enable-ecs-log-metadata": value("logging", "enableMetadata") ?? implied.text("true"),
      "config-file-value": value("logging", "configFilePath"),
    ])
    let container = implied.object([
      "Name": implied.text("firelens_log_router"),
      "Image": value("logging", "image") ?? implied.text(Self.routerImage),
      "Secrets": secrets(value("logging", "secrets")),
      "FirelensConfiguration": implied.object([
        "Type": implied.text("fluentbit"), "Options": options,
      ]),
      "LogConfiguration": groupLogs,
    ])
    return Value(container.content, at: value("logging")?.origin ?? implied.place)
  }

  /// The collector of traces.
  var tracer: Value {
    let container = implied.object([
      "Name": implied.text("aws-otel-collector"), "Image": implied.text(Self.tracerImage),
      "Command": implied.list([implied.text("--config=/etc/ecs/ecs-xray.yaml")]).unwritten,
      "LogConfiguration": groupLogs,
    ])
    return Value(container.content, at: value("observability")?.origin ?? implied.place)
  }
}
