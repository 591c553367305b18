#!/usr/bin/env bash
# Puts funaban on the path of the job's later steps: the program that the input `binary` names, else
# the release of the action's repository that belongs to this checkout, or to the input `version`.
# Inputs come by the environment only; what a release does not vouch for is not installed.
set -euo pipefail

refuse() {
  echo "::error title=Funaban::$1" >&2
  exit 2
}

matches() { [[ $1 =~ ^$2$ ]]; }

# Downloads the file $1 of the release into the folder of the program.
download() {
  curl --fail --silent --show-error --location --proto-redir '=https' --retry 3 \
    --output "$folder/$1" "$release/$1" ||
    refuse "$release/$1 cannot be downloaded. Choose a released \`version\`, or give a \`binary\`."
}

action=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
folder=$(mktemp -d "$RUNNER_TEMP/funaban-XXXXXX")

if [ -n "${INPUT_BINARY:-}" ]; then
  [ -x "$INPUT_BINARY" ] || refuse "The \`binary\` is not an executable file."
  ln -s "$(realpath -- "$INPUT_BINARY")" "$folder/funaban"
else
  system=$(uname -s)-$(uname -m)
  case $system in
    Linux-x86_64 | Linux-aarch64) ;;
    *) refuse "There is no release for $system. Use a Linux runner, or give a \`binary\`." ;;
  esac
  version=${INPUT_VERSION#v}
  if [ -z "$version" ]; then
    version=$(sed -n 's/.*static let version = "\(.*\)"$/\1/p' "$action/Sources/funaban/Funaban.swift")
  fi
  matches "$version" '[0-9]+(\.[0-9]+){2}(-[0-9A-Za-z.]+)?' ||
    refuse "The \`version\` must look like 1.2.3."
  matches "$ACTION_REPOSITORY" '[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+' ||
    refuse "The repository of the action is not known. Give a \`binary\`."
  release="$GITHUB_SERVER_URL/$ACTION_REPOSITORY/releases/download/v$version"
  asset="funaban-$version-linux-${system#Linux-}"
  download "$asset"
  download SHA256SUMS
  (cd "$folder" && awk -v name="$asset" '$2 == name' SHA256SUMS | sha256sum --check --status --strict) ||
    refuse "The checksum of $asset is not the one in SHA256SUMS. It was not installed."
  chmod +x "$folder/$asset"
  mv -- "$folder/$asset" "$folder/funaban"
fi

"$folder/funaban" --version
echo "$folder" >> "$GITHUB_PATH"
