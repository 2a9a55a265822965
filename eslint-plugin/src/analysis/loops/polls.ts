/** APIs that only look: at a clock, at shared memory, for a message, for a file. */
import type { ApiValue } from "../values/values.js";

/** What a poll looks at: a clock, shared memory, a port, the file system. */
export type Poll = "clock" | "atomic" | "message" | "file";

const clocks: readonly string[] = [
  "global.Date.now",
  "global.Date",
  "global.performance.now",
  "global.process.hrtime",
  "global.process.hrtime.bigint",
  "global.process.uptime",
  "node:perf_hooks.performance.now",
  "node:process.hrtime",
  "node:process.hrtime.bigint",
  "node:process.uptime",
];

const atomicReads = /^Atomics\.(?:load|compareExchange|exchange|add|sub|and|or|xor)$/u;

const filePolls = new Set(["existsSync", "accessSync", "statSync", "lstatSync"]);

/** What a call of an API looks at, if it only looks. */
export function pollOfApi(value: ApiValue): Poll | undefined {
  const name = `${value.module}.${value.path.join(".")}`;
  if (clocks.includes(name)) return "clock";
  if (value.module === "global" && atomicReads.test(value.path.join("."))) return "atomic";
  if (name === "node:worker_threads.receiveMessageOnPort") return "message";
  return value.module === "node:fs" && filePolls.has(value.path.join(".")) ? "file" : undefined;
}
