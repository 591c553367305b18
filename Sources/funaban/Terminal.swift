import Glibc

/// The terminal behind standard output.
enum Terminal {
  /// Its columns: `COLUMNS`, else what the terminal says, else 80.
  static var width: Int {
    if let columns = environmentVariable("COLUMNS").flatMap({ Int($0) }), columns > 0 {
      return columns
    }
    var size = winsize()
    let isKnown = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 80
  }

  /// Whether it shows colours, and the user has nothing against them.
  ///
  /// Source: https://no-color.org
  static var isColorful: Bool {
    isatty(STDOUT_FILENO) == 1 && environmentVariable("NO_COLOR") == nil
      && environmentVariable("TERM") != "dumb"
  }
}
