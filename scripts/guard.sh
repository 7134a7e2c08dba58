#!/bin/sh
# Runs a command and ends it when standard input closes: the starter asked for it, or died in whatever way.
# A shell and not Node, so that `killall -9 node` leaves no orphan either. Works with dash, bash and macOS sh.
# usage: guard.sh GRACE_SECONDS COMMAND [ARGS…]      descriptor 3 receives the pid of the command
grace=$1
shift
exec 4<&0
"$@" </dev/null 3>&- 4<&- &
child=$!
echo "$child" >&3
exec 3>&- 2>/dev/null # a shell says "Terminated" of its own accord
# Neither this shell nor the watcher ends by a signal sent to many (Ctrl-C, pkill -f), only with the command.
trap '' HUP INT TERM QUIT

(
  while read -r _ <&4; do :; done
  kill -TERM "$child" 2>/dev/null
  ticks=$((grace * 10))
  while [ "$ticks" -gt 0 ] && kill -0 "$child" 2>/dev/null; do
    sleep 0.1
    ticks=$((ticks - 1))
  done
  kill -KILL "$child" 2>/dev/null
) &
watcher=$!
exec 4<&-
wait "$child"
code=$?
kill -KILL "$watcher" 2>/dev/null
exit "$code"
