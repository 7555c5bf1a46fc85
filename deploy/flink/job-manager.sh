#!/usr/bin/env bash
# Starts the job in a JobManager of its own, from the newest complete checkpoint: job-manager.sh FOLDER ARGUMENTS...
# Without high availability a JobManager forgets its job when it dies; the checkpoints stay.
set -euo pipefail
checkpoints=$1
shift
newest=$(ls -t "$checkpoints"/*/chk-*/_metadata 2>/dev/null | head -n 1 || true)
from=()
if [[ -n $newest ]]; then
  from=(--fromSavepoint "$(dirname "$newest")")
  # A job that has a checkpoint needs nothing of those before it.
  find "$checkpoints" -mindepth 1 -maxdepth 1 ! -path "$(dirname "$(dirname "$newest")")" -exec rm -rf {} +
fi
exec "${FLINK_ENTRYPOINT:-/docker-entrypoint.sh}" standalone-job --job-classname viewstream.flink.ViewstreamJob "${from[@]}" "$@"
