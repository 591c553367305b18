import RuleLanguage
import Testing

@Suite struct PartialTextTests {
  /// `$` marks a hole in the value.
  private func truth(_ check: String, _ value: String) throws -> Truth {
    var fragments: [TextFragment] = []
    for (index, piece) in value.split(separator: "$", omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 { fragments.append(.hole) }
      if !piece.isEmpty { fragments.append(.literal(String(piece))) }
    }
    return try Resource(["r.v": .one(.partial(fragments))]).truth("r.v \(check)")
  }

  @Test(arguments: [
    ("exists", "$", Truth.yes), ("= a", "a", .yes), ("= abc", "a$c", .unknown),
    ("= abd", "a$c", .no), ("= abcabc", "$bc$bc", .unknown), ("= abc", "$bc$bc", .no),
    ("!= abd", "a$c", .yes), ("!= abc", "a$c", .unknown), ("= \"\"", "$", .unknown),
    ("in (x, abc)", "a$", .unknown), ("in (x, y)", "a$", .no),
    ("startswith \"arn:aws:iam\"", "arn:$", .unknown), ("startswith \"arn:aws\"", "foo$", .no),
    ("startswith \"arn:\"", "arn:aws:$", .yes), ("startswith \"\"", "$", .yes),
    ("endswith \":latest\"", "$:latest", .yes), ("endswith \":latest\"", "$latest", .unknown),
    ("endswith \":latest\"", "$:v1", .no), ("contains @sha256:", "$@sha256:$", .yes),
    ("contains @sha256:", "$/app", .unknown), ("icontains SHA", "$@sha256:$", .yes),
    ("glob *:latest", "$/app:latest", .yes), ("glob *:latest", "$/app:v1", .no),
    ("glob *:latest", "$/app:$", .unknown), ("glob *", "$", .yes), ("glob a?c", "a$", .unknown),
    ("glob a?c", "b$", .no), ("glob *a*", "$a$", .yes), ("glob [!a]*", "a$", .no),
    ("iglob *:LATEST", "$:latest", .yes), ("glob ?*", "$", .unknown),
    ("regex 'arn:aws:.*'", "foo$", .no), ("regex 'arn:aws:.*'", "arn:$", .unknown),
    ("regex '.*:latest'", "$:latest", .unknown), ("pmatch (/opt)", "/opt/$", .yes),
    ("pmatch (/opt)", "/usr/$", .no), ("pmatch (/opt)", "/op$", .unknown),
    ("pmatch (/opt/x)", "/opt/$", .unknown), ("> 5", "1$", .unknown),
    ("startswith oneof (a, ab)", "a$", .unknown), ("startswith oneof (a, b)", "a$", .yes),
    ("startswith anyof (a, x)", "a$", .yes), ("startswith allof (a, x)", "a$", .no),
  ])
  func `the answer is certain only if every filling gives it`(
    _ check: String,
    _ value: String,
    _ expected: Truth
  ) throws {
    #expect(try truth(check, value) == expected)
  }

  /// Fills the holes with all short texts and compares: certain answers must never be wrong.
  @Test(arguments: [
    "= abab", "!= ab", "in (ab, ba, bab)", "startswith ab", "endswith ba", "contains bb",
    "icontains AB", "glob a*b", "glob ?b*", "glob *[!a]", "iglob A*", "regex 'a.*'",
    "regex '(ab)*'", "pmatch (/a, b)", "startswith oneof (a, ab)", "glob anyof (a*, *b)",
  ])
  func `no certain answer is contradicted by a filling`(_ check: String) throws {
    let fillings = ["", "a", "b", "/", "ab", "ba", "bb", "aab", "b/a"]
    for value in ["$", "a$", "$b", "a$b", "ab$ab", "$a$", "b$$a", "/$", "/a/$"] {
      let answer = try truth(check, value)
      var seen: Set<Truth> = []
      for first in fillings {
        for second in fillings {
          let pieces = value.split(separator: "$", omittingEmptySubsequences: false)
          let filled = zip(pieces, [first, second, ""]).map { String($0.0) + $0.1 }
          let text = pieces.count == 2 ? "\(pieces[0])\(first)\(pieces[1])" : filled.joined()
          seen.insert(try Resource(["r.v": .one(.text(text))]).truth("r.v \(check)"))
        }
      }
      if answer != .unknown { #expect(seen == [answer], "\(value) \(check)") }
    }
  }

  @Test(arguments: [
    ("tolower(r.v) endswith :latest", Truth.yes), ("basename(r.v) = app:latest", .no),
    ("basename(r.v) endswith app:LATEST", .yes), ("len(r.v) > 3", .unknown),
    ("b64(r.v) = x", .unknown), ("concat(r.v, \"-x\") endswith LATEST-x", .yes),
    ("r.v = val(r.v)", .unknown), ("r.v = val(r.w)", .no), ("r.w = val(r.v)", .no),
  ])
  func `transformers keep what is known`(_ text: String, _ expected: Truth) throws {
    let resource = Resource([
      "r.v": .one(.partial([.hole, .literal("/my-app:LATEST")])), "r.w": .one(.text("x")),
    ])
    #expect(try resource.truth(text) == expected)
  }

  @Test func `the state machine agrees with fnmatch on whole texts`() throws {
    let patterns = [
      "a*b", "*", "?", "[a-c]*", "[!a-c]", "[]a]x", "a[", "\\*a", "[[:alpha:]]?", "*a*b*", "",
      "[a-", "[\\]]", "**", "[A-C]", "[^b]*",
    ]
    let texts = ["", "a", "b", "ab", "]x", "a[", "*a", "aXb", "xaybz", "]", "A", "é", "a/b"]
    for pattern in patterns {
      for comparison in ["glob", "iglob"] {
        let quoted = pattern.replacing("\\", with: "\\\\")
        for text in texts {
          let check = "r.v \(comparison) anyof ('\(quoted)')"
          let whole = try Resource(["r.v": .one(.text(text))]).truth(check)
          let holed: [TextFragment] = [.literal(text), .hole]
          let partial = try Resource(["r.v": .one(.partial(holed))]).truth(check)
          if partial != .unknown { #expect(partial == whole, "\(text) \(check)") }
        }
      }
    }
  }
}
