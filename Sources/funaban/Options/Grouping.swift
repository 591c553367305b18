import ArgumentParser

/// How findings stand together in a report.
enum Grouping: String, ExpressibleByArgument, CaseIterable {
  case control
  case resource
}
