/** The thread that loads the workspace's ESLint: a configuration that hangs or exits takes only this thread with it. */
import { parentPort } from "node:worker_threads";
import type { ProbeAnswer, ProbeRequest } from "./messages.js";
import { readConfiguration } from "./read-configuration.js";

parentPort?.on("message", ({ id, file, folder }: ProbeRequest) => {
  void readConfiguration(file, folder).then((outcome) => {
    parentPort?.postMessage({ id, outcome } satisfies ProbeAnswer);
  });
});
