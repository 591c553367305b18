#!/usr/bin/env bash
# Scans, writes the job's summary and the outputs of the action. The exit code of the scan becomes an
# output, so that reports can be uploaded before it fails the job.
# Inputs come by the environment only, and each line of a list is one argument.
set -euo pipefail

# The size that GitHub takes for the summary of a step is 1 MiB.
summary_limit=1000000

reports=$(mktemp -d "$RUNNER_TEMP/funaban-reports-XXXXXX")
arguments=(
  scan "--format=$INPUT_FORMAT"
  --output "$reports/report.sarif" --output "$reports/report.json" --output "$reports/report.md"
)
if [ -n "$INPUT_FAIL_ON" ]; then arguments+=("--fail-on=$INPUT_FAIL_ON"); fi
if [ -n "$INPUT_LANG" ]; then arguments+=("--lang=$INPUT_LANG"); fi

# Adds each line of $1 that is not empty to the arguments.
add_lines() {
  local line
  while IFS= read -r line; do
    line=${line%$'\r'}
    if [ -n "$line" ]; then arguments+=("$line"); fi
  done <<< "$1"
}
add_lines "$INPUT_ARGS"
arguments+=(--)
add_lines "$INPUT_PATHS"

status=0
(cd -- "$INPUT_WORKING_DIRECTORY" || exit 2; funaban "${arguments[@]}") || status=$?
echo "exit-code=$status" >> "$GITHUB_OUTPUT"
[ -s "$reports/report.json" ] || exit 0

# Code scanning looks files up from the root of the repository.
root=$(realpath --relative-to="$GITHUB_WORKSPACE" -- "$INPUT_WORKING_DIRECTORY")
if [ "$root" != . ]; then
  jq --arg root "$root/" '
    ($root | split("/") | map(@uri) | join("/")) as $prefix
    | (.. | objects | select(.uriBaseId == "%SRCROOT%" and has("uri")) | .uri) |= $prefix + .
  ' "$reports/report.sarif" > "$reports/rooted.sarif"
  mv -- "$reports/rooted.sarif" "$reports/report.sarif"
fi

if [ "$(wc -c < "$reports/report.md")" -le "$summary_limit" ]; then
  cat -- "$reports/report.md" >> "$GITHUB_STEP_SUMMARY"
else
  head --bytes="$summary_limit" -- "$reports/report.md" | sed '$d' >> "$GITHUB_STEP_SUMMARY"
  printf '\n…\n' >> "$GITHUB_STEP_SUMMARY"
fi

{
  echo "sarif=$reports/report.sarif"
  echo "json=$reports/report.json"
  jq --raw-output '"failures=\(.summary.findings.failed)", "score=\(.summary.score.percent // "")"' \
    "$reports/report.json"
} >> "$GITHUB_OUTPUT"
