/** Packages that start programs. What each exports was read from its published version. */
import { cost } from "./cost.js";
import { nodeFs } from "./node-fs.js";
import { fsExtraPackage } from "./packages-files.js";
import type { AsyncForm, BlockingApi, CallCondition, CatalogModule, CostRange } from "./types.js";

const started = cost(
  2.2,
  5,
  2000,
  "taken from node:child_process: starts a program; upper end: one that works for seconds",
);
const shell = cost(
  90,
  100,
  3000,
  "shelljs.exec starts a second Node, which runs true; Node 20, 2-core VM",
);
const files = cost(0.1, 1, 500, "a few files; upper end: a tree; from the figures of node:fs");

/** With options alone nothing runs yet: what comes back is the function that runs with them. */
const runs: readonly CallCondition[] = [{ is: "not-object", argument: 0 }];

/** The result of execa's synchronous functions has the same properties as what its promises resolve to. */
function execaApi(name: string): BlockingApi {
  return {
    kind: "process",
    cost: started,
    limit: { argument: 2, property: "timeout" },
    asyncForm: { module: "execa", name, style: "promise", onThreadpool: false },
    when: runs,
  };
}

const execaCommand = { argument: 1, property: "timeout" };
const script: BlockingApi = { kind: "process", cost: started, when: runs };

const execa: CatalogModule = {
  module: "execa",
  aliases: [],
  apis: {
    execaSync: execaApi("execa"),
    execaCommandSync: { ...execaApi("execaCommand"), limit: execaCommand },
    "$.sync": script,
    "$.s": script,
    // Made with options: $({ cwd }).sync`…`, $.sync({ cwd })`…`, execaSync({ cwd })`…`.
    "$().sync": script,
    "$().s": script,
    "$.sync()": script,
    "$.s()": script,
    "execaSync()": script,
    // Version 5 and earlier.
    sync: execaApi("default"),
    commandSync: { ...execaApi("command"), limit: execaCommand },
  },
};

const crossSpawnSync: BlockingApi = {
  kind: "process",
  cost: started,
  limit: { argument: 2, property: "timeout" },
  asyncForm: {
    module: "cross-spawn",
    name: "spawn",
    style: "promise-object",
    onThreadpool: false,
    caveat: "gives a ChildProcess: its output comes in events",
  },
};

const crossSpawn: CatalogModule = {
  module: "cross-spawn",
  aliases: [],
  // The function carries itself under its name.
  apis: { sync: crossSpawnSync, "spawn.sync": crossSpawnSync },
};

function shellCommands(range: CostRange, names: readonly string[]): Record<string, BlockingApi> {
  const api: BlockingApi = { kind: "io", cost: range };
  return Object.fromEntries(names.map((name) => [name, api]));
}

/** Everything in shelljs is synchronous but `exec` with `async: true` or a callback. */
const shelljs: CatalogModule = {
  module: "shelljs",
  aliases: [],
  apis: {
    exec: {
      kind: "process",
      cost: shell,
      limit: { argument: 1, property: "timeout" },
      when: [{ is: "not", argument: 1, property: "async", value: true }, { is: "no-callback" }],
    },
    cmd: { kind: "process", cost: started },
    ...shellCommands(files, [
      "cat",
      "chmod",
      "cp",
      "find",
      "grep",
      "head",
      "ln",
      "ls",
      "mkdir",
      "mv",
      "rm",
      "sed",
      "sort",
      "tail",
      "touch",
      "uniq",
      "which",
    ]),
  },
  harmless: {
    cd: "changes the folder of the process: one system call",
    echo: "prints",
    pwd: "asks for the folder of the process: one system call",
    test: "asks for one file's metadata, and is often a guard",
    tempdir: "remembers its answer",
  },
};

/**
 * What zx's `fs` has of fs-extra. Of what is node:fs's own, which arguments an asynchronous form takes is known of the
 * modules that go by their own names alone.
 */
const zxFiles = Object.fromEntries(
  Object.entries(fsExtraPackage.apis).map(
    ([path, { asyncForm, ...api }]): [string, BlockingApi] => [
      `fs.${path}`,
      asyncForm === undefined || nodeFs.apis[path] !== undefined
        ? api
        : { ...api, asyncForm: { ...asyncForm, module: "zx", name: `fs.${asyncForm.name}` } },
    ],
  ),
);

function zxForm(name: string): AsyncForm {
  return { module: "zx", name, style: "promise", onThreadpool: true };
}

const searched: BlockingApi = {
  kind: "io",
  cost: cost(
    5,
    8,
    2000,
    "taken from globby: a pattern over 250 folders; upper end: a whole repository",
  ),
};
const zxScript: BlockingApi = { kind: "process", cost: started, when: runs };

/** `fs` is fs-extra, `glob` is globby, `which` is which; the functions that zx has itself give promises. */
const zx: CatalogModule = {
  module: "zx",
  aliases: ["zx/core"],
  apis: {
    "$.sync": zxScript,
    "$.sync()": zxScript,
    "$().sync": zxScript,
    ...zxFiles,
    "glob.sync": { ...searched, asyncForm: zxForm("glob") },
    "glob.globbySync": { ...searched, asyncForm: zxForm("glob.globby") },
    "which.sync": { kind: "io", cost: files, asyncForm: zxForm("which") },
  },
};

export const processPackages: readonly CatalogModule[] = [execa, crossSpawn, shelljs, zx];
