import RuleLanguage

/// The fields of Falco's cloudtrail and json plugins, as far as the vectors use them.
struct CloudTrailCatalog: FieldCatalog {
  private static let numbers = [
    "s3.bytes", "s3.bytes.in", "s3.bytes.out", "s3.cnt.get", "s3.cnt.put", "s3.cnt.other",
    "evt.num",
  ]
  private static let times = ["evt.rawtime", "evt.rawtime.s", "evt.rawtime.ns"]
  private static let pointers = ["json.value", "jevt.value"]
  private static let texts =
    Array(CloudTrailReader.paths.keys) + [
      "ct.shortsrc", "ct.user", "ct.originaluser", "ct.user.accountid", "ct.request",
      "ct.response", "ct.additionaleventdata", "ct.resources", "ct.readonly",
      "ct.managementevent", "ct.sessioncredentialfromconsole", "ct.request.documentname",
      "ct.info", "s3.uri", "ec2.name", "ec2.imageid", "evt.pluginname", "evt.plugininfo",
      "evt.source", "evt.time", "evt.time.s", "evt.time.iso8601", "evt.hostname",
    ]

  let names = numbers + times + pointers + texts + ["ec2.imageids"]

  func field(named name: String, argument: String?) -> FieldLookup {
    guard let id = names.firstIndex(of: name) else { return .unknownName }
    func found(_ type: FieldType, isList: Bool = false) -> FieldLookup {
      .found(FieldReference(id: id, name: name, argument: argument, type: type, isList: isList))
    }
    if Self.pointers.contains(name) { return argument == nil ? .missingArgument : found(.string) }
    if name == "ec2.imageids" {
      if let argument, FieldLookup.index(argument) == nil { return .invalidArgument }
      return found(.string, isList: true)
    }
    guard argument == nil else { return .unexpectedArgument }
    if Self.numbers.contains(name) { return found(.uint64) }
    return found(Self.times.contains(name) ? .abstime : .string)
  }
}
