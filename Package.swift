// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "funaban",
  products: [.executable(name: "funaban", targets: ["funaban"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"])]
    ),
    .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),
    .target(name: "SourceText"),
    .target(name: "Syntax", dependencies: ["SourceText", "CYAML"]),
    .target(name: "RuleLanguage", dependencies: ["SourceText", "CRE2"]),
    .target(name: "Inventory", dependencies: ["SourceText", "Syntax"]),
    .target(name: "Templates", dependencies: ["SourceText", "Syntax", "Inventory"]),
    .target(
      name: "Posture",
      dependencies: ["SourceText", "Syntax", "RuleLanguage", "Inventory"]
    ),
    .target(name: "Reports", dependencies: ["SourceText", "Inventory", "Posture"]),
    .executableTarget(
      name: "funaban",
      dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")]
    ),
    .testTarget(name: "SourceTextTests", dependencies: ["SourceText"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Reports", "Posture", "Inventory", "SourceText"],
      exclude: ["Snapshots"]
    ),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]
for target in package.targets where ![.system, .plugin, .binary].contains(target.type) {
  target.swiftSettings = (target.swiftSettings ?? []) + settings
}
