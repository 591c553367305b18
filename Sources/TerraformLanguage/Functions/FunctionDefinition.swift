/// One function of the language: what it takes, and what it makes of that.
struct FunctionDefinition: Sendable {
  /// What computes the result of a function.
  typealias Body =
    @Sendable (FunctionInput) throws(TerraformError) -> TerraformValue

  /// What a function takes in one place.
  struct Parameter: Sendable {
    /// What is let pass that others are kept from.
    struct Tolerance: OptionSet, Sendable {
      let rawValue: Int

      /// Null is an argument like any other.
      static let null = Tolerance(rawValue: 1)
      /// The function looks at arguments itself that are not known, or in part.
      static let unknown = Tolerance(rawValue: 2)
      /// The function sets the marks of its result itself.
      static let marks = Tolerance(rawValue: 4)
    }

    let type: TerraformType
    let tolerance: Tolerance

    init(_ type: TerraformType, _ tolerance: Tolerance = []) {
      self.type = type
      self.tolerance = tolerance
    }
  }

  /// The type of the result where an argument is not known.
  enum Result: Sendable {
    case type(TerraformType)
    /// The type of an argument.
    case argument(Int)
  }

  /// The parameters in order; the last `optional` of them may be left out.
  let parameters: [Parameter]
  let optional: Int
  /// What any number of further arguments must be; `nil` where there may be none.
  let rest: Parameter?
  let result: Result
  let body: Body

  init(
    _ parameters: [Parameter],
    optional: Int = 0,
    rest: Parameter? = nil,
    _ result: Result,
    _ body: @escaping Body
  ) {
    self.parameters = parameters
    self.optional = optional
    self.rest = rest
    self.result = result
    self.body = body
  }

  /// Describes a function of arguments that must be known, of these types.
  init(_ types: [TerraformType], _ result: TerraformType, _ body: @escaping Body) {
    self.init(types.map { Parameter($0) }, .type(result), body)
  }

  /// What the argument at `index` must be; `nil` where there may be none.
  func parameter(_ index: Int) -> Parameter? {
    index < parameters.count ? parameters[index] : rest
  }
}
