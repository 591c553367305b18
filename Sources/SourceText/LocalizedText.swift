/// A language that the program speaks.
package enum Language: String, Sendable, CaseIterable {
  case english = "en"
  case japanese = "ja"
}

/// One sentence in every language that the program speaks.
package struct LocalizedText: Hashable, Sendable {
  /// The English sentence.
  package let en: String
  /// The Japanese sentence.
  package let ja: String

  /// Pairs an English sentence with its Japanese counterpart.
  package init(en: String, ja: String) {
    self.en = en
    self.ja = ja
  }

  /// The sentence in `language`.
  package subscript(language: Language) -> String {
    switch language {
    case .english: en
    case .japanese: ja
    }
  }
}
