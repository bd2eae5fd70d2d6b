#!/bin/bash
# Starts mongod as a member of a replica set that asks for passwords. Members prove themselves to each other by a key file that
# nobody else may read; it comes from the environment and lives in memory only.
set -euo pipefail
umask 077
printf '%s' "$MONGODB_KEY" > /tmp/replica-set.key
unset MONGODB_KEY
exec docker-entrypoint.sh mongod --replSet giaoban --keyFile /tmp/replica-set.key --bind_ip_all
