/// An element of a list that stands for one member of a map: `{name, value}`, `{Key, Value}`.
struct NameValuePair {
  /// The text that names the pair.
  let name: Value
  /// What it names.
  let value: Value?

  /// Reads a pair in any of the spellings of the AWS APIs.
  init?(_ object: ValueObject) {
    for (name, value) in [("name", "value"), ("Name", "Value"), ("key", "value"), ("Key", "Value")]
    {
      guard let text = object[name] else { continue }
      self.name = text
      self.value = object[value]
      return
    }
    return nil
  }
}
