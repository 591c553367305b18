import Glibc
import SourceText
import Templates
import Workspace

/// The values that a user gives for Terraform variables outside of the module itself.
struct VariableInputs {
  /// The values by variable: those of the command line over those of the settings.
  let values: [String: TerraformInput]
  /// The files of the settings, then those of the command line.
  let files: [SourceFile]

  /// Reads what the command line and the settings say.
  ///
  /// - Throws: `ExitStatus.wrongUse` after a message, for a file that does not exist or a text that
  ///   is no assignment.
  init(_ options: InputOptions, _ settings: Settings) throws {
    var values: [String: TerraformInput] = [:]
    for (name, text) in settings.variables {
      values[name] = TerraformInput(text, from: "\(Settings.fileName): \(name)")
    }
    for text in options.variable {
      let (name, value) = try NamedText.split(text, of: "--var")
      values[name] = TerraformInput(value, from: "--var \(name)")
    }
    self.values = values
    files = try (settings.variableFiles + options.varFile).map(InputFile.required)
  }

  /// What the environment gives, as Terraform takes it: `TF_VAR_region=eu-west-1`.
  ///
  /// Source: https://developer.hashicorp.com/terraform/cli/config/environment-variables#tf_var_name
  static var environment: [String: TerraformInput] {
    let prefix = "TF_VAR_"
    var values: [String: TerraformInput] = [:]
    var next = unsafe environ
    while let entry = unsafe next.pointee {
      let text = unsafe String(cString: entry)
      unsafe next += 1
      guard text.hasPrefix(prefix), let sign = text.firstIndex(of: "=") else { continue }
      let name = String(text[..<sign].dropFirst(prefix.count))
      values[name] = TerraformInput(String(text[text.index(after: sign)...]), from: prefix + name)
    }
    return values
  }
}

/// A value on the command line with its name before it: `NAME=VALUE`.
enum NamedText {
  /// Takes the `text` of `option` apart.
  ///
  /// - Throws: `ExitStatus.wrongUse` after a message, where there is no name.
  static func split(_ text: String, of option: String) throws -> (name: String, value: String) {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
      throw InputFile.wrongUse(
        "\(option) \(text)",
        LocalizedText(en: "Write it as NAME=VALUE.", ja: "NAME=VALUE の形で書く。")
      )
    }
    return (String(text[..<sign]), String(text[text.index(after: sign)...]))
  }
}
