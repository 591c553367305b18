/// The text that a range counts in: a condition may reach into macros.
package enum Place: Sendable, Hashable {
  /// The text of the condition itself.
  case condition
  /// The text of the macro of this name.
  case macro(String)
}
