#!/bin/sh
# Measures what the README claims: CPU seconds (user and system) of whole processes, in one run,
# with Checkov on the same files; memory; and the parsers' MB a second. Needs about fifteen minutes.
set -eu
cd "$(dirname "$0")/.."
venv=.cache/bench-venv
[ -x "$venv/bin/checkov" ] || {
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check checkov==3.3.30
}
for product in SyntaxBenchmark TerraformBenchmark; do
  FUNABAN_BENCHMARKS=1 swift build -c release --product "$product" -j 2 >/dev/null
done
"$venv/bin/python" Benchmarks/compare.py .build/release/funaban "$venv/bin/checkov"
sources=$(mktemp -d)
trap 'rm -rf "$sources"' EXIT
"$venv/bin/python" Benchmarks/fix.py .build/release/funaban "$sources"
for source in template.yaml terraform/main.tf; do
  "$venv/bin/python" Benchmarks/editor.py .build/release/funaban "$sources/$source" 20 5000
done
FUNABAN_BENCHMARKS=1 swift run -c release --skip-build SyntaxBenchmark
FUNABAN_BENCHMARKS=1 swift run -c release --skip-build TerraformBenchmark
