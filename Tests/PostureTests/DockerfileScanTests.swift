import Inventory
import Posture
import SourceText
import Syntax
import Templates
import Testing

/// What Dockerfiles come to, by themselves and beside a task definition.
@Suite struct DockerfileScanTests {
  @Test func `ECS.20 fails beside an image with a user, and says which`() throws {
    let findings = scan(
      "containerDefinitions: [{ name: web, image: web, memory: 256 }]",
      beside: "FROM nginx:1.29\nVOLUME /var/cache/nginx /run\nUSER 1000\n",
      only: "ECS.20"
    )
    let finding = try #require(findings.first)
    #expect(finding.verdict == .fail)
    #expect(
      finding.evidence.map(\.text.en) == [
        "runs as root: yes", "USER of the image: 1000 (app/Dockerfile:3)",
      ]
    )
    #expect(finding.evidence.last?.text.ja == "イメージの USER: 1000 (app/Dockerfile:3)")
  }

  @Test func `ECS.5 shows the volumes and the base of the image`() throws {
    let findings = scan(
      "containerDefinitions: [{ name: web, image: web, memory: 256 }]",
      beside: "FROM nginx:1.29\nVOLUME /var/cache/nginx /run\n",
      only: "ECS.5"
    )
    #expect(
      findings.first?.evidence.map(\.text.en) == [
        "readonlyRootFilesystem is not set",
        "image is built upon: nginx (app/Dockerfile:1)",
        "VOLUMEs of the image: /var/cache/nginx (app/Dockerfile:2), /run (app/Dockerfile:2)",
      ]
    )
  }

  @Test func `a field to show that does not exist is told with a suggestion`() throws {
    let text = """
      control: a.b
      resource: container
      severity: low
      passes: container.privileged = false
      shows: [container.imageUsr]
      title: { en: A }
      why: { en: A }
      remedy: { en: A }
      """
    let control = try #require(
      ControlReader.checked(SourceFile(path: "a.yaml", text: text)).control
    )
    let problem = try #require(ControlCatalogue([control]).problems(of: control).first)
    #expect(problem.location?.position.line == 5)
    #expect(problem.text.en.contains("container.imageUser"))
  }

  @Test func `no report may show values, commands and what is fed to them`() throws {
    let text = """
      FROM debian:13
      ARG TOKEN=hidden1
      ENV A=hidden2 B hidden3
      LABEL x=hidden4
      RUN X=hidden5; curl -H hidden6 > hidden7 && run <<< hidden8 "$(get hidden9)"
      RUN ["go", "hidden10"]
      RUN <<EOF
      say hidden11
      EOF
      COPY <<EOF /x
      hidden12
      EOF
      CMD serve hidden13
      HEALTHCHECK CMD hidden14
      ONBUILD RUN say hidden15
      """
    let file = SourceFile(path: "Dockerfile", text: text)
    var result = Scanner(ControlCatalogue.embedded()).scan(
      Templates.readDockerfile(file).inventories,
      in: file
    )
    result.diagnostics = Templates.readDockerfile(file).diagnostics
    #expect(Set(result.diagnostics.map(\.code)) == ["dockerfile.no-equals-sign"])
    let ranges = try #require(result.redactions[file])
    for number in 1...15 {
      let word = Array("hidden\(number)".utf8)
      for start in file.bytes.indices where file.bytes[start...].starts(with: word) {
        let isHidden = ranges.contains { $0.start <= start && start + word.count <= $0.end }
        #expect(isHidden || number == 3, "hidden\(number)")
      }
    }
    result.hideUnreadText()
    #expect((result.redactions[file]?.count ?? 0) > ranges.count)
  }

  /// The findings on a task definition whose image `web` a Dockerfile builds.
  private func scan(
    _ text: String,
    beside dockerfile: String,
    only control: String
  ) -> [Finding] {
    let image = Templates.readDockerfile(SourceFile(path: "app/Dockerfile", text: dockerfile))
    var images = image.inventories[0].images
    images[0].names = ["web"]
    let catalogue = ControlCatalogue.embedded()
    var selection = Scanner.Selection()
    selection.only = Set(catalogue.controls(named: control).map(\.id))
    let file = SourceFile(path: "task.yaml", text: text)
    return Templates.read(YAMLParser.parse(file)).flatMap { unit in
      let inventories = unit.inventories.map { inventory in
        var inventory = inventory
        inventory.images = images
        return inventory
      }
      return Scanner(catalogue, selection: selection).scan(inventories, in: file).findings
    }
  }
}
