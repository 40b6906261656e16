#!/bin/sh
# Checks a list of mail servers in eight shards: sbatch slurm-array.sh targets.jsonl results
#SBATCH --job-name=mailmedic
#SBATCH --array=1-8
#SBATCH --ntasks=1
#SBATCH --requeue
set -u
list=$1
results=$2
mkdir -p "$results"
# shellcheck disable=SC2086 # options of your own, such as --profile quick
"${MAILMEDIC:-mailmedic-cli}" batch "$list" ${MAILMEDIC_OPTIONS:-} --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" \
    --output "$results/$SLURM_ARRAY_TASK_ID.jsonl" --resume
code=$?
# 1: some server has a problem, 3: some are unclear. The job itself went well.
[ "$code" -ne 2 ] || exit 2
