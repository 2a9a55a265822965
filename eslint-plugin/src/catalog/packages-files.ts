/** Packages that work on files and folders. What each exports was read from its published version. */
import { cost } from "./cost.js";
import { nodeFs } from "./node-fs.js";
import type { AsyncForm, BlockingApi, CatalogModule, CostRange } from "./types.js";

const machine = "Node 20, local disk in the page cache, 2-core VM";
const entry = cost(0.1, 0.4, 20, "one or a few directory entries; from the figures of node:fs");
const contents = cost(0.1, 0.6, 50, "a file of 1 kB; from the figures of node:fs");
const tree = cost(
  1.8,
  4.5,
  500,
  "a tree of 10 files; upper end: thousands; from the figures of node:fs",
);
const search = cost(
  5,
  8,
  2000,
  `a pattern over 250 folders; upper end: a whole repository; ${machine}`,
);

function form(module: string, name: string, style: AsyncForm["style"] = "promise"): AsyncForm {
  return { module, name, style, onThreadpool: true };
}

function io(range: CostRange, asyncForm?: AsyncForm): BlockingApi {
  return asyncForm === undefined
    ? { kind: "io", cost: range }
    : { kind: "io", cost: range, asyncForm };
}

/** The synchronous functions of node:fs as a drop-in replacement offers them, with its own asynchronous forms. */
function dropIn(module: string, style: "promise" | "callback"): Record<string, BlockingApi> {
  const apis = Object.entries(nodeFs.apis).flatMap(([path, api]): [string, BlockingApi][] => {
    const { asyncForm } = api;
    if (path.includes(".prototype.") || asyncForm === undefined) return [];
    const caveat = asyncForm.caveat === undefined ? {} : { caveat: asyncForm.caveat };
    if (asyncForm.style === "promise-object") {
      // Both replacements keep node's shapes for these: an own fixer knows them.
      return [[path, { ...api, asyncForm: { ...asyncForm, module } }]];
    }
    // openAsBlob, which promises in node:fs itself, has no callback anywhere.
    const own = asyncForm.module === "node:fs" && asyncForm.style === "promise" ? "promise" : style;
    return [[path, { ...api, asyncForm: { ...form(module, asyncForm.name, own), ...caveat } }]];
  });
  return Object.fromEntries(apis);
}

function fsExtra(name: string, range: CostRange): BlockingApi {
  return io(range, form("fs-extra", name));
}

export const fsExtraPackage: CatalogModule = {
  module: "fs-extra",
  aliases: [],
  apis: {
    ...dropIn("fs-extra", "promise"),
    existsSync: io(cost(0.03, 0.05, 10, "one file; from the figures of node:fs"), {
      ...form("fs-extra", "pathExists"),
      caveat: "other code may create or delete the file before the answer is used",
    }),
    copySync: fsExtra("copy", tree),
    createFileSync: fsExtra("createFile", entry),
    createLinkSync: fsExtra("createLink", entry),
    createSymlinkSync: fsExtra("createSymlink", entry),
    emptyDirSync: fsExtra("emptyDir", tree),
    emptydirSync: fsExtra("emptydir", tree),
    ensureDirSync: fsExtra("ensureDir", entry),
    ensureFileSync: fsExtra("ensureFile", entry),
    ensureLinkSync: fsExtra("ensureLink", entry),
    ensureSymlinkSync: fsExtra("ensureSymlink", entry),
    mkdirpSync: fsExtra("mkdirp", entry),
    mkdirsSync: fsExtra("mkdirs", entry),
    moveSync: fsExtra("move", entry),
    outputFileSync: fsExtra("outputFile", contents),
    outputJSONSync: fsExtra("outputJSON", contents),
    outputJsonSync: fsExtra("outputJson", contents),
    pathExistsSync: fsExtra("pathExists", entry),
    readJSONSync: fsExtra("readJSON", contents),
    readJsonSync: fsExtra("readJson", contents),
    removeSync: fsExtra("remove", tree),
    writeJSONSync: fsExtra("writeJSON", contents),
    writeJsonSync: fsExtra("writeJson", contents),
  },
};

/** The entry for ES modules has what fs-extra adds, and nothing of node:fs. */
const fsExtraModule: CatalogModule = {
  module: "fs-extra/esm",
  aliases: [],
  apis: Object.fromEntries(
    Object.entries(fsExtraPackage.apis)
      .filter(([path]) => nodeFs.apis[path] === undefined)
      .map(([path, api]) => [
        path,
        api.asyncForm === undefined
          ? api
          : { ...api, asyncForm: { ...api.asyncForm, module: "fs-extra/esm" } },
      ]),
  ),
};

export const gracefulFs: CatalogModule = {
  module: "graceful-fs",
  aliases: [],
  apis: dropIn("graceful-fs", "callback"),
};

/** Functions of a module that come in both forms, and as members of each other and of its main function. */
function carried(main: string, names: readonly string[]): Record<string, string | undefined> {
  return Object.fromEntries(
    names.flatMap((name) => [
      [`${name}Sync`, name],
      [`${name}.sync`, undefined],
      [`${main}.${name}Sync`, undefined],
    ]),
  );
}

