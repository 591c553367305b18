/// Patterns of paths that match whole components from the front, as `pmatch` does.
///
/// A pattern without components, as `/`, matches every value. Falco steps its iterator once for
/// each glob that matches at a level, so that of several globs there only the first is compared
/// rightly; here every pattern is compared on its own.
struct PathPatterns: Sendable {
  private enum Component: Sendable {
    case literal([UInt8])
    case glob(Glob)
  }

  private let patterns: [[Component]]

  init(_ patterns: [[UInt8]]) {
    self.patterns = patterns.map { pattern in
      Self.components(of: pattern).map { component in
        component.contains { $0.isOneOf("?*[") }
          ? .glob(Glob(component, ignoresCase: false)) : .literal(component)
      }
    }
  }

  private static func components(of path: [UInt8]) -> [[UInt8]] {
    path.split(separator: UInt8(ascii: "/")).map(Array.init)
  }

  func match(_ path: [UInt8]) -> Bool {
    let components = Self.components(of: path)
    return patterns.contains { pattern in
      pattern.count <= components.count && Self.agree(pattern, components)
    }
  }

  /// Judges by the components before the first hole.
  func match(_ text: PartialText) -> Truth {
    let known = text.pieces[0]
    let end = known.lastIndex(of: UInt8(ascii: "/")) ?? 0
    let components = Self.components(of: Array(known[..<end]))
    return Truth.any(
      patterns.lazy.map { pattern in
        guard Self.agree(pattern, components) else { return .no }
        return pattern.count <= components.count ? .yes : .unknown
      }
    )
  }

  /// Whether no component that both have contradicts the pattern.
  private static func agree(_ pattern: [Component], _ components: [[UInt8]]) -> Bool {
    zip(pattern, components).allSatisfy { part, component in
      switch part {
      case .literal(let bytes): bytes == component
      case .glob(let glob): glob.matches(component.span)
      }
    }
  }
}
