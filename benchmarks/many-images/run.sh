#!/bin/sh
# Restores many digits from disk to disk in a small heap, kills the process half-way with SIGKILL, goes
# on, and compares the result with that of a run that was left alone.
# Usage: run.sh png|idx MNIST-TRAIN-IMAGES.gz FOLDER [COUNT [OPTION OF restore ...]]
set -eu
here=$(CDPATH='' cd -P "$(dirname "$0")" && pwd)
priors=${PRIORS:-$here/../../priors}
kind=$1
file=$2
work=$3
count=${4:-100000}
if [ $# -gt 4 ]; then shift 4; else shift $#; fi
JAVA_TOOL_OPTIONS=${JAVA_TOOL_OPTIONS:--Xmx256m}
export JAVA_TOOL_OPTIONS

suffix=
if [ "$kind" = idx ]; then suffix=.idx; fi
noisy=$work/noisy$suffix
killed=$work/killed$suffix
whole=$work/whole$suffix
mkdir -p "$work"
rm -rf "$noisy" "$killed"* "$work/.killed"* "$whole"*
java "$here/NoisyDigits.java" "$file" "$count" 0.2 "$noisy"

restore() {
  out=$1
  shift
  exec "$priors" restore --in "$noisy" --degradation gaussian-noise:sigma=0.2 --out "$out" "$@"
}
# The highest resident memory of the process so far.
peak() { sed -n 's/^VmHWM:[^0-9]*//p' "/proc/$process/status" 2>/dev/null || true; }
results() {
  if [ "$kind" = png ]; then
    find "$killed" -name '[!.]*.png' 2>/dev/null | wc -l
  else
    bytes=$(stat -c %s "$work/.killed.idx.part" 2>/dev/null || echo 16)
    echo $(((bytes - 16) / 784))
  fi
}
watch() {
  highest=
  while kill -0 "$process" 2>/dev/null && { [ "$1" = end ] || [ "$(results)" -lt "$1" ]; }; do
    now=$(peak)
    highest=${now:-$highest}
    sleep 2
  done
}

restore "$killed" "$@" >"$work/log" 2>&1 &
process=$!
watch $((count / 2))
kill -9 "$process"
wait "$process" 2>/dev/null || true
echo "killed after $(results) results, resident memory at most $highest; it said last:"
tail -n 1 "$work/log"

restore "$killed" "$@" >"$work/log" 2>&1 &
process=$!
watch end
wait "$process" && code=0 || code=$?
echo "resumed: exit code $code, resident memory at most $highest; it said:"
cat "$work/log"

(restore "$whole" "$@") >"$work/log" 2>&1
echo "left alone:"
cat "$work/log"
diff -r "$killed" "$whole" && echo "both are the same, byte for byte"
