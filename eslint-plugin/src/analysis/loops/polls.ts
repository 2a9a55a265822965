/** APIs that only look: at a clock, at shared memory, for a message, for a file, for a process. */
import {
  argumentsOf,
  calleeOf,
  isCall,
  isInside,
  unwrap,
  type CallNode,
  type Node,
} from "../syntax/ast.js";
import { constantNumber } from "../values/constants.js";
import type { Resolver } from "../values/resolve.js";
import type { SourceFile } from "../syntax/source-file.js";
import type { ApiValue } from "../values/values.js";

/** What a poll looks at: a clock, shared memory, a port, the file system, the processes. */
export type Poll = "clock" | "atomic" | "message" | "file" | "process";

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

/** What a call looks at, if it only looks. */
export function pollOf(resolver: Resolver, file: SourceFile, call: Node): Poll | undefined {
  const node = unwrap(call);
  if (!isCall(node) || node.type === "TaggedTemplateExpression") return undefined;
  for (const value of resolver.valuesOf(file, calleeOf(node))) {
    if (value.kind !== "api") continue;
    const poll = isSignal(value) ? pollOfSignal(file, node) : pollOfApi(value);
    if (poll !== undefined) return poll;
  }
  return undefined;
}

/** The first call in a block that looks at something, and throws where that is not there. */
export function pollThatThrows(
  resolver: Resolver,
  file: SourceFile,
  block: Node,
): Node | undefined {
  return file.nodes.calls.find(
    (call) =>
      isInside(call, block) &&
      pollOf(resolver, file, call) !== undefined &&
      resolver
        .valuesOf(file, calleeOf(call))
        .some((value) => value.kind === "api" && tellsByThrowing(value)),
  );
}

function pollOfApi(value: ApiValue): Poll | undefined {
  const name = nameOf(value);
  if (clocks.includes(name)) return "clock";
  if (value.module === "global" && atomicReads.test(value.path.join("."))) return "atomic";
  if (name === "node:worker_threads.receiveMessageOnPort") return "message";
  return value.module === "node:fs" && filePolls.has(value.path.join(".")) ? "file" : undefined;
}

/** `process.kill(pid, 0)`: the signal 0 only asks whether the process is there. */
function pollOfSignal(file: SourceFile, call: CallNode): Poll | undefined {
  const signal = argumentsOf(call)[1];
  return signal !== undefined && constantNumber(file, signal) === 0 ? "process" : undefined;
}

function isSignal(value: ApiValue): boolean {
  return ["global.process.kill", "node:process.kill"].includes(nameOf(value));
}

function tellsByThrowing(value: ApiValue): boolean {
  return isSignal(value) || (pollOfApi(value) === "file" && value.path.at(-1) !== "existsSync");
}

function nameOf({ module, path }: ApiValue): string {
  return `${module}.${path.join(".")}`;
}
