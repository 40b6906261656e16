#!/bin/sh
# Checks a list of mail servers in eight shards, on the hosts of a file ("4/host" runs four there, ":" is this one):
#   ./parallel.sh targets.jsonl results hosts.txt
set -u
mkdir -p "$2"
# The exit code of a shard tells of the servers. It went well if every line has its result.
parallel --sshloginfile "$3" --transferfile "$1" --return "$2/{}.jsonl" --cleanup --env MAILMEDIC --env MAILMEDIC_OPTIONS \
    "mkdir -p $2; "'${MAILMEDIC:-mailmedic-cli}'" batch $1 "'${MAILMEDIC_OPTIONS:-}'" --shard {}/8 --output $2/{}.jsonl --resume --done $2/{}.done; test -e $2/{}.done" ::: 1 2 3 4 5 6 7 8
