import Inventory
import SourceText
import Templates
import Testing

@Suite struct DockerfileTests {
  @Test(arguments: [
    ("Dockerfile", true), ("api/dockerfile", true), ("Dockerfile.prod", true),
    ("web.Dockerfile", true), ("build/x.dockerfile", true), ("Containerfile", true),
    ("Dockerfile.dockerignore", false), ("dockerfile.add.yaml", false), ("Dockerfile.j2", false),
    ("Dockerfile.arm64.v8", true), ("Dockerfiles/a.yaml", false), ("mydockerfile", false),
  ])
  func `a Dockerfile is known by its name`(_ path: String, _ isDockerfile: Bool) {
    #expect(Templates.isDockerfile(path: path) == isDockerfile)
  }

  @Test func `the last stage and those it is built upon make the image`() throws {
    let image = try resource(
      """
      FROM debian:13 AS base
      USER app
      WORKDIR /srv
      ENV A=1
      FROM golang:1.24 AS build
      USER root
      VOLUME /build
      FROM base
      WORKDIR data
      ENV A=2 B=$A
      EXPOSE 80 443/tcp
      VOLUME ["/x y", "cache"]
      CMD ["serve"]
      HEALTHCHECK CMD true
      """
    )
    #expect(image.id.path == "Dockerfile" && image.kind == .dockerfile)
    #expect(image["user"] == "app" && image["baseImage"] == "debian:13")
    #expect(image["workingDirectory"] == "/srv/data")
    #expect(
      image["environment"] == "[{name: A, value: 1}, {name: A, value: 2}, {name: B, value: 1}]"
    )
    #expect(image["exposedPorts"] == "[80, 443/tcp]")
    #expect(image["volumes"] == "[/x y, /srv/data/cache]")
    #expect(image["command"] == "[serve]" && image["healthCheck"] == "[CMD, true]")
    #expect(image.location.file.text(image.location.range) == "base")
  }

  @Test func `what stands behind ONBUILD is done in the next stage`() throws {
    let base = "FROM a:1 AS a\nUSER u\nONBUILD USER root\nONBUILD RUN sudo x\n"
    #expect(try resource(base)["user"] == "u")
    #expect(try resource(base)["runCommands"] == "[sudo]")
    #expect(try resource(base + "FROM a AS b\nFROM b\n")["user"] == "root")
    #expect(try resource(base + "FROM a AS b\nUSER v\nFROM b\n")["user"] == "v")
  }

  @Test func `an entry point takes the command of the base away`() throws {
    let base = "FROM a:1 AS a\nCMD [\"x\"]\nFROM a\n"
    #expect(try resource(base)["command"] == "[x]")
    #expect(try resource(base + "ENTRYPOINT [\"y\"]\n")["command"] == nil)
    #expect(try resource(base + "CMD [\"z\"]\nENTRYPOINT [\"y\"]\n")["command"] == "[z]")
  }

  @Test func `what arguments and base images decide is not known`() throws {
    let image = try resource(
      """
      ARG VERSION=13
      ARG REGISTRY
      FROM $REGISTRY/debian:${VERSION}
      ARG VERSION
      ARG NAME
      USER $NAME
      WORKDIR $HOME/x
      STOPSIGNAL v$VERSION
      """
    )
    #expect(image["baseImage"] == "?buildArgument(REGISTRY)/debian:13")
    #expect(image["user"] == "?buildArgument(NAME)")
    #expect(image["workingDirectory"] == "?outside($HOME)/x")
    #expect(image["stopSignal"] == "v13")
  }

  @Test func `the stages tell images from each other`() throws {
    let image = try resource("FROM a:1 AS x\nFROM x\nFROM scratch\nFROM b\n")
    #expect(
      image["stages"]
        == "[{name: x, baseImage: a:1, isFinal: false}, {isFinal: false}, {isFinal: false}, "
        + "{baseImage: b, isFinal: true}]"
    )
  }

  @Test func `a stage that an argument chooses is no image without a tag`() throws {
    let text = "ARG OS\nFROM a:1 AS bin-linux\nFROM bin-${OS}\nFROM tool-${OS}\n"
    let image = try resource(text)
    #expect(image["baseImage"] == "tool-?buildArgument(OS)")
    #expect(
      image["stages"]
        == "[{name: bin-linux, baseImage: a:1, isFinal: false}, {isFinal: false}, "
        + "{baseImage: tool-?buildArgument(OS), isFinal: true}]"
    )
  }

  @Test func `a base without a name is not nothing`() throws {
    let unit = unit("FROM $MISSING\n")
    #expect(unit.codes == ["dockerfile.empty-base"])
    #expect(unit.inventories[0].resources.first?["baseImage"] == "?malformed(expected: image)")
    #expect(unit.inventories[0].images.first?.runningUser == .unknown)
  }

  @Test func `another stage than the last can be the image`() throws {
    let file = SourceFile(path: "Dockerfile", text: "FROM a:1 AS x\nUSER u\nFROM b:1\n")
    for (target, base) in [("X", "a:1"), ("0", "a:1"), ("1", "b:1"), ("y", "b:1")] {
      let unit = Templates.readDockerfile(file, target: target)
      #expect(unit.inventories[0].resources.first?["baseImage"] == base)
      #expect(unit.codes == (target == "y" ? ["dockerfile.unknown-target"] : []))
    }
  }

  @Test func `the paths that a build prepares are noted`() throws {
    let profile = try profile(
      """
      FROM debian:13
      ARG DIR=/var/app
      WORKDIR /srv
      RUN mkdir -p -m 700 tmp /a && chown -R app:app $DIR "/b c" && chmod 755 /no \\
        && chmod g+w /c && ln -sf /dev/stdout /var/log/x && install -d -o app /d
      RUN D=/e; touch $D /f /g*; chown root /h
      COPY --chown=1000:1000 . ./data
      COPY --chown=root . /root
      """
    )
    #expect(
      profile.writablePaths.map { "\($0.sign) \($0.path)" } == [
        "directory /srv/tmp", "directory /a", "owner /var/app", "owner /b c", "mode /c",
        "link(to: \"/dev/stdout\") /var/log/x", "directory /d", "file /f", "copied /srv/data",
      ]
    )
  }

  @Test func `a profile tells who runs, and where programs write`() throws {
    let root = try profile("FROM scratch\nCOPY a /a\n")
    #expect(root.runningUser == .root && root.family == nil)
    let node = try profile("FROM node:22-slim\nENV HOME=/h PORT=80\nUSER 1000\n")
    #expect(node.runningUser == .nonRoot && node.family?.name == "node")
    #expect(node.environment.map { $0.name } == ["HOME"])
    #expect(try profile("FROM debian:13\n").runningUser == .unknown)
    #expect(try profile("FROM cgr.dev/chainguard/jre\n").runningUser == .nonRoot)
  }

  @Test func `a file without a stage has no resource, and says why`() {
    for text in ["", "# nothing\n", "ARG X\n", "RUN x\n"] {
      let unit = Templates.readDockerfile(SourceFile(path: "Dockerfile", text: text))
      #expect(unit.inventories.count == 1 && unit.resourceNames.isEmpty)
      #expect(unit.format == .dockerfile)
    }
    #expect(
      Templates.readDockerfile(SourceFile(path: "D", text: "RUN x")).codes == [
        "dockerfile.before-from"
      ]
    )
  }

  @Test(.timeLimit(.minutes(1))) func `a thousand stages in a row are read in bounded time`() {
    let variables = (0..<5_000).map { "ENV A\($0)=b" }.joined(separator: "\n")
    let stages = (1..<900).map { "FROM s\($0 - 1) AS s\($0)\nENV X\($0)=$A1\nWORKDIR deeper" }
    let text = "FROM a AS s0\n\(variables)\n\(stages.joined(separator: "\n"))\n"
    let unit = Templates.readDockerfile(SourceFile(path: "Dockerfile", text: text))
    #expect(unit.resourceNames == ["Dockerfile"])
  }

  private func unit(_ text: String) -> DeploymentUnit {
    Templates.readDockerfile(SourceFile(path: "app/Dockerfile", text: text))
  }

  private func resource(_ text: String) throws -> Resource {
    let unit = unit(text)
    #expect(unit.codes == [])
    return try #require(unit.inventories[0].resources.first)
  }

  private func profile(_ text: String) throws -> ImageProfile {
    try #require(unit(text).inventories[0].images.first)
  }
}

extension Resource {
  /// A property as a short text.
  fileprivate subscript(_ name: String) -> String? { properties[name]?.brief }
}
