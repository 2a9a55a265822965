/** Deno's synchronous functions (Deno 1 and 2), each with the asynchronous one of the same name without Sync. */
import { cost } from "./cost.js";
import type { BlockingApi, CatalogModule, CostRange } from "./types.js";

const metadata = cost(
  0.05,
  0.1,
  10,
  "taken from node:fs on the same machine; upper end: a cold disk",
);
const contents = cost(
  0.1,
  0.2,
  20,
  "1 kB; taken from node:fs on the same machine; upper end: a cold disk",
);
const tree = cost(0.3, 1, 500, "taken from node:fs on the same machine; upper end: a large tree");

function io(range: CostRange, name: string): BlockingApi {
  return {
    kind: "io",
    cost: range,
    asyncForm: { module: "global", name, style: "promise", onThreadpool: true },
  };
}

export const deno: CatalogModule = {
  module: "global",
  aliases: [],
  apis: {
    "Deno.chmodSync": io(metadata, "Deno.chmod"),
    "Deno.chownSync": io(metadata, "Deno.chown"),
    "Deno.copyFileSync": io(contents, "Deno.copyFile"),
    "Deno.createSync": io(metadata, "Deno.create"),
    "Deno.linkSync": io(metadata, "Deno.link"),
    "Deno.lstatSync": io(metadata, "Deno.lstat"),
    "Deno.makeTempDirSync": io(metadata, "Deno.makeTempDir"),
    "Deno.makeTempFileSync": io(metadata, "Deno.makeTempFile"),
    "Deno.mkdirSync": io(metadata, "Deno.mkdir"),
    "Deno.openSync": io(metadata, "Deno.open"),
    "Deno.readFileSync": io(contents, "Deno.readFile"),
    "Deno.readLinkSync": io(metadata, "Deno.readLink"),
    "Deno.readTextFileSync": io(contents, "Deno.readTextFile"),
    "Deno.realPathSync": io(metadata, "Deno.realPath"),
    "Deno.removeSync": io(tree, "Deno.remove"),
    "Deno.renameSync": io(metadata, "Deno.rename"),
    "Deno.statSync": io(metadata, "Deno.stat"),
    "Deno.symlinkSync": io(metadata, "Deno.symlink"),
    "Deno.truncateSync": io(metadata, "Deno.truncate"),
    "Deno.utimeSync": io(metadata, "Deno.utime"),
    "Deno.writeFileSync": io(contents, "Deno.writeFile"),
    "Deno.writeTextFileSync": io(contents, "Deno.writeTextFile"),
    "Deno.readDirSync": {
      kind: "io",
      cost: metadata,
      asyncForm: {
        module: "global",
        name: "Deno.readDir",
        style: "promise-object",
        onThreadpool: true,
        caveat: "gives an asynchronous iterable, for for await",
      },
    },
    "Deno.FsFile.prototype.lockSync": io(metadata, "Deno.FsFile.prototype.lock"),
    "Deno.FsFile.prototype.readSync": io(metadata, "Deno.FsFile.prototype.read"),
    "Deno.FsFile.prototype.seekSync": io(metadata, "Deno.FsFile.prototype.seek"),
    "Deno.FsFile.prototype.statSync": io(metadata, "Deno.FsFile.prototype.stat"),
    "Deno.FsFile.prototype.syncSync": io(metadata, "Deno.FsFile.prototype.sync"),
    "Deno.FsFile.prototype.syncDataSync": io(metadata, "Deno.FsFile.prototype.syncData"),
    "Deno.FsFile.prototype.truncateSync": io(metadata, "Deno.FsFile.prototype.truncate"),
    "Deno.FsFile.prototype.unlockSync": io(metadata, "Deno.FsFile.prototype.unlock"),
    "Deno.FsFile.prototype.utimeSync": io(metadata, "Deno.FsFile.prototype.utime"),
    "Deno.FsFile.prototype.writeSync": io(metadata, "Deno.FsFile.prototype.write"),
    "Deno.stdin.readSync": {
      kind: "wait",
      cost: cost(1, 1000, 600_000, "until a person or a pipe writes; an assumption"),
      asyncForm: {
        module: "global",
        name: "Deno.stdin.read",
        style: "promise",
        onThreadpool: true,
      },
    },
    "Deno.stdout.writeSync": io(metadata, "Deno.stdout.write"),
    "Deno.stderr.writeSync": io(metadata, "Deno.stderr.write"),
    "Deno.Command.prototype.outputSync": {
      kind: "process",
      cost: cost(2, 5, 2000, "starts a program; taken from node:child_process on the same machine"),
      asyncForm: {
        module: "global",
        name: "Deno.Command.prototype.output",
        style: "promise",
        onThreadpool: false,
      },
    },
  },
  instances: {
    "Deno.open": "Deno.FsFile",
    "Deno.openSync": "Deno.FsFile",
    "Deno.create": "Deno.FsFile",
    "Deno.createSync": "Deno.FsFile",
  },
};
