internal import CRules
package import SourceText

/// The rule files that are part of the program.
package enum EmbeddedRules {
  /// The files of `folder` (`controls`), sorted by name.
  package static func files(in folder: String) -> [SourceFile] {
    let prefix = "Rules/\(folder)/"
    return (0..<funaban_rule_count()).compactMap { index in
      guard let rule = unsafe funaban_rule_at(index)?.pointee else { return nil }
      let path = unsafe String(cString: rule.path)
      guard path.hasPrefix(prefix) else { return nil }
      let bytes = unsafe UnsafeBufferPointer(start: rule.bytes, count: Int(rule.size))
      return unsafe SourceFile(path: path, bytes: Array(bytes))
    }
  }
}
