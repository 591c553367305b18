import Inventory
import SourceText
import TerraformLanguage

extension ModuleInstance {
  /// Works out `count` or `for_each` of `declaration`.
  func expand(_ declaration: Declaration) -> Expansion {
    if let argument = declaration.body.argument("count") {
      if let other = declaration.body.argument("for_each") {
        reading.log.add(.countBesideForEach(at: other.nameLocation))
      }
      return counted(declaration, argument)
    }
    if let argument = declaration.body.argument("for_each") {
      return repeated(declaration, argument)
    }
    return .single
  }

  private func counted(_ declaration: Declaration, _ argument: TerraformBody.Argument) -> Expansion
  {
    let count = value(of: argument, of: declaration)
    guard let number = count.as(.number)?.number?.int, number >= 0 else {
      return unknownNumber(of: declaration, argument, count)
    }
    let indices = 0..<min(number, ProjectReading.maximumInstances)
    return Expansion(
      form: .count,
      instances: indices.map { index in
        Instance(
          key: .index(index),
          countIndex: TerraformValue(.number(TerraformNumber(index)), at: count.origin)
        )
      }
    )
  }

  private func repeated(_ declaration: Declaration, _ argument: TerraformBody.Argument) -> Expansion
  {
    let collection = value(of: argument, of: declaration)
    guard !collection.showsSecretKeys else {
      reading.log.add(.secretKeys(at: argument.expression.location))
      return standIn(for: .unknown(like: collection), of: argument)
    }
    if let members = collection.members {
      return Expansion(
        form: .forEach,
        instances: members.map { member in
          Instance(
            key: .key(member.name),
            eachKey: TerraformValue(.text(member.name), at: member.key ?? member.value.origin),
            eachValue: member.value
          )
        }
      )
    }
    guard let elements = collection.elements, elements.allSatisfy({ $0.text != nil }) else {
      return unknownNumber(of: declaration, argument, collection)
    }
    if !collection.isSet {
      // Terraform refuses a list; what it was meant to make is judged nevertheless.
      reading.log.add(.invalidNumber(argument.name, at: argument.expression.location))
    }
    return Expansion(
      form: .forEach,
      instances: elements.map { element in
        Instance(key: .key(element.text ?? ""), eachKey: element, eachValue: element)
      }
    )
  }

  private func value(
    of argument: TerraformBody.Argument,
    of declaration: Declaration
  ) -> TerraformValue {
    memoised("\(declaration.address).\(argument.name)", at: argument.nameLocation) {
      value(of: argument.expression, in: scope)
    }
  }

  /// One instance that stands for all, with a note.
  private func unknownNumber(
    of declaration: Declaration,
    _ argument: TerraformBody.Argument,
    _ value: TerraformValue
  ) -> Expansion {
    if value.isKnown {
      reading.log.add(.invalidNumber(argument.name, at: argument.expression.location))
    } else {
      reading.log.add(
        .unknownNumber(declaration.address, argument.name, at: argument.expression.location)
      )
    }
    return standIn(for: .unknown(like: value), of: argument)
  }

  private func standIn(
    for unknown: TerraformValue,
    of argument: TerraformBody.Argument
  ) -> Expansion {
    Expansion(
      form: .unknown(unknown),
      instances: [
        argument.name == "count"
          ? Instance(key: .unknown, countIndex: unknown)
          : Instance(key: .unknown, eachKey: unknown, eachValue: unknown)
      ]
    )
  }
}

extension TerraformValue {
  fileprivate var isSet: Bool {
    if case .set = content { true } else { false }
  }

  /// Whether the keys of instances that the value makes would be secrets; members of maps may be.
  fileprivate var showsSecretKeys: Bool {
    marks.contains("sensitive") || (members == nil && allMarks.contains("sensitive"))
  }
}
