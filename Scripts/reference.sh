#!/bin/sh
# Writes the pages under docs/ that are made from the program: the manuals of controls, fields, images
# and commands, the manual pages and the schema of the settings. With --check it only says whether they
# are up to date.
set -eu
cd "$(dirname "$0")/.."
written=$(mktemp -d)
trap 'rm -rf "$written"' EXIT
mkdir -p "$written/man/ja"
for language in en ja; do
  .build/debug/funaban reference "$written" --lang "$language"
done
if [ "${1:-}" = --check ]; then
  (cd "$written" && find . -type f) | while read -r page; do
    cmp -s "$written/$page" "docs/$page" || {
      echo "docs/${page#./} is out of date: run \`make docs\`" >&2
      exit 1
    }
  done
else
  cp -R "$written"/* docs/
fi
