/// A change to a value in the AWS shape, free of the place and the language it is written in.
package indirect enum Patch: Sendable, Hashable {
  /// The value becomes this, whatever it was.
  case set(SourceLiteral)
  /// The value goes, with its key.
  case remove
  /// Members of an object change; one that is absent is made, and so is the object.
  case members([String: Patch])
  /// The list gets these elements at its end; an absent list is made.
  case append([SourceLiteral])
  /// Elements of a list change, by their index; one behind the last is added.
  case elements([Int: Patch])
}
