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
    --output "$results/$SLURM_ARRAY_TASK_ID.jsonl" --resume --done "$results/$SLURM_ARRAY_TASK_ID.done"
# The exit code tells of the servers. The job went well if every line has its result.
[ -e "$results/$SLURM_ARRAY_TASK_ID.done" ]
