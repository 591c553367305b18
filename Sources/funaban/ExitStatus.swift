/// What the program's exit code says.
enum ExitStatus: Int32, Error {
  /// Nothing at or over the threshold fails.
  case clean = 0
  /// Something at or over the threshold fails.
  case findings = 1
  /// The command line or the settings are wrong.
  case wrongUse = 2
  /// An input could not be read; what could be was judged and reported.
  case unreadable = 3
}
