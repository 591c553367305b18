import Foundation
import Testing

@Suite struct TruncationTests {
  private static let sources = ["shop.yaml", "worker.taskdef.json"]

  /// A template that is cut off anywhere is never passed over in silence: either it still is a
  /// template, or a diagnostic says what is wrong.
  @Test(arguments: sources)
  func `a template cut off at any byte is judged or told`(name: String) throws {
    let bytes = try Data(contentsOf: Program.packageRoot.appending(path: "Examples/\(name)"))
    let ending = name.drop { $0 != "." }
    let folder = try Sandbox()
    let step = max(1, bytes.count / 400)
    for length in stride(from: 0, to: bytes.count, by: step) {
      try folder.write("\(length)\(ending)", bytes.prefix(length))
    }
    let (code, report) = try Program.scan(["--severity", "critical"], in: folder)
    #expect([0, 1, 3].contains(code))
    let told = Set(report.diagnostics.map(\.path)).union(report.findings.map(\.location.path))
    let marks = ["Resources:\n", "\"containerDefinitions\""]
    let start = marks.compactMap { bytes.firstRange(of: Data($0.utf8))?.upperBound }.first ?? 0
    #expect(start > 0)
    if ending.hasSuffix("json") {
      for length in stride(from: 0, to: bytes.count, by: step) where length > start {
        #expect(told.contains("\(length)\(ending)"))
      }
    }
  }

  @Test(arguments: sources)
  func `a file named on the command line is always judged or told`(name: String) throws {
    let bytes = try Data(contentsOf: Program.packageRoot.appending(path: "Examples/\(name)"))
    let ending = name.drop { $0 != "." }
    let folder = try Sandbox()
    let names = stride(from: 0, to: bytes.count, by: max(1, bytes.count / 100)).map { length in
      ("\(length)\(ending)", bytes.prefix(length))
    }
    for (name, data) in names { try folder.write(name, data) }
    let (_, report) = try Program.scan(names.map(\.0) + ["--all"], in: folder)
    let told = Set(report.diagnostics.map(\.path))
    #expect(names.filter { !told.contains($0.0) }.count + told.count >= names.count)
    #expect(report.summary.files + report.errors.count >= names.count)
  }

  /// Bytes that were flipped must end the run neither by a signal nor by patience.
  @Test func `templates with random damage are survived`() throws {
    var random = Multiplier(state: 7)
    let folder = try Sandbox()
    for name in TruncationTests.sources {
      let bytes = try Data(contentsOf: Program.packageRoot.appending(path: "Examples/\(name)"))
      for number in 0..<200 {
        var damaged = bytes
        for _ in 0..<3 { damaged[random.next(below: bytes.count)] = UInt8(random.next(below: 256)) }
        try folder.write("\(number)-\(name)", damaged)
      }
    }
    let (code, report) = try Program.scan([], in: folder)
    #expect(code == 3 && report.summary.files > 0 && !report.diagnostics.isEmpty)
  }

  /// A generator of numbers that are the same in every run.
  private struct Multiplier {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }
}
