import RuleLanguage
import Testing

@Suite struct TypedFieldTests {
  @Test(arguments: [
    (FieldType.ipaddr, "10.1.2.3", "r.t = 10.1.2.3", Truth.yes),
    (.ipaddr, "::1", "r.t = 0:0:0:0:0:0:0:1", .yes),
    (.ipaddr, "10.1.2.3", "r.t in (10.1.2.4, ::1)", .no),
    (.ipnet, "10.1.2.3", "r.t = 10.0.0.0/8", .yes), (.ipnet, "11.1.2.3", "r.t = 10.0.0.0/8", .no),
    (.ipnet, "10.1.2.3", "r.t in (192.168.0.0/16, 10.1.2.0/23)", .yes),
    (.ipnet, "10.1.2.3", "r.t = 0.0.0.0/0", .yes), (.ipnet, "::1", "r.t = 0.0.0.0/0", .no),
    (.bool, "true", "r.t = true", .yes), (.bool, "true", "r.t != true", .no),
    (.bytebuf, "caf", "r.t bcontains 6166", .yes), (.bytebuf, "caf", "r.t bstartswith 66", .no),
    (.uint64, "18446744073709551615", "r.t = -1", .yes), (.uint64, "5", "r.t = +5", .yes),
    (.uint64, "10", "r.t > 9", .yes), (.string, "10", "r.t > 9", .no),
    (.abstime, "10", "r.t >= 10", .yes), (.string, "aGk", "b64(r.t) = hi", .yes),
    (.string, "aGk=", "b64(r.t) = hi", .yes), (.string, "a", "b64(r.t) exists", .no),
    (.string, "/usr/bin/env", "basename(r.t) = env", .yes),
    (.string, "a/b", "r.t glob a*b", .yes), (.string, ".a", "r.t glob *", .yes),
    (.string, "ÄB", "tolower(r.t) = Äb", .yes), (.string, "x", "r.t regex 'x|y'", .yes),
    (.string, "xz", "r.t regex 'x|y'", .no),
    (.string, "v", "getopt((\"-a\", \"-o\", r.t), \"ao:\")[o] = v", .yes),
    (.string, "-ov", "getopt((\"-a\", r.t), \"ao:\")[o] = v", .yes),
    (.string, "v", "getopt((\"-a\", \"-o\", r.t), \"ao:\")[a] exists", .yes),
    (.string, "-a", "getopt((\"--\", r.t), \"a\")[a] exists", .no),
    (.string, "a", "r.t contains val(r.t)", .yes), (.string, "a", "r.t != val(r.t)", .no),
  ])
  func `a check holds for the value`(
    _ type: FieldType,
    _ value: String,
    _ text: String,
    _ expected: Truth
  ) throws {
    var resource = Resource(["r.t": .one(.text(value))])
    resource.types = ["r.t": type]
    #expect(try resource.truth(text) == expected)
  }

  @Test func `large sets find what they hold and nothing else`() throws {
    let items = (0..<500).map { "item-\($0)" }.joined(separator: ", ")
    for (value, expected) in [("item-499", Truth.yes), ("item-500", .no), ("", .no)] {
      #expect(try Resource(["r.t": .one(.text(value))]).truth("r.t in (\(items))") == expected)
    }
  }
}
