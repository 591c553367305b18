import ArgumentParser
import Posture
import Reports
import SourceText

// The choices that options take from other targets.
extension Severity: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
