import Inventory
import Templates
import Workspace

/// What the Dockerfiles of a scan say of the images that its containers run.
enum ImageProfiles {
  /// Reads the Dockerfiles among `inputs` and those that the settings name.
  ///
  /// An image goes by the names that the settings give it, and by the folder of its Dockerfile:
  /// `web/Dockerfile` builds the image of the repository `shop/web`.
  static func read(
    _ inputs: [InputCollector.Input],
    named names: [String: String]
  ) -> [ImageProfile] {
    let given = Dictionary(
      grouping: names.map { (path: RelativePath.normalized($1), name: $0) },
      by: \.path
    )
    let found = inputs.filter { $0.role == .dockerfile }.map(\.path)
    let keys = Set(found.map(RelativePath.normalized))
    return (found + given.keys.filter { !keys.contains($0) }.sorted()).compactMap { path in
      profile(at: path, names: given[RelativePath.normalized(path)]?.map(\.name) ?? [])
    }
  }

  private static func profile(at path: String, names: [String]) -> ImageProfile? {
    guard case .success(let file) = FileReader.read(path),
      var profile = Templates.readDockerfile(file).inventories.first?.images.first
    else { return nil }
    profile.names = names.sorted()
    profile.folder = RelativePath.name(of: RelativePath.folder(of: path))
    return profile
  }
}
