import Inventory
import Posture
package import SourceText

/// What is known of images: where their containers write, and what else a read-only root takes.
package struct ImageCatalogue: Sendable {
  /// The entries, sorted by id.
  package let entries: [ImageEntry]
  /// What is wrong with the files; an entry with an error is left out.
  package let diagnostics: [Diagnostic]

  /// Reads `files`, one entry each; of two entries with one id the later counts.
  package init(_ files: [SourceFile]) {
    var entries: [String: ImageEntry] = [:]
    var diagnostics: [Diagnostic] = []
    for file in files {
      var reader = ImageEntryReader(file)
      if let entry = reader.read() { entries[entry.id] = entry }
      diagnostics += reader.diagnostics
    }
    self.entries = entries.values.sorted { $0.id < $1.id }
    self.diagnostics = diagnostics
  }

  /// The shipped catalogue; reading it takes some milliseconds.
  package static let embedded = ImageCatalogue(EmbeddedRules.files(in: "images"))

  /// The entries that apply to a container, with how sure that is.
  ///
  /// An image that is built by a Dockerfile at hand is known by its base image. Where an image is
  /// one of the catalogue's, those that merely go by the same name do not count.
  func matches(_ site: ContainerSite) -> [ImageMatch] {
    let images = entries.compactMap { ImageMatch($0, imageOf: site) }
    let isCertain = images.contains { $0.certainty == .image }
    return images.filter { !isCertain || $0.certainty == .image }
      + entries.compactMap { ImageMatch($0, programOf: site) }
  }

  /// The entries about `feature`.
  func entries(on feature: ImageEntry.Feature) -> [ImageEntry] {
    entries.filter { $0.feature == feature }
  }
}

/// An entry of the catalogue that applies to a container.
struct ImageMatch {
  /// Why an entry applies.
  enum Certainty {
    /// The image, or its base image, is the entry's.
    case image
    /// An image of some registry goes by the same name.
    case name
    /// The command runs the program.
    case program
  }

  let entry: ImageEntry
  let certainty: Certainty
  /// The tag of the image; `nil` where it is not known.
  let tag: String?
  /// The last part of the repository's name.
  let repository: String?

  /// Matches the image of a container, or the image that it is built upon.
  init?(_ entry: ImageEntry, imageOf site: ContainerSite) {
    guard let image = site.image, !entry.repositories.isEmpty,
      let fit = entry.repositories.map({ $0.fit(image) }).max(), fit != .differs
    else { return nil }
    let tag = image.tag == nil && image.digest == nil ? "latest" : image.tag?.text
    guard entry.applies(to: site, tag: tag) else { return nil }
    self.entry = entry
    self.tag = tag
    certainty = fit == .matches ? .image : .name
    repository = image.repository?.text?.split(separator: "/").last.map(String.init)
  }

  /// Matches the program that a container runs, whatever its image.
  init?(_ entry: ImageEntry, programOf site: ContainerSite) {
    guard entry.repositories.isEmpty, entry.feature == nil, entry.applies(to: site, tag: nil)
    else { return nil }
    self.entry = entry
    certainty = .program
    tag = nil
    repository = nil
  }
}

extension ImageEntry {
  fileprivate func applies(to site: ContainerSite, tag: String?) -> Bool {
    (signs.isEmpty || signs.show(in: site, tag: tag)) && !contrarySigns.show(in: site, tag: tag)
  }
}
