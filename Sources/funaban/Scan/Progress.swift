import Glibc
import Synchronization

/// Hands out the numbers from 0, each once, to whoever asks.
final class Counter: Sendable {
  private let value = Atomic<Int>(0)

  /// The next number; `nil` from `limit` on.
  func next(below limit: Int) -> Int? {
    let number = value.add(1, ordering: .relaxed).oldValue
    return number < limit ? number : nil
  }
}

/// Shows how far a scan has come on a terminal's standard error, from the first second on.
final class Progress: Sendable {
  private struct State {
    var done = 0
    var isLineWritten = false
    var shownAt: ContinuousClock.Instant
  }

  private let total: Int
  private let isShown: Bool
  private let state: Mutex<State>

  init(total: Int) {
    self.total = total
    isShown = isatty(STDERR_FILENO) == 1 && environmentVariable("TERM") != "dumb"
    state = Mutex(State(shownAt: .now))
  }

  /// Counts one more file.
  func advance() {
    guard isShown else { return }
    state.withLock { state in
      state.done += 1
      guard state.shownAt.duration(to: .now) >= .seconds(1) else { return }
      state.shownAt = .now
      state.isLineWritten = true
      let text = say(en: "\(state.done) of \(total) files", ja: "\(total) 件中 \(state.done) 件")
      write("\r\u{1B}[K\(text)", to: STDERR_FILENO)
    }
  }

  /// Wipes the line, if there is one.
  func finish() {
    if state.withLock({ $0.isLineWritten }) { write("\r\u{1B}[K", to: STDERR_FILENO) }
  }
}
