/** What browsers and every JavaScript runtime offer without an import. */
import { cost } from "./cost.js";
import type { BlockingApi, CatalogModule } from "./types.js";

const dialog: BlockingApi = {
  kind: "dialog",
  cost: cost(500, 3000, 600_000, "until a person answers; an assumption"),
};

export const browser: CatalogModule = {
  module: "global",
  aliases: [],
  apis: {
    alert: dialog,
    confirm: dialog,
    prompt: dialog,
    print: { ...dialog, confidence: "possible" },
    "XMLHttpRequest.prototype.open": {
      kind: "io",
      cost: cost(10, 100, 30_000, "one request over a network, sent later; an assumption"),
      when: [{ is: "equals", argument: 2, value: false }],
    },
    FileReaderSync: {
      kind: "io",
      cost: cost(0.05, 1, 100, "reads a blob; an assumption"),
      construct: true,
      confidence: "possible",
    },
  },
};

export const webAssembly: CatalogModule = {
  module: "global",
  aliases: [],
  apis: {
    "WebAssembly.Module": {
      kind: "cpu",
      cost: cost(0.1, 10, 2000, "compiles a module of 100 kB; upper end: tens of MB; an estimate"),
      construct: true,
      asyncForm: {
        module: "global",
        name: "WebAssembly.compile",
        style: "promise",
        onThreadpool: false,
      },
    },
    "WebAssembly.Instance": {
      kind: "cpu",
      cost: cost(
        0.05,
        1,
        200,
        "links a compiled module; upper end: its start function; an estimate",
      ),
      construct: true,
      asyncForm: {
        module: "global",
        name: "WebAssembly.instantiate",
        style: "promise",
        onThreadpool: false,
      },
    },
  },
};

export const processGlobal: CatalogModule = {
  module: "global",
  aliases: [],
  apis: {
    "process.loadEnvFile": {
      kind: "io",
      cost: cost(0.1, 0.2, 20, "reads a file of 1 kB: the figures of node:fs.readFileSync"),
    },
  },
};
