#!/bin/sh
# Measures what the README claims: CPU seconds (user and system) of whole processes, in one run,
# with Checkov on the same files; memory; and the parsers' MB a second. Needs about ten minutes.
set -eu
cd "$(dirname "$0")/.."
venv=.cache/bench-venv
[ -x "$venv/bin/checkov" ] || {
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check checkov==3.3.30
}
FUNABAN_BENCHMARKS=1 swift build -c release --product SyntaxBenchmark -j 2 >/dev/null
"$venv/bin/python" Benchmarks/compare.py .build/release/funaban "$venv/bin/checkov"
FUNABAN_BENCHMARKS=1 swift run -c release --skip-build SyntaxBenchmark
