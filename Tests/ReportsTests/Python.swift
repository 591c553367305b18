import Foundation

/// Runs a Python program over a report, for validators that only Python has.
enum Python {
  /// What `script` printed, given `input` on standard input; `nil` where it cannot run.
  static func run(_ script: String, _ arguments: [String], input: String) throws -> String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script] + arguments
    let source = FileManager.default.temporaryDirectory
      .appending(path: "report-\(UUID().uuidString)")
    try Data(input.utf8).write(to: source)
    defer { try? FileManager.default.removeItem(at: source) }
    let output = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: source)
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }

  /// Whether the module `name` can be imported.
  static func has(_ name: String) -> Bool {
    (try? run("import \(name)", [], input: "")) != nil
  }

  /// Prints what is wrong with the document on standard input, judged by the schema at `argv[1]`.
  ///
  /// With `strict` as `argv[2]` a member that the schema does not name is wrong too.
  static let validate = """
    import json, jsonschema, sys
    schema = json.load(open(sys.argv[1]))
    def close(node):
        if isinstance(node, dict):
            if isinstance(node.get("properties"), dict) and node.get("type") == "object":
                node["additionalProperties"] = False
            for child in node.values(): close(child)
        elif isinstance(node, list):
            for child in node: close(child)
    def leaves(error):
        if not error.context: print(error.json_path, error.message[:300])
        for child in error.context or []: leaves(child)
    if sys.argv[2:] == ["strict"]: close(schema)
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    for error in validator(schema).iter_errors(json.load(sys.stdin)): leaves(error)
    """
}
