#!/bin/sh
# Checks the books and the meetings of a repository: findings as SARIF, minutes as a page and a list of tasks.
# Runs anywhere there is a shell: no terminal, no home and no key is needed.
#
#   check.sh BOOKS MEETINGS OUT
#
# BOOKS     a folder of SIE files, invoices, registers and policies
# MEETINGS  a folder of transcripts
# OUT       a folder for what comes out: svea.sarif, minutes.html, tasks.csv, events.ndjson, summary.txt
#
# With a key in the environment (OPENAI_API_KEY for instance) a model adds to the answers, for at most BUDGET_USD a command.
# Exit code: 0, or 7 if the books have findings of the level "error" that no baseline accepts; else that of the failure.
set -u

[ $# -eq 3 ] || { echo "usage: $0 BOOKS MEETINGS OUT" >&2; exit 2; }
books=$1 meetings=$2 out=$3
program=${LLM_AGENTS:-llm-agents}
budget=${BUDGET_USD:-0.50}
mkdir -p "$out" || exit 3

# Kept answers are found again if this folder is carried from run to run; nothing is written outside of it and OUT.
LLM_AGENTS_HOME=${LLM_AGENTS_HOME:-$out/.llm-agents}
export LLM_AGENTS_HOME

failed=0
# 7 is a gate that fails, not a command that broke: what it found is written, and the rest is done all the same.
note() {
  code=$1 what=$2
  echo "$what: exit code $code" >> "$out/summary.txt"
  case $code in
    0) ;;
    7) [ "$failed" -ne 0 ] || failed=7 ;;
    *) failed=$code ;;
  esac
}

: > "$out/summary.txt"
: > "$out/events.ndjson"

set -- "$books" --max-cost "$budget" --format sarif -o "$out/svea.sarif" --events
[ ! -f "$books/baseline.json" ] || set -- "$@" --baseline "$books/baseline.json"
"$program" svea comply "$@" 2>> "$out/events.ndjson"
note $? "svea comply"

"$program" meetmind analyze "$meetings" --max-cost "$budget" -o "$out/minutes.html" --events 2>> "$out/events.ndjson"
note $? "meetmind analyze (page)"

# The same questions again: answered from the cache, or by the rules.
"$program" meetmind analyze "$meetings" --max-cost "$budget" -o "$out/tasks.csv" --events 2>> "$out/events.ndjson"
note $? "meetmind analyze (tasks)"

"$program" stats --since 1h --format table >> "$out/summary.txt" 2>&1
cat "$out/summary.txt"
exit "$failed"
