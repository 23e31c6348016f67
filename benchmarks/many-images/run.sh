#!/bin/sh
# Restores many digits from disk to disk in a small heap, kills the process half-way with SIGKILL, goes
# on, and compares a sample with pictures restored alone.
# Usage: run.sh MNIST-TRAIN-IMAGES.gz FOLDER [COUNT [OPTIONS OF restore ...]]
set -eu
here=$(CDPATH='' cd -P "$(dirname "$0")" && pwd)
priors=${PRIORS:-$here/../../priors}
file=$1
work=$2
count=${3:-100000}
[ $# -lt 3 ] && shift 2 || shift 3
JAVA_TOOL_OPTIONS=${JAVA_TOOL_OPTIONS:--Xmx256m}
export JAVA_TOOL_OPTIONS

mkdir -p "$work"
if [ ! -d "$work/noisy" ]; then
  java "$here/NoisyDigits.java" "$file" "$count" 0.2 "$work/noisy.part"
  mv "$work/noisy.part" "$work/noisy"
fi
rm -rf "$work/clean"

# The highest resident memory of a process so far, in KiB.
peak() { sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$1/status" 2>/dev/null || true; }
done_now() { find "$work/clean" -name '[!.]*.png' 2>/dev/null | wc -l; }

start() {
  "$priors" restore --in "$work/noisy" --degradation gaussian-noise:sigma=0.2 --out "$work/clean" \
    "$@" >"$work/log" 2>&1 &
  process=$!
}

start "$@"
highest=0
while [ "$(done_now)" -lt $((count / 2)) ]; do
  kill -0 "$process" || { cat "$work/log"; exit 1; }
  now=$(peak "$process"); highest=${now:-$highest}
  sleep 2
done
kill -9 "$process"
wait "$process" || true
echo "killed with $(done_now) results, peak of resident memory $highest KiB"
tail -n 2 "$work/log"

start "$@"
while kill -0 "$process" 2>/dev/null; do
  now=$(peak "$process"); highest=${now:-$highest}
  sleep 2
done
wait "$process" && code=0 || code=$?
echo "resumed: exit $code, $(done_now) results, peak of resident memory $highest KiB"
cat "$work/log"

# Once: as many names as pictures, the same ones. Right: what a picture gives by itself.
(cd "$work/noisy" && find . -name '*.png' | sort) >"$work/in.txt"
(cd "$work/clean" && find . -name '*.png' | sort) >"$work/out.txt"
cmp "$work/in.txt" "$work/out.txt" && echo "every picture has one result"
rm -rf "$work/alone"
awk -v n="$count" 'NR % int(n / 20) == 7' "$work/in.txt" | while read -r name; do
  mkdir -p "$work/alone/$(dirname "$name")"
  "$priors" restore --in "$work/noisy/$name" --degradation gaussian-noise:sigma=0.2 \
    --out "$work/alone/$name" "$@" >/dev/null 2>&1
  cmp "$work/alone/$name" "$work/clean/$name"
done
echo "compared alone: $(find "$work/alone" -name '*.png' | wc -l)"
