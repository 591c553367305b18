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
      report(path, SourceFile(path: path, bytes: bytes(of: path))) {
        path.hasSuffix(".json") ? JSONParser.parse($0) : YAMLParser.parse($0)
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
  }

  private static func report(
    _ name: String,
    _ file: SourceFile,
    _ parse: (SourceFile) -> SyntaxTree
  ) {
    var best = Double.infinity
    var (entries, diagnostics) = (0, 0)
    for _ in 0..<5 {
      let start = cpuSeconds()
      let tree = parse(file)
      best = min(best, cpuSeconds() - start)
      entries = tree.root?.count ?? 0
      diagnostics = tree.diagnostics.count
    }
    let speed = Double(file.bytes.count) / 1e6 / best
    let content = "\(file.bytes.count) bytes, \(entries) entries, \(diagnostics) diagnostics"
    print("\(name): \(Double(Int(speed * 10)) / 10) MB/s (\(content))")
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
