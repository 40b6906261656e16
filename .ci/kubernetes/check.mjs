import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { Job } from "kubernetes-models/batch/v1/Job";

new Job(parse(readFileSync(process.argv[2], "utf8"))).validate();
console.log(process.argv[2] + " fits the schema that Kubernetes has of a Job");
