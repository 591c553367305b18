import Inventory
import Posture
import SourceText
import Testing

/// What evidence reads like.
@Suite struct EvidenceTests {
  /// Facts that no report shows by name: the way to another resource.
  private static let ways: Set<String> = ["cluster", "service"]

  @Test(arguments: FactTable.names.subtracting(ways).sorted())
  func `a derived fact has a label that is not its name`(_ name: String) {
    let text = Evidence(field: name, state: .absent).text
    #expect(!text.en.contains(name) && text.en.hasSuffix(": none"))
    #expect(text.ja.hasSuffix(": なし"))
    #expect(text.ja.unicodeScalars.contains { $0.value > 0x3040 })
  }

  @Test func `a field of the sources keeps its name`() {
    let text = Evidence(field: "logConfiguration.logDriver", state: .absent).text
    #expect(text.en == "logConfiguration.logDriver is not set")
    #expect(text.ja == "logConfiguration.logDriver が設定されていない")
  }

  @Test func `a fact of a joined resource has the label of the fact`() {
    let text = Evidence(field: "roleArn.isAdministrator", state: .value("true")).text
    #expect(text.en == "administrator permissions: yes")
    #expect(text.ja == "管理者権限: はい")
  }

  @Test func `a fact that is not known says why`() {
    let text = Evidence(field: "image.tag", state: .unknown(.parameter("Tag"))).text
    #expect(text.en == "tag of the image: unknown, parameter Tag has no value")
    #expect(text.ja == "イメージのタグ: 不明(パラメータ Tag に値がない)")
  }
}
