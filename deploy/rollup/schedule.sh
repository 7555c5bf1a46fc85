#!/usr/bin/env bash
# Rolls whatever is due, now and after every pause: schedule.sh PAUSE COMMAND...
# A run that fails is said and tried again after the next pause; of the last good one the file ROLLED tells the time.
set -uo pipefail
pause=$1
shift
trap 'kill %% 2>/dev/null; exit 0' TERM INT
while true; do
  "$@" & wait $! && touch "${ROLLED:-/tmp/rolled}" || echo "the rollup failed; next try in $pause" >&2
  sleep "$pause" & wait $!
done
