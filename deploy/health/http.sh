#!/usr/bin/env bash
# Healthy when this container answers 200 on PORT and PATH, with a body in which PATTERN is found: http.sh PORT PATH [PATTERN]
# Some base images have neither curl nor wget; bash opens sockets by itself.
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/$1"
printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
answer=$(cat <&3)
[[ $answer == 'HTTP/1.'?' 200'* && $answer =~ ${3:-.} ]]
