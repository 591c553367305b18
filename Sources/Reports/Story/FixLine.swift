import Posture
import Remedy
import SourceText

/// What `funaban fix` does about a control, told in a line.
struct FixLine: Equatable {
  private var formats: [FixFormat]
  private let condition: String?
  private let applicability: Applicability
  private let note: LocalizedText?

  private init(_ fix: FixDeclaration) {
    formats = FixFormat.allCases.filter(fix.formats.contains)
    condition = fix.condition?.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    applicability = fix.applicability
    note = fix.note
  }

  /// The lines of `fixes` as a Markdown list; those that differ in the format alone are one.
  static func lines(_ fixes: [FixDeclaration], _ language: Language) -> String {
    var lines: [FixLine] = []
    for line in fixes.map(FixLine.init) {
      let same = lines.firstIndex { $0.isSame(as: line) }
      guard let same, !line.formats.isEmpty else {
        lines.append(line)
        continue
      }
      lines[same].formats += line.formats
    }
    return lines.map { "- \($0.text(language))" }.joined(separator: "\n")
  }

  private func isSame(as other: FixLine) -> Bool {
    var one = self
    one.formats = other.formats
    return one == other && !formats.isEmpty
  }

  private func text(_ language: Language) -> String {
    let names = formats.map { $0.name[language] }.joined(
      separator: language == .japanese ? "、" : ", "
    )
    let limits = [names.isEmpty ? nil : names, condition.map { "`\($0)`" }].compactMap { $0 }
    let head = "**\(applicability.text[language])**"
    let limit = limits.isEmpty ? "" : " (\(limits.joined(separator: ": ")))"
    return head + limit + (note.map { ": \($0.tidy(language))" } ?? "")
  }
}

extension FixFormat {
  /// The name to show.
  fileprivate var name: LocalizedText {
    switch self {
    case .taskDefinition: LocalizedText(en: "task definitions", ja: "タスク定義")
    case .cloudFormation: LocalizedText(en: "CloudFormation", ja: "CloudFormation")
    case .terraform: LocalizedText(en: "Terraform", ja: "Terraform")
    case .compose: LocalizedText(en: "Compose", ja: "Compose")
    case .dockerfile: LocalizedText(en: "Dockerfiles", ja: "Dockerfile")
    }
  }
}
