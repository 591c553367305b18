import Posture
import Remedy
import SourceText

/// Writes to the register of decisions.
struct RegisterEditor {
  private let isDryRun: Bool
  /// The file as it was read; `nil` where there is none.
  private let old: SourceFile?
  private let register: AcceptanceRegister

  /// Reads the register of this folder, if there is one.
  init(isDryRun: Bool) throws {
    self.isDryRun = isDryRun
    old = try InputFile.existing(AcceptanceRegister.fileName)
    register = AcceptanceRegister(old ?? SourceFile(path: AcceptanceRegister.fileName, text: ""))
    if let problem = register.diagnostics.first(where: { $0.severity == .error }) {
      complain("funaban: \(problem.line(in: spokenLanguage))")
      throw ExitStatus.wrongUse
    }
  }

  /// Refuses a decision whose findings another one already speaks of.
  func refuseDuplicate(of acceptance: Acceptance, catalogue: ControlCatalogue) throws {
    let index = register.acceptances.firstIndex {
      $0.hasSameTarget(as: acceptance, catalogue: catalogue)
    }
    guard let index else { return }
    let line = register.acceptances[index].location?.position.line ?? 1
    throw InputFile.wrongUse(
      "\(register.file.path):\(line)",
      LocalizedText(
        en: """
          Entry \(index + 1) speaks of the same findings. Edit it, or remove it with \
          `funaban accept --remove \(index + 1)`.
          """,
        ja: """
          エントリー \(index + 1) と対象が同じ。編集するか、\
          `funaban accept --remove \(index + 1)` で削除する。
          """
      )
    )
  }

  /// Adds decisions, and shows them as they are written.
  func add(_ acceptances: [Acceptance]) throws {
    var register = register
    for acceptance in acceptances {
      register = AcceptanceRegister(
        try edited { () throws(AcceptanceRegister.EditError) in
          try register.adding(acceptance)
        }
      )
    }
    try store(register.file)
    write("\(heading):\n\(acceptances.map(\.registerEntry).joined())", to: 1)
  }

  /// Removes the entries of these numbers.
  func remove(_ numbers: [Int]) throws {
    let file = try edited { () throws(AcceptanceRegister.EditError) in
      try register.removing(numbers)
    }
    try store(file)
    let removed = numbers.compactMap { number in
      register.acceptances.indices.contains(number - 1) ? register.acceptances[number - 1] : nil
    }
    let texts = removed.map(\.registerEntry)
    write(say(en: "removed:\n", ja: "削除:\n") + texts.joined(), to: 1)
  }

  private var heading: String {
    isDryRun
      ? say(en: "\(register.file.path) (not written)", ja: "\(register.file.path)(未書き込み)")
      : register.file.path
  }

  private func store(_ file: SourceFile) throws {
    guard !isDryRun else { return }
    let text = String(decoding: file.bytes, as: UTF8.self)
    try OutputFile.replace(file.path, from: old, with: text)
  }

  private func edited(
    _ edit: () throws(AcceptanceRegister.EditError) -> SourceFile
  ) throws -> SourceFile {
    do {
      return try edit()
    } catch .noEntry(let number) {
      throw InputFile.wrongUse(
        register.file.path,
        LocalizedText(
          en: "There is no entry \(number). See `funaban accept --list`.",
          ja: "エントリー \(number) はない。`funaban accept --list` で確認する。"
        )
      )
    } catch .unsuitable {
      throw InputFile.wrongUse(
        register.file.path,
        LocalizedText(
          en: "The file cannot be edited safely. Edit it by hand.",
          ja: "安全に編集できない書き方のファイル。手で編集する。"
        )
      )
    }
  }
}
