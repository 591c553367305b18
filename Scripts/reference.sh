#!/bin/sh
# Writes the pages under docs/ that are made from the program: the manuals of controls, fields, images
# and commands, and the schema of the settings. With --check it only says whether they are up to date.
set -eu
cd "$(dirname "$0")/.."
written=$(mktemp -d)
trap 'rm -rf "$written"' EXIT
for language in en ja; do
  .build/debug/funaban reference "$written" --lang "$language"
done
if [ "${1:-}" = --check ]; then
  for page in "$written"/*; do
    cmp -s "$page" "docs/$(basename "$page")" || {
      echo "docs/$(basename "$page") is out of date: run \`make docs\`" >&2
      exit 1
    }
  done
else
  cp "$written"/* docs/
fi
