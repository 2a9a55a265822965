/** Modules of Node of which a few functions block: v8, vm, inspector, module, process, worker_threads, dgram. */
import { cost } from "./cost.js";
import type { BlockingApi, CatalogModule } from "./types.js";

const machine = "Node 20, 2-core VM";

const snapshot: BlockingApi = {
  kind: "cpu",
  cost: cost(260, 285, 20_000, `a heap of 10 MB; upper end: a heap of GB; ${machine}`),
};

/** What the script does is not known; making a context alone takes this long. */
const script: BlockingApi = {
  kind: "cpu",
  cost: cost(
    0.4,
    1,
    1000,
    `a new context and a short script; upper end: what the script does; ${machine}`,
  ),
};

const debuggerWait: BlockingApi = {
  kind: "wait",
  cost: cost(100, 10_000, 600_000, "until a person attaches a debugger; an assumption"),
};

export const nodeV8: CatalogModule = {
  module: "node:v8",
  aliases: ["v8"],
  apis: {
    getHeapSnapshot: snapshot,
    writeHeapSnapshot: snapshot,
    queryObjects: { ...snapshot, confidence: "probable" },
  },
  harmless: {
    serialize: "takes what its data takes: 0.02 ms for 100 kB",
    deserialize: "takes what its data takes: 0.02 ms for 100 kB",
  },
};

export const nodeVm: CatalogModule = {
  module: "node:vm",
  aliases: ["vm"],
  apis: {
    runInContext: { ...script, limit: { argument: 2, property: "timeout" } },
    runInNewContext: { ...script, limit: { argument: 2, property: "timeout" } },
    runInThisContext: { ...script, limit: { argument: 1, property: "timeout" } },
    "Script.prototype.runInContext": { ...script, limit: { argument: 1, property: "timeout" } },
    "Script.prototype.runInNewContext": { ...script, limit: { argument: 1, property: "timeout" } },
    "Script.prototype.runInThisContext": { ...script, limit: { argument: 0, property: "timeout" } },
  },
  harmless: { createContext: "takes 0.4 to 0.8 ms once; what runs in it is what is reported" },
};

export const nodeInspector: CatalogModule = {
  module: "node:inspector",
  aliases: ["inspector", "node:inspector/promises", "inspector/promises"],
  apis: {
    open: { ...debuggerWait, when: [{ is: "equals", argument: 2, value: true }] },
    waitForDebugger: debuggerWait,
  },
};

export const nodeModule: CatalogModule = {
  module: "node:module",
  aliases: ["module"],
  apis: {
    stripTypeScriptTypes: {
      missingIn: "Node.js before 22",
      kind: "cpu",
      cost: cost(0.1, 1, 100, "a file of a few kB; an estimate"),
      confidence: "probable",
    },
    findPackageJSON: {
      missingIn: "Node.js before 22",
      kind: "io",
      cost: cost(
        0.05,
        0.2,
        20,
        "a few files' metadata and one file read; from the figures of node:fs",
      ),
      confidence: "probable",
    },
  },
  harmless: { syncBuiltinESMExports: "copies references" },
};

export const nodeProcess: CatalogModule = {
  module: "node:process",
  aliases: ["process"],
  apis: {
    loadEnvFile: {
      kind: "io",
      cost: cost(0.1, 0.2, 20, "reads a file of 1 kB: the figures of node:fs.readFileSync"),
    },
  },
};

export const nodeWorkerThreads: CatalogModule = {
  module: "node:worker_threads",
  aliases: ["worker_threads"],
  apis: {},
  harmless: {
    receiveMessageOnPort:
      "looks once and goes on; a loop that spins on it is a busy wait, which is reported as such",
  },
};

export const nodeDgram: CatalogModule = {
  module: "node:dgram",
  aliases: ["dgram"],
  apis: {},
  harmless: {
    "Socket.prototype.bindSync": "one system call; it looks up no names",
    "Socket.prototype.connectSync": "one system call; it looks up no names",
  },
};
