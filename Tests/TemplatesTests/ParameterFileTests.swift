import Inventory
import SourceText
import Templates
import Testing

@Suite struct ParameterFileTests {
  @Test(arguments: [
    #"[{"ParameterKey": "A", "ParameterValue": "1"}, {"ParameterKey": "B", "UsePreviousValue": true}]"#,
    #"{"Parameters": {"A": "1"}, "Tags": {"x": "y"}}"#,
    #"{"A": "1"}"#,
    #"{"Parameters": [{"ParameterKey": "A", "ParameterValue": "1"}]}"#,
    #"["A=1"]"#,
  ])
  func `every form gives the value with its place`(text: String) {
    let values = ParameterFile.read(Templates.parse(.init(path: "p.json", text: text)))
    #expect(values["A"]?.text == "1")
    #expect(values["A"]?.origin != nil)
    #expect(values["B"]?.unknownReason == (text.contains("\"B\"") ? .parameter("B") : nil))
    #expect(values["x"] == nil)
  }
}
