// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "funaban",
  products: [.executable(name: "funaban", targets: ["funaban"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"])]
    ),
    .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),
    .target(name: "CRules"),
    .target(name: "CReportAssets"),
    .target(name: "SourceText"),
    .target(name: "Syntax", dependencies: ["SourceText", "CYAML"]),
    .target(name: "RuleLanguage", dependencies: ["SourceText", "CRE2"]),
    .target(name: "Inventory", dependencies: ["SourceText", "Syntax"]),
    .target(
      name: "TerraformLanguage",
      dependencies: [
        "SourceText", "Syntax", "Inventory", "CRE2",
        .product(name: "BigInt", package: "BigInt"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    .target(
      name: "Templates",
      dependencies: ["SourceText", "Syntax", "Inventory", "TerraformLanguage", "CRules"]
    ),
    .target(
      name: "Posture",
      dependencies: ["SourceText", "Syntax", "RuleLanguage", "Inventory", "CRules"]
    ),
    .target(name: "Workspace", dependencies: ["SourceText", "Syntax"]),
    .target(
      name: "Remedy",
      dependencies: ["SourceText", "Syntax", "Inventory", "Templates", "Posture", "CRules"]
    ),
    .target(
      name: "Reports",
      dependencies: [
        "SourceText", "Inventory", "Posture", "Remedy", "CReportAssets",
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    .target(
      name: "LanguageServer",
      dependencies: [
        "SourceText", "Syntax", "Inventory", "Templates", "Posture", "Reports", "Remedy",
      ]
    ),
    .executableTarget(
      name: "funaban",
      dependencies: [
        "SourceText", "Syntax", "Inventory", "Templates", "Posture", "Remedy", "Workspace",
        "Reports", "LanguageServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .testTarget(name: "SourceTextTests", dependencies: ["SourceText"]),
    .testTarget(name: "SyntaxTests", dependencies: ["SourceText", "Syntax"]),
    .testTarget(name: "RuleLanguageTests", dependencies: ["SourceText", "Syntax", "RuleLanguage"]),
    .testTarget(name: "InventoryTests", dependencies: ["SourceText", "Syntax", "Inventory"]),
    .testTarget(
      name: "TerraformLanguageTests",
      dependencies: ["SourceText", "Syntax", "Inventory", "TerraformLanguage"]
    ),
    .testTarget(
      name: "TemplatesTests",
      dependencies: ["SourceText", "Syntax", "Inventory", "TerraformLanguage", "Templates"]
    ),
    .testTarget(
      name: "PostureTests",
      dependencies: ["SourceText", "Syntax", "Inventory", "Templates", "Posture"]
    ),
    .testTarget(
      name: "RemedyTests",
      dependencies: ["SourceText", "Syntax", "Inventory", "Templates", "Posture", "Remedy"]
    ),
    .testTarget(
      name: "LanguageServerTests",
      dependencies: ["SourceText", "Templates", "Posture", "Remedy", "LanguageServer"]
    ),
    .testTarget(name: "WorkspaceTests", dependencies: ["SourceText", "Workspace"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "SourceText", "Inventory", "Posture", "Remedy", "Reports",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Snapshots"]
    ),
    .testTarget(name: "FunabanTests", dependencies: ["funaban"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

if Context.environment["FUNABAN_BENCHMARKS"] != nil {
  package.targets.append(
    .executableTarget(
      name: "SyntaxBenchmark",
      dependencies: ["SourceText", "Syntax"],
      path: "Benchmarks/SyntaxBenchmark"
    )
  )
  package.targets.append(
    .executableTarget(
      name: "TerraformBenchmark",
      dependencies: ["SourceText", "Templates"],
      path: "Benchmarks/TerraformBenchmark"
    )
  )
}

if Context.environment["ENABLE_FUZZING"] != nil {
  package.targets.append(
    .target(
      name: "FuzzSupport",
      dependencies: ["SourceText", "Syntax"],
      path: "Fuzz/FuzzSupport"
    )
  )
  for (name, subject) in [
    ("FuzzJSON", "Syntax"), ("FuzzYAML", "Syntax"), ("FuzzHCL", "Syntax"),
    ("FuzzDockerfile", "Syntax"), ("FuzzCondition", "RuleLanguage"),
  ] {
    package.products.append(.executable(name: name, targets: [name]))
    package.targets.append(
      .executableTarget(
        name: name,
        dependencies: ["FuzzSupport", "SourceText", .byName(name: subject)],
        path: "Fuzz/\(name)",
        swiftSettings: [.unsafeFlags(["-parse-as-library"])]
      )
    )
  }
}

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
