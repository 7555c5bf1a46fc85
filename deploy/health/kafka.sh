#!/usr/bin/env bash
# Healthy when the broker answers the first request of every client, ApiVersions: kafka.sh PORT
# It accepts connections long before; the tools that come with Kafka would start a JVM for each look.
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/$1"
# size 10, API key 18, version 0, correlation id "view", no client id
printf '\0\0\0\12\0\22\0\0view\377\377' >&3
[[ $(head -c 8 <&3 | tail -c 4) == view ]]
