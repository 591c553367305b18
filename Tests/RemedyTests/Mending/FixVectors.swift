import Foundation
import Posture
import Remedy
import SourceText
import Syntax
import Templates

/// One file of the conformance vectors, as something to mend.
struct FixVector {
  let file: SourceFile

  private var isTerraform: Bool { file.path.hasSuffix(".tf") }

  /// The file, or the one that stands in its place, with what it declares.
  var source: RemedySource {
    RemedySource { [self] files in
      let file = files[file.path] ?? file
      guard !isTerraform else {
        return RemedySource.Reading(units: [TerraformProject.read(file: file)], diagnostics: [])
      }
      let tree = Templates.parse(file)
      return RemedySource.Reading(units: Templates.read(tree), diagnostics: tree.diagnostics)
    }
  }

  /// The file with `\r\n` at the end of every line; `nil` where a line ends so already.
  var withCarriageReturns: FixVector? {
    guard !file.bytes.contains(UInt8(ascii: "\r")) else { return nil }
    let bytes = file.bytes.flatMap { $0 == UInt8(ascii: "\n") ? Array("\r\n".utf8) : [$0] }
    return FixVector(file: SourceFile(path: file.path, bytes: bytes))
  }

  func with(_ file: SourceFile) -> FixVector { FixVector(file: file) }
}

extension FixVector {
  /// The folders of the vectors that hold sources of deployments.
  private static let folders = ["cloudformation", "posture"]
  /// Every how many files one is taken, unless all are asked for.
  private static let stride =
    ProcessInfo.processInfo.environment["FUNABAN_ALL_VECTORS"] == nil ? 5 : 1
  private static let largestSize = 60_000

  /// The files whose names end in one of `suffixes`.
  static func files(_ suffixes: [String]) -> [FixVector] {
    let vectors = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "../shared/vectors").standardized
    let all = folders.flatMap { name -> [FixVector] in
      let folder = vectors.appending(path: name)
      let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
      return (paths ?? []).sorted().compactMap { path in
        guard suffixes.contains(where: path.hasSuffix),
          let bytes = try? Data(contentsOf: folder.appending(path: path)),
          bytes.count < largestSize
        else { return nil }
        return FixVector(file: SourceFile(path: "\(name)/\(path)", bytes: Array(bytes)))
      }
    }
    return Swift.stride(from: 0, to: all.count, by: stride).map { all[$0] }
  }
}

/// What the controls say of a text, found without the engine that mends.
struct Judgement {
  /// What was judged, however many times.
  struct Subject: Hashable {
    let control: String, resource: String
    let part: String?

    init(_ finding: Finding) {
      control = finding.control
      resource = finding.resource.id
      part = finding.part.map { "\($0.kind) \($0.name)" }
    }
  }

  /// How bad the worst verdict on each subject is: 0 passes, 1 is unknown, 2 fails.
  private(set) var verdicts: [Subject: Int] = [:]
  /// What is wrong with the text, each with the number of its occurrences.
  private(set) var problems: [String: Int] = [:]

  init(of vector: FixVector, by scanner: Posture.Scanner) {
    let reading = vector.source.read([:])
    for unit in reading.units {
      for finding in scanner.scan(unit.inventories, in: unit.file).findings {
        let badness = [Verdict.pass: 0, .unknown: 1, .fail: 2][finding.verdict] ?? 2
        let subject = Subject(finding)
        verdicts[subject] = max(verdicts[subject] ?? 0, badness)
      }
    }
    for problem in reading.diagnostics + reading.units.flatMap(\.diagnostics)
    where problem.severity != .note {
      problems["\(problem.code) \(problem.text.en)", default: 0] += 1
    }
  }
}
