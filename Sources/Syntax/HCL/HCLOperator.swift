/// An operator before its operand.
package enum HCLUnaryOperator: UInt8, Sendable, Hashable {
  case negate
  case not
}

/// An operator between two operands.
package enum HCLBinaryOperator: UInt8, Sendable, Hashable {
  case or
  case and
  case equal
  case notEqual
  case lessThan
  case lessThanOrEqual
  case greaterThan
  case greaterThanOrEqual
  case add
  case subtract
  case multiply
  case divide
  case modulo

  init?(_ kind: HCLToken.Kind) {
    switch kind {
    case .or: self = .or
    case .and: self = .and
    case .equalTo: self = .equal
    case .notEqualTo: self = .notEqual
    case .lessThan: self = .lessThan
    case .lessThanOrEqual: self = .lessThanOrEqual
    case .greaterThan: self = .greaterThan
    case .greaterThanOrEqual: self = .greaterThanOrEqual
    case .plus: self = .add
    case .minus: self = .subtract
    case .star: self = .multiply
    case .slash: self = .divide
    case .percent: self = .modulo
    default: return nil
    }
  }

  /// How tightly the operator binds, from 1.
  var precedence: UInt8 {
    switch self {
    case .or: 1
    case .and: 2
    case .equal, .notEqual: 3
    case .lessThan, .lessThanOrEqual, .greaterThan, .greaterThanOrEqual: 4
    case .add, .subtract: 5
    case .multiply, .divide, .modulo: 6
    }
  }
}
