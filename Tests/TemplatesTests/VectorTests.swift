import Foundation
import Inventory
import SourceText
import Syntax
import Templates
import Testing

@Suite struct VectorTests {
  @Test(.enabled(if: vectors != nil, "skipped: no vectors"))
  func `every real template yields the resources it declares`() throws {
    let folder = try #require(vectors).appendingPathComponent("cloudformation")
    let index = try String(
      contentsOf: folder.appendingPathComponent("index.jsonl"),
      encoding: .utf8
    )
    var compared = 0
    for line in index.split(separator: "\n") {
      let row = try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      )
      guard row["expected"] as? String == "ok", let path = row["file"] as? String else { continue }
      let bytes = try Data(contentsOf: folder.appendingPathComponent(path))
      let file = SourceFile(path: path, bytes: Array(bytes))
      let found = Templates.read(Templates.parse(file))
      guard let expected = declared(row["decoded"]) else { continue }
      let unit = try #require(found.first, "\(path)")
      #expect(Templates.recognises(file.bytes), "\(path)")
      let names = Set(unit.inventories.flatMap { $0.resources.map(\.id.path) })
      #expect(names.isSuperset(of: expected), "\(path)")
      for inventory in unit.inventories {
        #expect(inventory.scenario.conditions.isEmpty == (unit.inventories.count == 1), "\(path)")
      }
      compared += 1
    }
    #expect(compared > 130)
  }

  /// The names of the resources, for a template without loops.
  ///
  /// Those with a condition that no parameter can change are left out: they may never exist.
  private func declared(_ decoded: Any?) -> Set<String>? {
    guard let root = decoded as? [String: Any], let resources = root["Resources"] as? [String: Any],
      !resources.keys.contains(where: { $0.hasPrefix("Fn::") })
    else { return nil }
    let typed = resources.filter { ($0.value as? [String: Any])?["Type"] is String }
    guard root["AWSTemplateFormatVersion"] != nil || typed.values.contains(where: hasType)
    else { return nil }
    let conditions = root["Conditions"] as? [String: Any] ?? [:]
    let constant = conditions.filter {
      let text = "\($0.value)"
      return !text.contains("Ref") || text.contains("AWS::NoValue")
    }
    return Set(
      typed.filter { resource in
        let condition = (resource.value as? [String: Any])?["Condition"] as? String
        return condition.map { constant[$0] == nil } ?? true
      }.keys
    )
  }

  private func hasType(_ resource: Any) -> Bool {
    ((resource as? [String: Any])?["Type"] as? String)?.contains("::") == true
  }

  @Test(.enabled(if: vectors != nil, "skipped: no vectors"))
  func `every judged template of the posture data is read`() throws {
    let folder = try #require(vectors).appendingPathComponent("posture")
    let index = try String(
      contentsOf: folder.appendingPathComponent("index.jsonl"),
      encoding: .utf8
    )
    var read: Set<String> = []
    for line in index.split(separator: "\n") {
      let row = try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      )
      guard let format = row["format"] as? String,
        format.hasPrefix("cloudformation") || format == "taskdef",
        let path = row["file"] as? String,
        read.insert(path).inserted
      else { continue }
      let bytes = try Data(contentsOf: folder.appendingPathComponent(path))
      let file = SourceFile(path: path, bytes: Array(bytes))
      let found = Templates.read(Templates.parse(file))
      #expect(found.count == 1, "\(path)")
      #expect(found.first?.inventories.first?.resources.isEmpty == false, "\(path)")
      #expect(Templates.recognises(file.bytes), "\(path)")
    }
    #expect(read.count > 20)
  }
}
