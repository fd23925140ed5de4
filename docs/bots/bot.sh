#!/usr/bin/env bash
# A bot for one seat: bash bot.sh http://127.0.0.1:1140 GAME SEAT TOKEN ADDRESSEE [DAYS]. Each day it writes to another seat what it knows.
set -euo pipefail
base="${1%/}" game="$2" seat="$3" token="$4" to="$5" days="${6:-1000}"
path="$base/api/games/$game/seats/$seat"
ask() { curl --silent --show-error --fail-with-body --header "Authorization: Bearer $token" --header "Content-Type: application/json" "$@"; }
curl --silent --no-buffer --header "Authorization: Bearer $token" "$path/stream" | while read -r field value; do
  [ "$field" = "event:" ] || continue
  case "$value" in
    view|day) ask --data "{\"verb\":\"inform\",\"args\":{\"to\":\"$to\"}}" "$path/orders"; echo
              ask --data '{}' "$path/ready"
              days=$((days - 1)) ;;
    ended) break ;;
  esac
  [ "$days" -gt 0 ] || break
done
