import Glibc
import SourceText
import Syntax

/// Measures how many megabytes a second the parsers read, in CPU time, best of five.
@main enum SyntaxBenchmark {
  static func main() {
    let json = SourceFile(path: "records.json", text: Samples.trail(megabytes: 1))
    let yaml = SourceFile(path: "template.yaml", text: Samples.template(megabytes: 1))
    report("JSON, CloudTrail records", json) { JSONParser.parse($0) }
    report("JSON, read as YAML", json) { YAMLParser.parse($0) }
    report("YAML, CloudFormation template", yaml) { YAMLParser.parse($0) }
  }

  private static func report(
    _ name: String,
    _ file: SourceFile,
    _ parse: (SourceFile) -> SyntaxTree
  ) {
    var best = Double.infinity
    var nodes = 0
    for _ in 0..<5 {
      let start = cpuSeconds()
      let tree = parse(file)
      best = min(best, cpuSeconds() - start)
      precondition(tree.diagnostics.isEmpty, "\(tree.diagnostics)")
      nodes = tree.root?.count ?? 0
    }
    let megabytes = Double(file.bytes.count) / 1e6
    print("\(name): \(Int(megabytes / best)) MB/s (\(file.bytes.count) bytes, \(nodes) entries)")
  }

  private static func cpuSeconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
