extension ControlText {
  /// The requirements of standards that the control meets: `NIST.800-53.r5 CM-7`.
  ///
  /// They are the references that name a paragraph; attack techniques are no requirements.
  var requirements: [String] {
    references.filter { !$0.contains("://") && !$0.hasPrefix("MITRE ") }
  }

  /// The standards that `requirements` are from, each once: `NIST.800-53.r5`.
  var standards: [String] {
    var seen: Set<String> = []
    return requirements.compactMap { requirement in
      let words = requirement.split(separator: " ")
      let standard = (words.count > 1 ? words.dropLast() : words).joined(separator: " ")
      return seen.insert(standard).inserted ? standard : nil
    }
  }
}
