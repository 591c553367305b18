import SourceText

extension LocalizedText {
  /// The text in `language`, without the spaces that folding leaves between Japanese characters.
  func tidy(_ language: Language) -> String {
    let text = self[language]
    guard language == .japanese, text.utf8.contains(UInt8(ascii: " ")) else { return text }
    let characters = Array(text)
    var result = ""
    for (index, character) in characters.enumerated() {
      let isBetween = index > 0 && index + 1 < characters.count && character == " "
      if isBetween, TextWidth.isWide(characters[index - 1]),
        TextWidth.isWide(characters[index + 1])
      {
        continue
      }
      result.append(character)
    }
    return result
  }
}
