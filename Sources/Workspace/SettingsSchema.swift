internal import SourceText

/// The JSON Schema of `.funaban.yaml`, from which editors complete it.
///
/// Source: https://json-schema.org/draft/2020-12/schema
package enum SettingsSchema {
  /// The schema as JSON text.
  package static var text: String {
    let properties = SettingKey.allCases.map { key in
      "    \"\(key.rawValue)\": { \"description\": \"\(key.purpose.en)\", \(shape(of: key)) }"
    }
    return """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Funaban settings (.funaban.yaml)",
        "type": "object",
        "additionalProperties": false,
        "properties": {
      \(properties.joined(separator: ",\n"))
        }
      }

      """
  }

  private static let texts = "\"type\": \"array\", \"items\": { \"type\": \"string\" }"

  private static func shape(of key: SettingKey) -> String {
    switch key.shape {
    case .choice(let choices):
      "\"enum\": [\(choices.map { "\"\($0)\"" }.joined(separator: ", "))]"
    case .texts: texts
    case .textsByName:
      "\"type\": \"object\", \"additionalProperties\": { \"type\": [\"string\", \"number\", \"boolean\"] }"
    case .listsByName: "\"type\": \"object\", \"additionalProperties\": { \(texts) }"
    }
  }
}
