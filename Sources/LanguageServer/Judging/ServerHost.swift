package import Inventory
package import Posture
package import SourceText
package import Templates

/// What the server needs of the machine that it runs on.
package protocol ServerHost: Sendable {
  /// Makes the folder at an absolute path the one from which all relative paths begin.
  ///
  /// - Parameter folder: the folder of the client's workspace; `nil` to stay in the current one
  /// - Returns: the absolute path of the folder that counts from now on
  func enter(_ folder: String?) -> String

  /// Reads the settings of the folder through `loader`.
  func setup(_ loader: any SourceLoader) -> ServerSetup

  /// Reads from disk what the document at `path` names.
  func loader(around path: String) -> any SourceLoader

  /// The paths of the Terraform files in the folder, in order.
  func terraformFiles() -> [String]
}

/// How the documents of a workspace folder are to be judged.
package struct ServerSetup: Sendable {
  /// The controls.
  package var catalogue: ControlCatalogue
  /// Which of them to run.
  package var selection = Scanner.Selection()
  /// What templates are given; its loader is not used.
  package var options = TemplateOptions()
  /// What is known of the images that containers run.
  package var images: [ImageProfile] = []
  /// The language that the settings choose.
  package var language: Language?
  /// What is wrong with the settings and the files that they name.
  package var diagnostics: [Diagnostic] = []
  /// Why the settings cannot be used at all; `nil` where they can.
  package var refusal: LocalizedText?
  /// The files and folders whose change makes another setup, as the settings name them.
  package var sources: [String] = []
  /// Whether the document at a path is to be judged.
  package var isWanted: @Sendable (_ path: String) -> Bool = { _ in true }
  /// Marks the findings that a decision on record accepts, and reports bad decisions.
  package var accept: @Sendable (_ result: inout ScanResult) -> Void = { _ in }

  /// Judges by all controls of `catalogue`.
  package init(catalogue: ControlCatalogue) { self.catalogue = catalogue }
}
