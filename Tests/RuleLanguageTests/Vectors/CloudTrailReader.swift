import Foundation
import RuleLanguage

/// Reads fields from a CloudTrail record, as Falco's cloudtrail plugin does.
struct CloudTrailReader: FieldReader {
  let event: JSONValue
  let number: UInt64

  /// The fields that are a text at a path.
  static let paths: [String: [String]] = {
    var paths = [
      "ct.id": ["eventID"], "ct.error": ["errorCode"], "ct.errormessage": ["errorMessage"],
      "ct.time": ["eventTime"], "ct.src": ["eventSource"], "ct.name": ["eventName"],
      "ct.region": ["awsRegion"], "ct.srcip": ["sourceIPAddress"],
      "ct.useragent": ["userAgent"], "ct.requestid": ["requestID"],
      "ct.eventtype": ["eventType"], "ct.apiversion": ["apiVersion"],
      "ct.recipientaccountid": ["recipientAccountId"],
      "ct.serviceeventdetails": ["serviceEventDetails"], "ct.sharedeventid": ["sharedEventID"],
      "ct.vpcendpointid": ["vpcEndpointId"], "ct.eventcategory": ["eventCategory"],
      "ct.edgedevicedetails": ["edgeDeviceDetails"],
      "ct.user.identitytype": ["userIdentity", "type"],
      "ct.user.principalid": ["userIdentity", "principalId"],
      "ct.user.arn": ["userIdentity", "arn"],
      "ct.response.subnetid": ["responseElements", "subnetId"],
      "ct.response.reservationid": ["responseElements", "reservationId"],
      "ct.request.host": ["requestParameters", "Host"],
      "s3.bucket": ["requestParameters", "bucketName"], "s3.key": ["requestParameters", "key"],
      "ecr.repository": ["requestParameters", "repositoryName"],
      "ecr.imagetag": ["requestParameters", "imageTag"],
      "iam.role": ["requestParameters", "roleName"],
      "iam.policy": ["requestParameters", "policyName"],
    ]
    let parameters = [
      "availabilityZone", "cluster", "functionName", "groupName", "name", "policy", "reason",
      "target", "serialNumber", "serviceName", "subnetId", "taskDefinition", "userName",
    ]
    for key in parameters {
      paths["ct.request.\(key.lowercased())"] = ["requestParameters", key]
    }
    for key in ["reason", "updatedFields", "originalRequestID", "originalEventID"] {
      paths["ct.addendum.\(key.lowercased())"] = ["addendum", key]
    }
    for key in ["tlsVersion", "cipherSuite", "clientProvidedHostHeader"] {
      paths["ct.tlsdetails.\(key.lowercased())"] = ["tlsDetails", key]
    }
    return paths
  }()

  func extract(_ field: FieldReference) -> Extraction {
    if let path = Self.paths[field.name] { return .text(event.at(path).map { $0.string ?? "" }) }
    switch field.name {
    case "ec2.imageids": return imageIDs(field.argument)
    case "ec2.imageid": return imageIDs("0")
    case "json.value", "jevt.value": return pointer(field.argument ?? "")
    case "ct.readonly": return flag("readOnly")
    case "ct.managementevent": return flag("managementEvent")
    case "ct.sessioncredentialfromconsole": return flag("sessionCredentialFromConsole")
    case "ct.request": return .text(event["requestParameters"]?.compact)
    case "ct.response": return .text(event["responseElements"]?.compact)
    case "ct.additionaleventdata": return .text(event["additionalEventData"]?.compact)
    case "ct.user.accountid":
      return .text((event["userIdentity", "accountId"] ?? event["recipientAccountId"])?.string)
    case "ct.user": return .text(user)
    case "ct.shortsrc": return .text(shortSource)
    case "s3.uri": return .text(uri)
    case "evt.pluginname": return .text("cloudtrail")
    case "evt.source": return .text("aws_cloudtrail")
    case "evt.num": return .one(.number(number))
    case "evt.rawtime.s": return seconds.map { .one(.number($0)) } ?? .absent
    default: return count(field.name)
    }
  }

