import Inventory
import SourceText

/// The functions of the language.
///
/// What depends on the clock, on chance, on the network or on the machine is unknown.
package enum FunctionLibrary {
  /// The functions by name.
  static let definitions: [String: FunctionDefinition] = [
    numeric, strings, formats, patterns, collections, merging, sets, conversions, encodings, hashes,
    dates, networks, files, paths, unknowable,
  ].reduce(into: [:]) { all, table in all.merge(table) { first, _ in first } }

  /// The names of all functions, those included that the evaluation itself knows.
  package static let names: Set<String> = Set(definitions.keys).union(["can", "try"])

  /// Calls a function.
  ///
  /// - Returns: the result, without a place of its own where it was computed
  /// - Throws: where Terraform would refuse the call
  package static func call(
    _ call: FunctionCall,
    _ context: any FunctionContext
  ) throws(TerraformError) -> TerraformValue {
    if call.name.hasPrefix("provider::") {
      return TerraformValue(.unknown(.dynamic, .reason(.function(call.name))))
    }
    let name = call.name.hasPrefix("core::") ? String(call.name.dropFirst(6)) : call.name
    guard let definition = definitions[name] else { throw .unknownFunction(call) }
    do throws(TerraformError) {
      return try apply(definition, to: call, named: name, context)
    } catch {
      var error = error
      error.location = error.location ?? call.location
      throw error
    }
  }

  private static func apply(
    _ definition: FunctionDefinition,
    to call: FunctionCall,
    named name: String,
    _ context: any FunctionContext
  ) throws(TerraformError) -> TerraformValue {
    try checkCount(of: call, definition)
    var arguments: [TerraformValue] = []
    var marks: Set<String> = []
    var doubt: TerraformValue.Doubt?
    for (index, argument) in call.arguments.enumerated() {
      guard let parameter = definition.parameter(index) else { break }
      let value = try checked(argument, at: index, parameter, call)
      if !parameter.tolerance.contains(.marks) { marks.formUnion(value.allMarks) }
      if !parameter.tolerance.contains(.unknown) {
        doubt = doubt ?? reasonToWait(for: value, name)
      }
      arguments.append(value)
    }
    if let doubt {
      let type: TerraformType =
        switch definition.result {
        case .type(let type): type
        case .argument(let index): index < arguments.count ? arguments[index].type : .dynamic
        }
      return TerraformValue(.unknown(type, doubt), marks: marks)
    }
    let input = FunctionInput(
      name: name,
      arguments: arguments,
      location: call.location,
      context: context
    )
    return try definition.body(input).bearing(marks)
  }

  /// Why an argument is not known well enough; `nil` if it is.
  private static func reasonToWait(
    for value: TerraformValue,
    _ name: String
  ) -> TerraformValue.Doubt? {
    switch value.content {
    case .unknown(_, let doubt): doubt
    case .string(let rope) where rope.text == nil: rope.doubt ?? .reason(.tooLarge(name))
    default: nil
    }
  }

  private static func checkCount(
    of call: FunctionCall,
    _ definition: FunctionDefinition
  ) throws(TerraformError) {
    let count = call.arguments.count
    let least = definition.parameters.count - definition.optional
    let most = definition.rest == nil ? definition.parameters.count : .max
    guard !(least...most ~= count) else { return }
    throw .argumentCount(of: call, isTooSmall: count < least)
  }

  /// The argument as a value of the parameter's type.
  private static func checked(
    _ argument: TerraformValue,
    at index: Int,
    _ parameter: FunctionDefinition.Parameter,
    _ call: FunctionCall
  ) throws(TerraformError) -> TerraformValue {
    if argument.isNull, !parameter.tolerance.contains(.null) {
      throw .invalidArgument(
        index,
        of: call.name,
        en: "it must not be null",
        ja: "null は渡せない",
        at: call.location
      )
    }
    do throws(TerraformError) {
      return try argument.converted(to: parameter.type)
    } catch {
      let name = parameter.type.name
      throw .invalidArgument(
        index,
        of: call.name,
        en: "a value of the type \(name) is required",
        ja: "型 \(name) の値が必要",
        at: call.location
      )
    }
  }
}