/** Modules of one or a few functions. */
function small(
  module: string,
  range: CostRange,
  names: Readonly<Record<string, string | undefined>>,
  style: AsyncForm["style"] = "promise",
): CatalogModule {
  const apis = Object.entries(names).map(([name, asyncName]): [string, BlockingApi] => [
    name,
    io(range, asyncName === undefined ? undefined : form(module, asyncName, style)),
  ]);
  return { module, aliases: [], apis: Object.fromEntries(apis) };
}

const glob = small("glob", search, {
  // The named export carries the others.
  "glob.sync": undefined,
  "glob.globSync": undefined,
  "glob.iterateSync": undefined,
  "glob.streamSync": undefined,
  globSync: "glob",
  sync: undefined,
  globIterateSync: undefined,
  iterateSync: undefined,
  globStreamSync: undefined,
  streamSync: undefined,
  "glob.globIterateSync": undefined,
  "glob.globStreamSync": undefined,
  "globSync.iterate": undefined,
  "globSync.stream": undefined,
  "sync.iterate": undefined,
  "sync.stream": undefined,
  "globIterate.sync": undefined,
  "iterate.sync": undefined,
  "globStream.sync": undefined,
  "stream.sync": undefined,
  "Glob.prototype.walkSync": "Glob.prototype.walk",
  "Glob.prototype.iterateSync": undefined,
  "Glob.prototype.streamSync": undefined,
});

const oneFile = cost(0.17, 0.2, 10, `one temporary file; ${machine}`);
const tmp: CatalogModule = {
  module: "tmp",
  aliases: [],
  apis: {
    fileSync: io(oneFile, form("tmp", "file", "promise-object")),
    dirSync: io(oneFile, form("tmp", "dir", "promise-object")),
    tmpNameSync: io(oneFile, form("tmp", "tmpName", "callback")),
  },
};

const properLockfile: CatalogModule = {
  module: "proper-lockfile",
  aliases: [],
  apis: {
    lockSync: io(entry, {
      ...form("proper-lockfile", "lock"),
      caveat: "the function that it gives, which releases the lock, returns a promise too",
    }),
    unlockSync: io(entry, form("proper-lockfile", "unlock")),
    checkSync: io(entry, form("proper-lockfile", "check")),
  },
};

export const filePackages: readonly CatalogModule[] = [
  fsExtraPackage,
  fsExtraModule,
  gracefulFs,
  small("jsonfile", contents, { readFileSync: "readFile", writeFileSync: "writeFile" }),
  small("write-file-atomic", contents, { sync: "default" }),
  small("load-json-file", contents, { loadJsonFileSync: "loadJsonFile", sync: "default" }),
  // Version 7 and earlier: GlobSync is a class, and sync stands on the function that is the export.
  { ...glob, apis: { ...glob.apis, GlobSync: { ...io(search), construct: true } } },
  small("fast-glob", search, { sync: "default", globSync: "glob" }),
  small("tinyglobby", search, { globSync: "glob" }),
  // Version 11 and earlier: sync; from version 12 globbySync.
  small("globby", search, {
    globbySync: "globby",
    sync: "default",
    generateGlobTasksSync: "generateGlobTasks",
    isGitIgnoredSync: "isGitIgnored",
    isIgnoredByIgnoreFilesSync: "isIgnoredByIgnoreFiles",
  }),
  // Version 3 and earlier take a callback: sync has no asynchronous form that fits all versions.
  small("rimraf", tree, {
    rimrafSync: "rimraf",
    "rimraf.sync": undefined,
    "rimraf.rimrafSync": undefined,
    sync: undefined,
    ...carried("rimraf", ["manual", "native", "posix", "windows", "moveRemove"]),
  }),
  small("mkdirp", entry, {
    mkdirpSync: "mkdirp",
    "mkdirp.sync": undefined,
    "mkdirp.mkdirpSync": undefined,
    sync: undefined,
    ...carried("mkdirp", ["manual", "mkdirpManual", "native", "mkdirpNative"]),
  }),
  small("make-dir", entry, { makeDirectorySync: "makeDirectory", sync: "default" }),
  small("del", tree, { deleteSync: "deleteAsync", sync: "default" }),
  tmp,
  small("which", entry, { sync: "default" }),
  small("locate-path", entry, { locatePathSync: "locatePath", sync: "default" }),
  small("path-exists", entry, { pathExistsSync: "pathExists", sync: "default" }),
  small("pkg-dir", entry, { packageDirectorySync: "packageDirectory", sync: "default" }),
  small("read-package-up", contents, { readPackageUpSync: "readPackageUp" }),
  small("cosmiconfig", contents, {
    "cosmiconfigSync().search": undefined,
    "cosmiconfigSync().load": undefined,
  }),
  small("hasha", contents, { hashFileSync: "hashFile" }),
  small("klaw-sync", tree, { default: undefined }),
  properLockfile,
  small("find-up", entry, {
    findUpSync: "findUp",
    findUpMultipleSync: "findUpMultiple",
    findDownSync: "findDown",
    sync: "default",
  }),
];
