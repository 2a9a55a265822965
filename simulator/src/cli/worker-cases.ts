/** What it costs to hand work to another thread: the start of a worker thread, and a message there and back. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { CalibrationCase } from "./calibration-cases.js";

const answersOnce = `require("node:worker_threads").parentPort.postMessage(0);`;
const answersEach = `
  const { parentPort } = require("node:worker_threads");
  parentPort.on("message", (message) => parentPort.postMessage(message));
`;

export function workerCases(): CalibrationCase[] {
  return [threadStart(), messages("x".repeat(1024), "1 kB of text, there and back")];
}

function threadStart(): CalibrationCase {
  let worker: Worker | undefined;
  return {
    api: "node:worker_threads.Worker",
    basis: "from its construction to its first message",
    run: async () => {
      worker = new Worker(answersOnce, { eval: true });
      await once(worker, "message");
    },
    afterEach: async () => {
      await worker?.terminate();
    },
  };
}

function messages(message: string, basis: string): CalibrationCase {
  let worker: Worker | undefined;
  return {
    api: "node:worker_threads.Worker.prototype.postMessage",
    basis,
    run: async () => {
      worker ??= new Worker(answersEach, { eval: true });
      const answer = once(worker, "message");
      worker.postMessage(message);
      await answer;
    },
    afterAll: async () => {
      await worker?.terminate();
    },
  };
}
