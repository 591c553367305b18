import Inventory
import SourceText
import Syntax

/// Opens the stacks that a template nests.
enum NestedStack {
  static let types: Set<String> = ["AWS::CloudFormation::Stack", "AWS::Serverless::Application"]

  /// The stack that the resource `definition` of `parent` creates; `nil` if it cannot be read.
  static func open(_ definition: Definition, in parent: Stack) -> Stack? {
    let reading = parent.reading
    guard parent.isPresent(definition), let path = path(of: definition, in: parent) else {
      return nil
    }
    guard !parent.ancestors.contains(path),
      parent.ancestors.count < TemplateReading.maximumStackDepth
    else {
      reading.log.add(.circular(path, at: definition.key))
      return nil
    }
    reading.stacks += 1
    guard reading.stacks <= TemplateReading.maximumStacks else {
      reading.log.add(
        .nestedStackUnread(path, reason: .tooManyStacks, at: definition.key)
      )
      return nil
    }
    guard let template = reading.template(at: path, namedAt: definition.key) else { return nil }
    return Stack(
      template,
      reading: reading,
      prefix: parent.prefix + definition.name + "/",
      arguments: arguments(of: definition, in: parent),
      ancestors: parent.ancestors
    )
  }

  private static func arguments(of definition: Definition, in parent: Stack) -> [String: Value] {
    var arguments = parent.arguments.filter { $0.key.hasPrefix("AWS::") }
    for entry in definition.node["Properties"]?["Parameters"]?.entries ?? [] {
      guard let name = entry.key.string,
        let value = parent.value(entry.value, definition.bindings)
      else { continue }
      arguments[name] = value
    }
    return arguments
  }

  /// The path of the template beside the one that names it.
  ///
  /// The AWS CDK uploads nested templates, and keeps their paths in the metadata.
  private static func path(of definition: Definition, in parent: Stack) -> String? {
    let folder = RelativePath.folder(of: parent.template.file.path)
    if let asset = definition.node["Metadata"]?["aws:asset:path"]?.string {
      return RelativePath.join(folder, asset)
    }
    let properties = definition.node["Properties"]
    guard let node = properties?["TemplateURL"] ?? properties?["Location"] else { return nil }
    let url = parent.operand(node, definition.bindings)
    guard let text = url.text, !text.isEmpty, !text.hasPrefix("/"), text.offset(of: "://") == nil,
      !text.hasPrefix("{{")
    else {
      parent.reading.log.add(
        .nestedStackUnread(parent.label(url), reason: .notALocalFile, at: node.location)
      )
      return nil
    }
    return RelativePath.join(folder, text)
  }
}
