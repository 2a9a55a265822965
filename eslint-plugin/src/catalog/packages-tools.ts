/** Compilers, prompts, and bridges from asynchronous to synchronous code. */
import { cost } from "./cost.js";
import type { AsyncForm, BlockingApi, CatalogModule } from "./types.js";

const machine = "Node 20, 2-core VM";

function form(module: string, name: string): AsyncForm {
  return { module, name, style: "promise", onThreadpool: false };
}

function compiler(asyncForm?: AsyncForm): BlockingApi {
  const range = cost(
    3,
    10,
    2000,
    `a few lines (sass 4 ms, Babel 19 ms); upper end: a whole project; ${machine}`,
  );
  return asyncForm === undefined
    ? { kind: "cpu", cost: range }
    : { kind: "cpu", cost: range, asyncForm };
}

const sass: CatalogModule = {
  module: "sass",
  aliases: ["sass-embedded"],
  apis: {
    compile: compiler({
      ...form("sass", "compileAsync"),
      caveat:
        "it computes on the same thread all the same, and takes longer; sass-embedded does not",
    }),
    compileString: compiler({
      ...form("sass", "compileStringAsync"),
      caveat:
        "it computes on the same thread all the same, and takes longer; sass-embedded does not",
    }),
    renderSync: compiler(),
    "Compiler.prototype.compile": compiler(),
    "Compiler.prototype.compileString": compiler(),
  },
  instances: { initCompiler: "Compiler" },
};

const esbuild: CatalogModule = {
  module: "esbuild",
  aliases: [],
  apis: {
    analyzeMetafileSync: compiler(form("esbuild", "analyzeMetafile")),
    buildSync: compiler(form("esbuild", "build")),
    formatMessagesSync: compiler(form("esbuild", "formatMessages")),
    transformSync: compiler(form("esbuild", "transform")),
  },
};

const babel: CatalogModule = {
  module: "@babel/core",
  aliases: [],
  apis: {
    loadOptionsSync: compiler(form("@babel/core", "loadOptionsAsync")),
    loadPartialConfigSync: compiler(form("@babel/core", "loadPartialConfigAsync")),
    parseSync: compiler(form("@babel/core", "parseAsync")),
    transformFileSync: compiler(form("@babel/core", "transformFileAsync")),
    transformFromAstSync: compiler(form("@babel/core", "transformFromAstAsync")),
    transformSync: compiler(form("@babel/core", "transformAsync")),
  },
};

/** Compilers in native code: on the thread of the caller all the same, where the name ends in Sync. */
function native(asyncForm?: AsyncForm): BlockingApi {
  const range = cost(
    0.02,
    5,
    300,
    `85 kB of TypeScript (SWC transforms it in 5 ms, OXC parses it in 9 ms); lower end: a few lines; upper end: 5 MB, in proportion; ${machine}`,
  );
  return asyncForm === undefined
    ? { kind: "cpu", cost: range }
    : { kind: "cpu", cost: range, asyncForm: { ...asyncForm, onThreadpool: true } };
}

const swc: CatalogModule = {
  module: "@swc/core",
  aliases: [],
  apis: {
    minifySync: native(form("@swc/core", "minify")),
    parseFileSync: native(form("@swc/core", "parseFile")),
    parseSync: native(form("@swc/core", "parse")),
    printSync: native(form("@swc/core", "print")),
    transformFileSync: native(form("@swc/core", "transformFile")),
    transformSync: native(form("@swc/core", "transform")),
  },
};

// Their asynchronous forms have changed names from version to version.
const oxcTransform: CatalogModule = {
  module: "oxc-transform",
  aliases: [],
  apis: { isolatedDeclarationSync: native(), transformSync: native() },
};

const oxcParser: CatalogModule = {
  module: "oxc-parser",
  aliases: [],
  apis: { parseSync: native() },
};

const oxcMinify: CatalogModule = {
  module: "oxc-minify",
  aliases: [],
  apis: { minifySync: native() },
};

const person: BlockingApi = {
  kind: "wait",
  cost: cost(500, 5000, 600_000, "until a person answers; an assumption"),
};

const readlineSync: CatalogModule = {
  module: "readline-sync",
  aliases: [],
  apis: Object.fromEntries(
    [
      "question",
      "prompt",
      "keyIn",
      "questionEMail",
      "questionNewPassword",
      "questionInt",
      "questionFloat",
      "questionPath",
      "promptCL",
      "promptLoop",
      "promptCLLoop",
      "promptSimShell",
      "keyInYN",
      "keyInYNStrict",
      "keyInPause",
      "keyInSelect",
    ].map((name) => [name, person]),
  ),
};

const promptSync: CatalogModule = {
  module: "prompt-sync",
  aliases: [],
  apis: { "default()": person },
};

const request: BlockingApi = {
  kind: "io",
  cost: cost(
    90,
    200,
    30_000,
    "starts a second Node (87 ms on Node 20, 2-core VM), which makes a request over a network",
  ),
};

const syncFetch: CatalogModule = { module: "sync-fetch", aliases: [], apis: { default: request } };
const syncRequest: CatalogModule = {
  module: "sync-request",
  aliases: [],
  apis: { default: request },
};

const synckit: CatalogModule = {
  module: "synckit",
  aliases: [],
  apis: {
    "createSyncFn()": {
      kind: "wait",
      cost: cost(0.1, 10, 60_000, "until a worker thread has done the work; an assumption"),
    },
  },
};

/** deasync runs the event loop inside the call: others go on, but what called does not return before they do. */
const spin: BlockingApi = {
  kind: "wait",
  cost: cost(
    1,
    100,
    60_000,
    "until the callback comes, with the event loop run from inside the call; an assumption",
  ),
};

const deasync: CatalogModule = {
  module: "deasync",
  aliases: [],
  apis: {
    "default()": spin,
    loopWhile: spin,
    runLoopOnce: spin,
    sleep: {
      ...spin,
      formula: { factors: [{ argument: 0 }], perUnitMs: 1, unit: "ms", basis: "the argument" },
    },
  },
};

export const toolPackages: readonly CatalogModule[] = [
  sass,
  esbuild,
  babel,
  swc,
  oxcTransform,
  oxcParser,
  oxcMinify,
  readlineSync,
  promptSync,
  syncFetch,
  syncRequest,
  synckit,
  deasync,
];
