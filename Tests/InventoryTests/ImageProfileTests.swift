import Inventory
import SourceText
import Testing

@Suite struct ImageProfileTests {
  @Test(arguments: [
    ("web", "web", true), ("web", "web:1.2", true), ("web", "api", false),
    ("web", "123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1.2@sha256:0", true),
    ("web:1.2", "web:1.2", true), ("web:1.2", "web:1.3", false), ("web:1.2", "web", false),
    ("r.example.com/web", "r.example.com/web:1", true), ("r.example.com/web", "web", false),
    ("team/web", "web", false), ("", "web", false),
  ])
  func `a name means an image of any registry and tag unless it says which`(
    _ name: String,
    _ reference: String,
    _ matches: Bool
  ) {
    var profile = profile(of: "debian:13")
    profile.names = ["other", name]
    #expect(profile.matches(reference) == matches)
  }

  @Test(arguments: [
    ("nginx:1.29", "nginx"), ("docker.io/library/nginx", "nginx"), ("acme/nginx", nil),
    ("public.ecr.aws/docker/library/postgres:17", "postgres"), ("node:22", "node"),
    ("123456789012.dkr.ecr.us-east-1.amazonaws.com/docker-hub/library/redis", "redis"),
    ("bitnami/nginx", "bitnami"), ("nginxinc/nginx-unprivileged:1.29", "nginx-unprivileged"),
    ("public.ecr.aws/amazoncorretto/amazoncorretto:21", "java"), ("debian:13", nil),
    ("mcr.microsoft.com/dotnet/aspnet:9.0", "dotnet"), ("php:8.4-fpm", "php"),
  ])
  func `a base image belongs to the family of its repository`(
    _ image: String,
    _ family: String?
  ) {
    #expect(profile(of: image).family?.name == family)
  }

  @Test(arguments: [
    ("gcr.io/distroless/base-debian12:nonroot", true), ("gcr.io/distroless/base-debian12", false),
    ("cgr.dev/chainguard/python:latest", true), ("nginxinc/nginx-unprivileged", true),
    ("public.ecr.aws/bitnami/redis:8", true), ("mcr.microsoft.com/dotnet/aspnet:9.0", false),
    ("mcr.microsoft.com/dotnet/aspnet:9.0-noble-chiseled", true), ("nginx:1.29", false),
  ])
  func `base images that are known not to run as root are told`(
    _ image: String,
    _ isKnown: Bool
  ) {
    #expect(profile(of: image).runningUser == (isKnown ? .nonRoot : .unknown))
  }

  @Test func `a container knows the image that its Dockerfile builds`() throws {
    var inventory = Samples.container(
      #"{"Name": "web", "Image": {"Partial": [{"Unknown": "Registry"}, "/web:", {"Unknown": "T"}]}}"#
    )
    var profile = profile(of: "postgres:17", user: "1000", volumes: ["/data"])
    profile.names = ["web"]
    inventory.images = [profile]
    let container = try #require(inventory.subjects(of: "container").first)
    #expect(container.lookup(["container", "imageUser"]).values.map(\.text) == ["1000"])
    #expect(container.lookup(["container", "imageVolumes"]).values.map(\.text) == ["/data"])
    #expect(container.lookup(["container", "imageFamily"]).values.map(\.text) == ["postgres"])
    inventory.images = []
    let alone = try #require(inventory.subjects(of: "container").first)
    #expect(alone.lookup(["container", "imageUser"]).isAbsent)
  }

  private func profile(
    of base: String,
    user: String? = nil,
    volumes: [String] = []
  ) -> ImageProfile {
    ImageProfile(
      file: SourceFile(path: "Dockerfile", text: ""),
      baseImage: Value(.string(base), at: nil),
      user: user.map { Value(.string($0), at: nil) },
      volumes: volumes.map { Value(.string($0), at: nil) },
      workingDirectory: nil,
      environment: [],
      entryPoint: nil,
      command: nil,
      writablePaths: []
    )
  }
}
