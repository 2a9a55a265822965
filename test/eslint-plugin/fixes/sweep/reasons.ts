/** APIs with an asynchronous form for which nothing is suggested, and why. By title. */
interface Reason {
  readonly why: string;
  /** Only in these; else in all. */
  readonly only?: "typescript";
}

const byModules = (
  modules: readonly string[],
  path: string,
  reason: Reason,
): readonly [string, Reason][] => modules.map((module) => [`${module}: ${path}`, reason]);

const fsModules = ["node:fs", "fs-extra", "graceful-fs"];

export const withoutSuggestion: ReadonlyMap<string, Reason> = new Map<string, Reason>([
  ...byModules(fsModules, "mkdtempDisposableSync", {
    why: "what it gives is disposed of synchronously, by `using` or a method that the other has under another name",
  }),
  ...byModules(["fs-extra", "graceful-fs"], "globSync", {
    why: "with a callback in these packages, and as an iterator in node:fs: which of them is there depends on versions",
  }),
  ...byModules(["node:fs"], "globSync", {
    why: "TypeScript knows Array.fromAsync with the newest libraries alone; in a for loop it is suggested",
    only: "typescript",
  }),
  ...byModules(["node:fs"], "Utf8Stream.prototype.flushSync", {
    why: "a method with a callback, of a stream that its user chose to be synchronous",
  }),
  ...byModules(["node:crypto"], "randomFillSync", {
    why: "its types know no promisified form, and a thread can't fill the caller's memory",
    only: "typescript",
  }),
  ...byModules(["global"], "Deno.readDirSync", {
    why: "gives an iterator, which is not collected; in a for loop it is suggested",
  }),
  ...byModules(["global"], "Bun.Glob.prototype.scanSync", {
    why: "gives an iterator, which is not collected",
  }),
  ...byModules(["tmp"], "fileSync", {
    why: "its callback gets one by one what this gives as an object, with a removeCallback that removes later",
  }),
  ...byModules(["tmp"], "dirSync", {
    why: "its callback gets one by one what this gives as an object, with a removeCallback that removes later",
  }),
  ...byModules(["tmp"], "tmpNameSync", {
    why: "its types know no promisified form",
    only: "typescript",
  }),
  ...["sync", "spawn.sync"].flatMap((path) =>
    byModules(["cross-spawn"], path, {
      why: "gives a ChildProcess, whose output comes in events and which does not tell the status in one piece",
    }),
  ),
]);
