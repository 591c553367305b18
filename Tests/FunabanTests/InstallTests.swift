import Foundation
import Testing

/// What `make install` puts in place, and the manual page that it installs.
@Suite struct InstallTests {
  private static let pages = ["docs/man/funaban.1", "docs/man/ja/funaban.1"]

  @Test(.enabled(if: Tool.exists("make"), "no make"))
  func `an installation has the program, its manual pages and its completions`() throws {
    let root = try Sandbox()
    let outcome = try Tool.run(
      "make -s install FUNABAN=\"$FUNABAN\" DESTDIR=\"$ROOT\" PREFIX=/usr && cd \"$ROOT\" && find * -type f",
      environment: ["ROOT": root.path]
    )
    #expect(outcome.exitCode == 0, "\(outcome.everything)")
    #expect(
      outcome.output.split(separator: "\n").sorted() == [
        "usr/bin/funaban", "usr/share/bash-completion/completions/funaban",
        "usr/share/fish/vendor_completions.d/funaban.fish", "usr/share/man/ja/man1/funaban.1",
        "usr/share/man/man1/funaban.1", "usr/share/zsh/site-functions/_funaban",
      ]
    )
    #expect(root.text("usr/share/zsh/site-functions/_funaban").hasPrefix("#compdef funaban\n"))
    let version = try Tool.run(
      "\"$ROOT/usr/bin/funaban\" --version",
      environment: ["ROOT": root.path]
    )
    #expect(try version.output == Program.run(["--version"]).output)
  }

  @Test(.enabled(if: Tool.exists("mandoc"), "no mandoc"), arguments: pages)
  func `mandoc finds nothing wrong with a manual page`(page: String) throws {
    let outcome = try Tool.run("mandoc -K utf-8 -T lint -W warning \(page)")
    #expect(outcome.exitCode == 0 && outcome.everything.isEmpty, "\(outcome.everything)")
  }

  @Test(.enabled(if: Tool.exists("groff"), "no groff"), arguments: pages)
  func `groff sets a manual page without a warning`(page: String) throws {
    let outcome = try Tool.run("groff -K utf8 -T utf8 -man -mja -ww \(page) > /dev/null")
    #expect(outcome.exitCode == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
  }

  @Test(
    .enabled(if: Tool.exists("mandoc") && Tool.exists("col"), "no mandoc or col"),
    arguments: zip(pages, ["Write a report to a file", "レポートをファイルに書く。"])
  )
  func `a manual page tells every verb and option as it is typed`(
    page: String,
    sentence: String
  ) throws {
    let outcome = try Tool.run(
      "mandoc -K utf-8 -T utf8 -O width=200 \(page) | col -b",
      environment: ["LC_ALL": "C.UTF-8"]
    )
    for words in [
      "funaban scan", "funaban explain", "funaban completions", "-o, --output file",
      "--fail-on severity", "funaban scan . --control ECS.5 --control \"CIS 3.4\"",
      "FUNABAN_LANG", ".funaban/acceptances.yaml", sentence,
    ] { #expect(outcome.output.contains(words), "\(words)") }
    #expect(!outcome.output.contains("funaban reference"))
  }
}
