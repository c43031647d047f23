# What the journeys share. Sourced by each.
set -euo pipefail

# code CODE COMMAND...: run a command, keep what it says in `said` and `error`, and expect an exit code.
code() {
  local wanted=$1 got=0
  shift
  "$@" >said 2>error || got=$?
  [ "$got" = "$wanted" ] || { cat said error >&2; fail "expected exit code $wanted, got $got: $*"; }
}

# has PATTERN FILE, lacks PATTERN FILE
has() { grep -q -e "$1" "$2" || { cat "$2" >&2; fail "$2 lacks: $1"; }; }
lacks() { ! grep -q -e "$1" "$2" || fail "$2 has: $1"; }

fail() {
  echo "$1" >&2
  exit 1
}
