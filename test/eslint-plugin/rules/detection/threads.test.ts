import { snippets } from "./snippets.js";

const imports = `
  import { readFileSync } from "node:fs";
  import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";`;

snippets("tests that tell the main thread from a worker", {
  "with more than one condition": `${imports}
    if (!isMainThread && parentPort) {
      (async () => { parentPort.postMessage(readFileSync(workerData)); })();
    }
    if (isMainThread || !parentPort) {
      (async () => { readFileSync("main"); })(); // !call
    } else {
      (async () => { parentPort.postMessage(readFileSync(workerData)); })();
    }`,
  "with a condition that says nothing of the thread": `${imports}
    if (!isMainThread && process.env.RUN) { (async () => readFileSync("a"))(); }
    if (!isMainThread || process.env.RUN) { (async () => readFileSync("a"))(); } // !call
    if (isMainThread && process.env.RUN) { run(); } else { (async () => readFileSync("a"))(); } // !call`,
  "before a throw": `${imports}
    export async function work() {
      if (isMainThread || !parentPort) throw new Error("must be called in a worker");
      return readFileSync(workerData);
    }
    export async function start() {
      if (!isMainThread || !parentPort) throw new Error("must be called on the main thread");
      return readFileSync("a"); // !call
    }`,
  "compared and negated": `${imports}
    if (isMainThread === false) { (async () => readFileSync("a"))(); }
    if (!(isMainThread !== false)) { (async () => readFileSync("a"))(); }
    if (isMainThread !== false) { (async () => readFileSync("a"))(); } // !call
    if (parentPort !== null) { (async () => readFileSync("a"))(); }
    if (parentPort === null) { (async () => readFileSync("a"))(); } // !call`,
  "around the only calls of a function": `${imports}
    async function declared() { readFileSync("a"); }
    const kept = async () => { readFileSync("a"); };
    const both = async () => { readFileSync("a"); }; // !call
    if (!isMainThread && parentPort) { declared(); kept(); both(); }
    if (isMainThread) both();`,
});
