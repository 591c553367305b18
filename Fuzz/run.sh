#!/bin/sh
# Builds the fuzz targets and runs each for SECONDS_EACH seconds (default 120), starting from the
# examples and the rules. A crash leaves its input in .build-fuzz/findings.
set -eu
cd "$(dirname "$0")/.."
build=.build-fuzz
mkdir -p "$build/findings"
for target in FuzzJSON FuzzYAML FuzzHCL FuzzDockerfile FuzzCondition; do
  ENABLE_FUZZING=1 swift build --sanitize=fuzzer --product "$target" --scratch-path "$build" -j 2
  corpus="$build/corpus-$target"
  mkdir -p "$corpus"
  case "$target" in
    FuzzJSON) cp Examples/*.json "$corpus/" ;;
    FuzzYAML) cp Examples/*.yaml Rules/controls/ecs.td.*.yaml "$corpus/" ;;
    FuzzDockerfile) printf 'FROM a:${X:-1} AS b\nRUN --mount=type=cache,target=/x <<E\nls\nE\nENV A="$B" C d\nCMD ["x"]\n' > "$corpus/Dockerfile" ;;
    FuzzHCL) printf '%s\n' 'a "b" {' '  c = <<-E' '    ${d ~} %{ if e }f%{ else }g%{ endif }' \
      '    E' '  h = [for k, v in m : { "${k}" = v[*].x, (y) : f(1, z...) } if !v]' '}' > "$corpus/forms" ;;
    FuzzCondition) sed -n 's/^passes: \([^>|]\)/\1/p' Rules/controls/*.yaml | split -l 1 - "$corpus/condition-" ;;
  esac
  "$build/debug/$target" -max_total_time="${SECONDS_EACH:-120}" -timeout=10 -rss_limit_mb=2048 \
    -artifact_prefix="$build/findings/" "$corpus"
done
