/// The lists and macros of rule files, in the order of their definition.
///
/// Each definition, and each change to one, takes the next serial number. An element of a list,
/// or a reference in a macro, sees only what was first defined before the last change to it.
package struct Definitions: Sendable {
  struct List: Sendable {
    let name: String
    var items: [String]
    let firstSerial: Int
    var lastSerial: Int
  }

  struct Macro: Sendable {
    let name: String
    var condition: [UInt8]
    let firstSerial: Int
    var lastSerial: Int
  }

  private(set) var lists: [List] = []
  private(set) var macros: [Macro] = []
  private var listIndex: [String: Int] = [:]
  private var macroIndex: [String: Int] = [:]
  private var serial = 0

  /// Starts without lists and macros.
  package init() {}

  /// Defines a list, or replaces its items; its place in the order stays.
  package mutating func defineList(_ name: String, items: [String]) {
    serial += 1
    if let index = listIndex[name] {
      lists[index].items = items
      lists[index].lastSerial = serial
    } else {
      listIndex[name] = lists.count
      lists.append(List(name: name, items: items, firstSerial: serial, lastSerial: serial))
    }
  }

  /// Adds items to a list; returns false if there is no such list.
  package mutating func appendToList(_ name: String, items: [String]) -> Bool {
    guard let index = listIndex[name] else { return false }
    defineList(name, items: lists[index].items + items)
    return true
  }

  /// Defines a macro, or replaces its condition; its place in the order stays.
  package mutating func defineMacro(_ name: String, condition: String) {
    defineMacro(name, condition: Array(condition.utf8))
  }

  /// Adds text to a macro, behind one blank; returns false if there is no such macro.
  package mutating func appendToMacro(_ name: String, condition: String) -> Bool {
    guard let index = macroIndex[name] else { return false }
    let joined = macros[index].condition + [UInt8(ascii: " ")] + Array(condition.utf8)
    defineMacro(name, condition: joined)
    return true
  }

  private mutating func defineMacro(_ name: String, condition: [UInt8]) {
    serial += 1
    if let index = macroIndex[name] {
      macros[index].condition = condition
      macros[index].lastSerial = serial
    } else {
      macroIndex[name] = macros.count
      macros.append(
        Macro(name: name, condition: condition, firstSerial: serial, lastSerial: serial)
      )
    }
  }

  /// The items of each list as they replace its name: lists among them expanded by one level.
  var expandedLists: [(name: String, items: [String])] {
    lists.map { list in
      let items = list.items.flatMap { item -> [String] in
        guard let index = listIndex[item], lists[index].firstSerial < list.lastSerial else {
          return [item]
        }
        return lists[index].items
      }
      return (list.name, items)
    }
  }
}
