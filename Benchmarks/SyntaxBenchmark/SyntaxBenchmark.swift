import Glibc
import SourceText
import Syntax

/// Measures how many megabytes a second the parsers read, in CPU time, best of five.
///
/// It reads generated samples or, where paths are given, those files.
@main enum SyntaxBenchmark {
  static func main() {
    let paths = CommandLine.arguments.dropFirst()
    for path in paths {
      let file = SourceFile(path: path, bytes: bytes(of: path))
      if path.hasSuffix(".tf") {
        report(path, file) { HCLParser.parse($0) }
      } else {
        report(path, file) {
          path.hasSuffix(".json") ? JSONParser.parse($0) : YAMLParser.parse($0)
        }
      }
    }
    if paths.isEmpty { reportSamples() }
  }

  private static func reportSamples() {
    let json = SourceFile(path: "records.json", text: Samples.trail(megabytes: 1))
    let yaml = SourceFile(path: "template.yaml", text: Samples.template(megabytes: 1))
    report("JSON, CloudTrail records", json) { JSONParser.parse($0) }
    report("JSON, lines and all", json) {
      JSONParser.parse(SourceFile(path: $0.path, bytes: $0.bytes))
    }
    report("JSON, read as YAML", json) { YAMLParser.parse($0) }
    report("YAML, CloudFormation template", yaml) { YAMLParser.parse($0) }
    let terraform = SourceFile(path: "main.tf", text: Samples.terraform(megabytes: 1))
    report("HCL, Terraform resources", terraform) { HCLParser.parse($0) }
  }

  private static func report(
    _ name: String,
    _ file: SourceFile,
    _ parse: (SourceFile) -> SyntaxTree
  ) {
    report(name, file, "entries", { $0.root?.count ?? 0 }, \.diagnostics, parse)
  }

  private static func report(
    _ name: String,
    _ file: SourceFile,
    _ parse: (SourceFile) -> HCLTree
  ) {
    report(name, file, "items", { $0.body.items.count }, \.diagnostics, parse)
  }

  private static func report<Tree>(
    _ name: String,
    _ file: SourceFile,
    _ unit: String,
    _ count: (Tree) -> Int,
    _ diagnostics: (Tree) -> [Diagnostic],
    _ parse: (SourceFile) -> Tree
  ) {
    var best = Double.infinity
    var content = ""
    for _ in 0..<5 {
      let start = cpuSeconds()
      let tree = parse(file)
      best = min(best, cpuSeconds() - start)
      content = "\(count(tree)) \(unit), \(diagnostics(tree).count) diagnostics"
    }
    let speed = Double(Int(Double(file.bytes.count) / 1e5 / best)) / 10
    print("\(name): \(speed) MB/s (\(file.bytes.count) bytes, \(content))")
  }

  private static func bytes(of path: String) -> [UInt8] {
    guard let stream = unsafe fopen(path, "r") else { return [] }
    defer { unsafe fclose(stream) }
    var bytes: [UInt8] = []
    while case let byte = unsafe fgetc(stream), byte != EOF { bytes.append(UInt8(byte)) }
    return bytes
  }

  private static func cpuSeconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
