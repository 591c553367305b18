/// Facts about the image of a container, as the Dockerfile that builds it says.
enum ImageFacts {
  /// The user of the image, or what is known of that of its base image.
  static let user: Fact = { site in
    guard let image = site.inventory.image(of: site.value) else { return nil }
    return image.user ?? image.baseUser
  }

  /// The paths of the volumes.
  static let volumes: Fact = { site in
    site.inventory.image(of: site.value).flatMap { site.list($0.volumes) }
  }

  /// The well-known program that the image is built upon.
  static let family: Fact = { site in
    site.inventory.image(of: site.value)?.family.map { family in
      Value(.string(family.name), at: family.location)
    }
  }
}
