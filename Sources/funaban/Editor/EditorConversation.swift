import Glibc
import LanguageServer

/// Moves the messages between an editor and its session over standard input and output.
struct EditorConversation {
  /// How long the editor must be silent before changes are judged.
  ///
  /// It grows with what the last judgement took, so that typing in a long source is not judged key by
  /// key, and most of the time the processor rests.
  private var quietTime = quietTimes.lowerBound
  private static let quietTimes = Duration.milliseconds(50)...Duration.milliseconds(500)

  private var session: EditorSession
  private var reader = FrameReader()

  init(_ session: EditorSession) { self.session = session }

  /// Talks until the editor ends it.
  ///
  /// - Returns: the exit code that the protocol asks for
  mutating func run() -> CInt {
    while session.exitCode == nil {
      if session.isUnsettled, !isInputWaiting() {
        settle()
        continue
      }
      let bytes = EditorConversation.readInput()
      guard !bytes.isEmpty else { return session.exitCodeAtEnd }
      reader.append(bytes)
      let (contents, failure) = arrivedMessages()
      send(session.receive(contents))
      if let failure {
        complain("funaban lsp: \(failure.sentence)")
        return 1
      }
    }
    return session.exitCode ?? 1
  }

  /// The messages that have arrived as a whole, up to where the input can no longer be read.
  private mutating func arrivedMessages() -> ([[UInt8]], FrameReader.Failure?) {
    var contents: [[UInt8]] = []
    do throws(FrameReader.Failure) {
      while let content = try reader.next() { contents.append(content) }
      return (contents, nil)
    } catch {
      return (contents, error)
    }
  }

  private mutating func settle() {
    let clock = ContinuousClock()
    let duration = clock.measure { send(session.settle()) }
    let times = EditorConversation.quietTimes
    quietTime = min(max(duration * 4, times.lowerBound), times.upperBound)
  }

  private func send(_ messages: [JSONValue]) {
    for message in messages {
      write(MessageFraming.framed(message.bytes), to: STDOUT_FILENO)
    }
  }

  /// Whether more arrives within the quiet time.
  private func isInputWaiting() -> Bool {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    let (seconds, attoseconds) = quietTime.components
    let milliseconds = CInt(seconds) * 1_000 + CInt(attoseconds / 1_000_000_000_000_000)
    return unsafe poll(&input, 1, milliseconds) > 0
  }

  /// What has arrived; empty at the end of the input.
  private static func readInput() -> [UInt8] {
    let capacity = 256 << 10
    return unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      var result: Int
      repeat {
        result = unsafe read(STDIN_FILENO, buffer.baseAddress, capacity)
      } while result < 0 && errno == EINTR
      count = max(0, result)
    }
  }
}

extension FrameReader.Failure {
  fileprivate var sentence: String {
    switch self {
    case .noLength:
      say(
        en: "A message has no Content-Length.",
        ja: "Content-Length のないメッセージを受け取った。"
      )
    case .endlessHeader:
      say(
        en: "The input is not in the form of the Language Server Protocol.",
        ja: "入力が Language Server Protocol の形式ではない。"
      )
    case .tooLong:
      say(en: "A message is longer than 256 MiB.", ja: "256 MiB を超えるメッセージを受け取った。")
    }
  }
}
