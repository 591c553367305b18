import Inventory
import Templates
import Workspace

/// The Dockerfiles of a scan, each read once: to be judged, and for the images that containers run.
struct Dockerfiles {
  /// What the Dockerfiles say of the images that the containers of other sources run.
  private(set) var images: [ImageProfile] = []
  private var units: [String: DeploymentUnit] = [:]

  /// Reads the Dockerfiles among `inputs` and those that the settings name.
  ///
  /// An image goes by the names that the settings give it, and by the folder of its Dockerfile:
  /// `web/Dockerfile` builds the image of the repository `shop/web`.
  init(_ inputs: [InputCollector.Input], named names: [String: String]) {
    let given = Dictionary(grouping: names.keys.sorted()) { name in
      names[name].map(RelativePath.normalized) ?? ""
    }
    for input in inputs where input.role == .dockerfile {
      read(input.path, key: input.key, names: given[input.key] ?? [])
    }
    for (path, names) in given.sorted(by: { $0.key < $1.key }) where units[path] == nil {
      read(path, key: path, names: names)
    }
  }

  /// What was read of `input`; `nil` for one that is no Dockerfile, or that could not be read.
  func unit(of input: InputCollector.Input) -> DeploymentUnit? { units[input.key] }

  private mutating func read(_ path: String, key: String, names: [String]) {
    guard case .success(let file) = FileReader.read(path) else { return }
    let unit = Templates.readDockerfile(file)
    units[key] = unit
    guard var image = unit.inventories.first?.images.first else { return }
    image.names = names
    image.folder = RelativePath.name(of: RelativePath.folder(of: path))
    images.append(image)
  }
}
