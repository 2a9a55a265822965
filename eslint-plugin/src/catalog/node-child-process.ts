import { cost } from "./cost.js";
import type { CatalogModule } from "./types.js";

const started = cost(
  2.2,
  5,
  2000,
  "Node 20, starting true or git --version, 2-core VM; upper end: a program that works for seconds",
);

const shape =
  "promisified, it resolves to { stdout, stderr }, and stderr is not passed on to the parent's";

export const nodeChildProcess: CatalogModule = {
  module: "node:child_process",
  aliases: ["child_process"],
  apis: {
    execSync: {
      kind: "process",
      cost: started,
      limit: { argument: 1, property: "timeout" },
      asyncForm: {
        module: "node:child_process",
        name: "exec",
        style: "promise-object",
        onThreadpool: false,
        caveat: shape,
      },
    },
    execFileSync: {
      kind: "process",
      cost: started,
      limit: { argument: 2, property: "timeout" },
      asyncForm: {
        module: "node:child_process",
        name: "execFile",
        style: "promise-object",
        onThreadpool: false,
        caveat: shape,
      },
    },
    spawnSync: {
      kind: "process",
      cost: started,
      limit: { argument: 2, property: "timeout" },
      asyncForm: {
        module: "node:child_process",
        name: "spawn",
        style: "promise-object",
        onThreadpool: false,
        caveat: "gives a ChildProcess: its output comes in events, and it does not throw",
      },
    },
  },
};
