import Foundation
import Inventory
import SourceText
import Syntax
import Templates
import Testing

@Suite struct MutationTests {
  /// Small, repeatable random numbers.
  struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 11 ^ state << 31
    }
  }

  @Test(.enabled(if: vectors != nil, "skipped: no vectors"))
  func `a template cut off or garbled anywhere is still read`() throws {
    let folder = try #require(vectors).appendingPathComponent("cloudformation")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.sorted()
    var generator = Generator(state: 7)
    var count = 0
    for path in paths.enumerated().filter({ $0.offset % 4 == 0 }).map(\.element) {
      let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(path)))
      guard bytes.count < 6_000 else { continue }
      for _ in 0..<4 {
        var changed = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator)))
        for _ in 0..<3 where !changed.isEmpty {
          let place = Int.random(in: 0..<changed.count, using: &generator)
          changed[place] = bytes.randomElement(using: &generator) ?? 0x20
        }
        let file = SourceFile(path: path, bytes: changed)
        for unit in Templates.read(Templates.parse(file)) {
          #expect(!unit.inventories.isEmpty)
        }
        count += 1
      }
    }
    #expect(count > 50)
  }

  @Test func `a call with arguments of any kind is computed or reported`() throws {
    let functions = [
      "Ref", "Fn::GetAtt", "Fn::Sub", "Fn::Join", "Fn::Select", "Fn::Split", "Fn::If",
      "Fn::FindInMap", "Fn::Base64", "Fn::Cidr", "Fn::GetAZs", "Fn::ImportValue", "Fn::Length",
      "Fn::ToJsonString", "Fn::Transform", "Fn::And", "Fn::Equals", "Fn::ForEach::X",
    ]
    let arguments = [
      "null", "1", "true", "\"\"", "\"A\"", "[]", "[null]", "[[]]", "{}", "{\"Ref\": \"A\"}",
      "[1, 2, 3]", "[\"\", {\"Ref\": \"A\"}]", "[{\"Ref\": \"AWS::NoValue\"}, 1]", "[-1, [1]]",
      "[\"X\", [1, {}], {\"a${X}\": {\"Ref\": \"X\"}}]", "[\"10.0.0.0/8\", 99999999999, 99]",
      "[\"10.0.0.0/33\", -1]", "\"${\"", "\"${}${.}${!}\"", "[\"${a\", 5]", "\".\"", "\"A.\"",
    ]
    for function in functions {
      for argument in arguments {
        let text = """
          {"Conditions": {"C": {"\(function)": \(argument)}}, "Resources": {
            "A": {"Type": "AWS::ECS::Cluster", "Condition": "C",
                  "Properties": {"ClusterName": {"\(function)": \(argument)}}},
            "\(function)": \(argument)}, "Outputs": {"\(function)": \(argument)}}
          """
        let unit = try #require(units(text, path: "t.json").first)
        #expect(unit.inventories.allSatisfy { $0.resources.count <= 2 })
      }
    }
  }
}