  private func flag(_ key: String) -> Extraction {
    .text(event[key].map { if case .bool(true) = $0 { "true" } else { "false" } })
  }

  private var user: String? {
    switch event["userIdentity", "type"]?.string {
    case "Root", "IAMUser": event["userIdentity", "userName"]?.string
    case "AWSService": event["userIdentity", "invokedBy"]?.string
    case "AssumedRole":
      event["userIdentity", "sessionContext", "sessionIssuer", "userName"]?.string ?? "AssumedRole"
    case "AWSAccount": "AWSAccount"
    case "FederatedUser": "FederatedUser"
    default: nil
    }
  }

  private var shortSource: String? {
    guard let source = event["eventSource"]?.string else { return nil }
    let suffix = ".amazonaws.com"
    return source.hasSuffix(suffix) && source != suffix
      ? String(source.dropLast(suffix.count)) : source
  }

  private var uri: String? {
    guard let bucket = event["requestParameters", "bucketName"]?.string,
      let key = event["requestParameters", "key"]?.string
    else { return nil }
    return "s3://\(bucket)/\(key)"
  }

  private var seconds: UInt64? {
    guard let time = event["eventTime"]?.string else { return nil }
    return (try? Date(time, strategy: .iso8601)).map { UInt64($0.timeIntervalSince1970) }
  }

  private func count(_ name: String) -> Extraction {
    func bytes(_ key: String) -> UInt64? {
      event["additionalEventData", key].map { value in
        if case .number(let text) = value { UInt64(Double(text) ?? 0) } else { 0 }
      }
    }
    let received = bytes("bytesTransferredIn")
    let sent = bytes("bytesTransferredOut")
    let operation = event["eventName"]?.string
    let value: UInt64? =
      switch name {
      case "s3.bytes": received == nil && sent == nil ? nil : (received ?? 0) + (sent ?? 0)
      case "s3.bytes.in": received
      case "s3.bytes.out": sent
      case "s3.cnt.get": operation == "GetObject" ? 1 : nil
      case "s3.cnt.put": operation == "PutObject" ? 1 : nil
      case "s3.cnt.other": ["GetObject", "PutObject"].contains(operation) ? nil : 1
      default: nil
      }
    return value.map { .one(.number($0)) } ?? .absent
  }

  private func imageIDs(_ index: String?) -> Extraction {
    var ids = (event["responseElements", "instancesSet", "items"]?.elements ?? [])
      .compactMap { $0["imageId"]?.string }.filter { !$0.isEmpty }
    if ids.isEmpty {
      let paths = [
        ["requestParameters", "imageId"],
        ["requestParameters", "DescribeFastLaunchImagesRequest", "ImageId", "content"],
        ["requestParameters", "launchSpecification", "imageId"],
      ]
      ids = paths.compactMap { event.at($0)?.string }.prefix(1).map { $0 }
    }
    guard let index else { return ids.isEmpty ? .absent : .many(ids.map(FieldValue.text)) }
    guard let position = Int(index), ids.indices.contains(position) else { return .absent }
    return .many([.text(ids[position])])
  }

  private func pointer(_ text: String) -> Extraction {
    let trimmed = text.hasPrefix("/") ? String(text.dropFirst()) : text
    guard !trimmed.isEmpty else { return .text(event.compact) }
    let path = trimmed.split(separator: "/", omittingEmptySubsequences: false).map {
      String($0).replacing("~1", with: "/").replacing("~0", with: "~")
    }
    return .text(event.at(path).map { $0.string ?? $0.compact })
  }
}

extension Extraction {
  fileprivate static func text(_ text: String?) -> Extraction {
    text.map { .one(.text($0)) } ?? .absent
  }
}
