import Glibc
import SourceText

/// The language of help and messages: `--lang`, else `FUNABAN_LANG`, else the locale, else English.
let spokenLanguage = languageOfArguments() ?? languageOfEnvironment()

/// The sentence in the language of this run.
func say(en: String, ja: String) -> String {
  LocalizedText(en: en, ja: ja)[spokenLanguage]
}

/// Writes a line to standard error.
func complain(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

/// Writes all of `text` to a file descriptor; a reader that has gone away is no error.
///
/// - Returns: the `errno` of what stood in the way, such as a full disk; `nil` if nothing did.
@discardableResult func write(_ text: String, to descriptor: CInt) -> CInt? {
  write(Array(text.utf8), to: descriptor)
}

/// Writes all of `bytes` to a file descriptor; see `write(_:to:)` for text.
@discardableResult func write(_ bytes: [UInt8], to descriptor: CInt) -> CInt? {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = unsafe rest.withUnsafeBytes {
      unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
    }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return errno == EPIPE ? nil : errno }
    rest = rest.dropFirst(count)
  }
  return nil
}

/// The value of an environment variable; an empty one counts as absent.
func environmentVariable(_ name: String) -> String? {
  guard let value = unsafe getenv(name) else { return nil }
  let text = unsafe String(cString: value)
  return text.isEmpty ? nil : text
}

private func languageOfArguments() -> Language? {
  let arguments = CommandLine.arguments
  for (index, argument) in arguments.enumerated() {
    if argument == "--lang", index + 1 < arguments.count {
      return Language(rawValue: arguments[index + 1])
    }
    if argument.hasPrefix("--lang=") { return Language(rawValue: String(argument.dropFirst(7))) }
  }
  return nil
}

private func languageOfEnvironment() -> Language {
  if let name = environmentVariable("FUNABAN_LANG"), let language = Language(rawValue: name) {
    return language
  }
  let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environmentVariable).first ?? ""
  return locale.hasPrefix("ja") ? .japanese : .english
}
