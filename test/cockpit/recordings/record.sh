#!/usr/bin/env bash
# Makes the recordings again, by running the tools that this machine has: node, npm, python3, bandit. What was written by
# hand (by-hand/ and by-hand.json) stays as it is and is put behind what was recorded in each index.json.
# Needs the npm registry for the fault critical-finding, whose lock file npm resolves.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
readonly here=$PWD
readonly platform=$here/..
readonly today=${AUSTA_RECORDED_ON:-$(date -u +%F)}
export NPM_CONFIG_USERCONFIG=/dev/null NPM_CONFIG_UPDATE_NOTIFIER=false NO_COLOR=1
scratch=$(mktemp -d)
readonly scratch
registry=
trap '[[ -z $registry ]] || kill "$registry"; rm -rf "$scratch"' EXIT

for tool in node npm python3 bandit; do
  command -v "$tool" >/dev/null || { echo "record.sh needs $tool: install it, then run this again." >&2; exit 2; }
done
node_version="node $(node --version), npm $(npm --version)"
python_version=$(python3 --version)
bandit_version=$(bandit --version 2>/dev/null | head -n 1)

# A workspace with the sources alone, and what an overlay puts over them.
workspace() {
  rm -rf "$scratch/workspace"
  mkdir "$scratch/workspace"
  for service in frontend backend ai-service; do
    tar -C "$platform" --exclude dist --exclude reports --exclude node_modules --exclude __pycache__ \
      -cf - "$service" | tar -C "$scratch/workspace" -xf -
  done
  if [[ $# -gt 0 ]]; then cp -R "$1/." "$scratch/workspace/"; fi
}

# record INDEX NAME DIRECTORY ARGUMENTS-REGEX VERSIONS FILES TOOL ARGUMENT…
# FILES: blank separated PATH (kept under its own name) or PATH=@arg:OPTION, relative to the directory.
record() {
  local index=$1 name=$2 directory=$3 pattern=$4 versions=$5 files=$6
  shift 6
  local kept=$index/recorded/$name exit_code=0
  mkdir -p "$kept"
  (cd "$scratch/workspace/$directory" && "$@" >"$kept/stdout.txt" 2>"$kept/stderr.txt") || exit_code=$?
  local listed=()
  for file in $files; do
    local path=${file%%=*} to=$directory/${file%%=*}
    [[ $file == *=* ]] && to=${file#*=}
    mkdir -p "$(dirname "$kept/$path")"
    cp "$scratch/workspace/$directory/$path" "$kept/$path"
    listed+=("recorded/$name/$path=$to")
  done
  # The place of the scratch workspace is nobody's business.
  find "$kept" -type f -exec sed -i "s|$scratch/workspace|/workspace|g" {} +
  [[ -s $kept/stderr.txt ]] || rm "$kept/stderr.txt"
  node write-index.mjs add "$index" "$name" "$1" "$pattern" "$directory" "$exit_code" \
    "recorded on $today with $versions" "${listed[@]}"
  echo "recorded $name: exit code $exit_code"
}

begin() {
  rm -rf "$1/recorded" "$1/index.json"
}

# node_service INDEX DIRECTORY CHECK…
node_service() {
  local index=$1 directory=$2
  shift 2
  for check in "$@"; do
    case $check in
      test)
        record "$index" "npm-test-$directory" "$directory" '^(run )?test$' "$node_version" \
          'reports/junit.xml reports/lcov.info' npm test ;;
      lint)
        record "$index" "npm-lint-$directory" "$directory" '^run lint$' "$node_version" '' npm run lint ;;
      build)
        # Of what it builds the list with the hashes is enough.
        record "$index" "npm-build-$directory" "$directory" '^run build$' "$node_version" dist/manifest.json npm run build ;;
    esac
  done
}

# audit INDEX DIRECTORY [ADVISORIES]: npm's own document, made from the advisories of a registry on loopback.
audit() {
  local index=$1 directory=$2 port
  shift 2
  exec {answers}< <(exec node registry.mjs "$@")
  registry=$!
  read -r port <&"$answers"
  record "$index" "npm-audit-$directory" "$directory" '^audit --json( --omit=dev)?$' \
    "$node_version, against a registry on loopback that answered with ${1:-no advisory}" '' \
    env "npm_config_registry=http://127.0.0.1:$port" npm audit --json
  kill "$registry"
  registry=
  exec {answers}<&-
}

begin "$here"
workspace
node_service "$here" frontend test lint build
node_service "$here" backend test lint build
audit "$here" frontend
audit "$here" backend
record "$here" python-test-ai-service ai-service '^-m tools\.test$' "$python_version" \
  'reports/junit.xml reports/coverage.xml' python3 -m tools.test
record "$here" python-lint-ai-service ai-service '^-m tools\.lint$' "$python_version" '' python3 -m tools.lint
# Behind the tests: what they compiled and reported must not be scanned.
workspace
record "$here" bandit-ai-service ai-service '^-r \. -f json -o \S+$' "$bandit_version" \
  'bandit.json=@arg:-o' bandit -r . -f json -o bandit.json
node write-index.mjs finish "$here"

fault=$here/faults/failing-tests
begin "$fault"
workspace "$fault/overlay"
node_service "$fault" backend test
node write-index.mjs finish "$fault"

fault=$here/faults/critical-finding
begin "$fault"
workspace
(cd "$scratch/workspace/backend" && npm install --package-lock-only --ignore-scripts --save-exact --silent minimist@1.2.5)
mkdir -p "$fault/overlay/backend"
cp "$scratch/workspace/backend/package.json" "$scratch/workspace/backend/package-lock.json" "$fault/overlay/backend/"
audit "$fault" backend advisories/minimist.json
node write-index.mjs finish "$fault"

fault=$here/faults/failing-migration
begin "$fault"
node write-index.mjs finish "$fault"
