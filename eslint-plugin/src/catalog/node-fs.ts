import { cost } from "./cost.js";
import type { AsyncForm, BlockingApi, CatalogModule, CostRange } from "./types.js";

/*
 * Measured on Node 20.20, one call each 10 ms (so that caches are as cold as in a service), local disk, 2-core VM: 5th
 * and 50th percentile. The upper end is what a cold or a networked disk takes: its seek or round trip, 10 to 20 ms.
 */
const measured =
  "Node 20, local file in the page cache, 2-core VM; upper end: a cold or networked disk";

const metadata = cost(0.05, 0.08, 10, `one file's metadata; ${measured}`);
const directoryEntry = cost(0.08, 0.3, 20, `one directory entry; ${measured}`);
const descriptor = cost(0.03, 0.05, 10, `1 kB on an open file; ${measured}`);
const flush = cost(0.3, 2.7, 50, `1 kB flushed to the disk; ${measured}`);
const tree = cost(1.8, 4.5, 500, `a tree of 10 files; ${measured}`);

/** The function of the same name in `node:fs/promises`. */
function promised(name: string, caveat?: string): AsyncForm {
  return {
    module: "node:fs/promises",
    name,
    style: "promise",
    onThreadpool: true,
    ...(caveat === undefined ? {} : { caveat }),
  };
}

/** The function of `node:fs` that takes a callback: what works on file descriptors has no promise of its own. */
function callback(name: string): AsyncForm {
  return { module: "node:fs", name, style: "callback", onThreadpool: true };
}

/** Promisified, gives an object such as `{ bytesRead, buffer }` instead of a number. */
function counted(name: string, field: string): AsyncForm {
  return {
    module: "node:fs",
    name,
    style: "promise-object",
    onThreadpool: true,
    caveat: `promisified, it resolves to an object whose ${field} is the number that the synchronous form returns`,
  };
}

function io(range: CostRange, asyncForm?: AsyncForm, missingIn?: string): BlockingApi {
  return {
    kind: "io",
    cost: range,
    ...(asyncForm === undefined ? {} : { asyncForm }),
    ...(missingIn === undefined ? {} : { missingIn }),
  };
}

export const nodeFs: CatalogModule = {
  module: "node:fs",
  aliases: ["fs"],
  apis: {
    accessSync: io(metadata, promised("access")),
    appendFileSync: io(cost(0.08, 0.1, 20, `1 kB; ${measured}`), promised("appendFile")),
    chmodSync: io(metadata, promised("chmod")),
    chownSync: io(metadata, promised("chown")),
    closeSync: io(descriptor, callback("close")),
    copyFileSync: io(cost(0.2, 1.7, 50, `1 kB; ${measured}`), promised("copyFile")),
    cpSync: io(tree, promised("cp")),
    existsSync: io(cost(0.03, 0.05, 10, `one file; ${measured}`), {
      module: "node:fs/promises",
      name: "access",
      style: "promise-object",
      onThreadpool: true,
      caveat:
        "access rejects where existsSync returns false, and the file may come or go in between",
    }),
    fchmodSync: io(descriptor, callback("fchmod")),
    fchownSync: io(descriptor, callback("fchown")),
    fdatasyncSync: io(flush, callback("fdatasync")),
    fstatSync: io(descriptor, callback("fstat")),
    fsyncSync: io(flush, callback("fsync")),
    ftruncateSync: io(descriptor, callback("ftruncate")),
    futimesSync: io(descriptor, callback("futimes")),
    globSync: io(
      tree,
      {
        module: "node:fs/promises",
        name: "glob",
        style: "promise-object",
        onThreadpool: true,
        caveat: "glob gives an asynchronous iterator instead of an array",
      },
      "Node.js before 22",
    ),
    lchmodSync: io(
      metadata,
      promised("lchmod", "exists on macOS only"),
      "other systems than macOS",
    ),
    lchownSync: io(metadata, promised("lchown")),
    linkSync: io(directoryEntry, promised("link")),
    lstatSync: io(metadata, promised("lstat", "throwIfNoEntry: false has no equivalent")),
    lutimesSync: io(metadata, promised("lutimes")),
    mkdirSync: io(directoryEntry, promised("mkdir")),
    mkdtempSync: io(directoryEntry, promised("mkdtemp")),
    mkdtempDisposableSync: io(
      directoryEntry,
      {
        module: "node:fs/promises",
        name: "mkdtempDisposable",
        style: "promise-object",
        onThreadpool: true,
        caveat: "gives an AsyncDisposable, for await using",
      },
      "Node.js before 24",
    ),
    openAsBlobSync: io(
      metadata,
      {
        module: "node:fs",
        name: "openAsBlob",
        style: "promise",
        onThreadpool: true,
      },
      "Node.js before 26",
    ),
    openSync: io(cost(0.03, 0.05, 10, `one file; ${measured}`), callback("open")),
    opendirSync: io(directoryEntry, promised("opendir")),
    readFileSync: io(
      cost(0.1, 0.14, 20, `1 kB; ${measured}`),
      promised("readFile", "a file descriptor is read from its start, not from its position"),
    ),
    readSync: io(descriptor, counted("read", "bytesRead")),
    readdirSync: io(cost(0.08, 0.12, 50, `20 entries; ${measured}`), promised("readdir")),
    readlinkSync: io(metadata, promised("readlink")),
    readvSync: io(descriptor, counted("readv", "bytesRead")),
    realpathSync: io(
      cost(0.08, 0.1, 20, `a path of 3 folders; ${measured}`),
      promised("realpath", "works as realpathSync.native does"),
    ),
    "realpathSync.native": io(
      cost(0.05, 0.08, 20, `a path of 3 folders; ${measured}`),
      promised("realpath"),
    ),
    renameSync: io(directoryEntry, promised("rename")),
    rmSync: io(cost(0.3, 0.4, 500, `one file; upper end: a tree; ${measured}`), promised("rm")),
    rmdirSync: io(directoryEntry, promised("rmdir")),
    statSync: io(metadata, promised("stat", "throwIfNoEntry: false has no equivalent")),
    statfsSync: io(metadata, promised("statfs")),
    symlinkSync: io(directoryEntry, promised("symlink")),
    truncateSync: io(metadata, promised("truncate", "a file descriptor is not accepted")),
    unlinkSync: io(directoryEntry, promised("unlink")),
    utimesSync: io(metadata, promised("utimes")),
    writeFileSync: io(cost(0.2, 0.6, 50, `1 kB; ${measured}`), promised("writeFile")),
    writeSync: io(descriptor, counted("write", "bytesWritten")),
    writevSync: io(descriptor, counted("writev", "bytesWritten")),
    "Dir.prototype.readSync": io(descriptor, {
      module: "node:fs",
      name: "Dir.prototype.read",
      style: "promise",
      onThreadpool: true,
    }),
    "Utf8Stream.prototype.flushSync": io(flush, {
      module: "node:fs",
      name: "Utf8Stream.prototype.flush",
      style: "callback",
      onThreadpool: true,
    }),
    "Dir.prototype.closeSync": io(descriptor, {
      module: "node:fs",
      name: "Dir.prototype.close",
      style: "promise",
      onThreadpool: true,
    }),
  },
  instances: { opendirSync: "Dir", "promises.opendir": "Dir" },
};
