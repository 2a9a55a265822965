import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { temporaryFolder } from "./temporary-folder.js";

const { resolve } = createRequire(import.meta.url);
const entry = resolve("spawn-blocking");
const url = pathToFileURL(entry.replace(/\.js$/, ".mjs")).href;

describe("a process", () => {
  const folder = temporaryFolder();

  function run(
    name: string,
    text: string,
    flags: readonly string[] = [],
  ): { status: number | null; out: string; err: string } {
    const file = folder.write(name, text);
    const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, file], {
      encoding: "utf8",
      timeout: 15_000,
      // The tests themselves run under a loader.
      env: { ...process.env, NODE_OPTIONS: "" },
    });
    return { status, out: stdout.trim(), err: stderr };
  }

  it("ends when only idle threads are left, long before these end by themselves", () => {
    const { status, out, err } = run(
      "idle.mjs",
      `import { spawnBlocking } from ${JSON.stringify(url)};
       const start = performance.now();
       process.on("exit", () => console.log(performance.now() - start < 8000 ? "soon" : "late"));
       console.log(await spawnBlocking((a) => a + 1, [1]));`,
    );
    assert.deepEqual({ status, out, err }, { status: 0, out: "2\nsoon", err: "" });
  });

  it("stays for a job that nobody awaits", () => {
    const { status, out } = run(
      "pending.mjs",
      `import { spawnBlocking } from ${JSON.stringify(url)};
       for (let n = 0; n < 4; n++) {
         spawnBlocking((ms) => { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms); return ms; }, [50])
           .then((ms) => console.log(ms));
       }`,
    );
    assert.deepEqual({ status, out }, { status: 0, out: "50\n50\n50\n50" });
  });

  it("prints what a job prints", () => {
    const { out } = run(
      "print.mjs",
      `import { spawnBlocking } from ${JSON.stringify(url)};
       await spawnBlocking(() => { console.log("from the thread"); });`,
    );
    assert.equal(out, "from the thread");
  });

  it("ends with the error of a job that nobody catches", () => {
    const { status, err } = run(
      "uncaught.mjs",
      `import { spawnBlocking } from ${JSON.stringify(url)};
       await spawnBlocking(() => { throw new RangeError("uncaught"); });`,
    );
    assert.equal(status, 1);
    assert.match(err, /uncaught/);
  });

  it("goes on when a job has left something behind that throws later, and is warned", () => {
    const { status, out, err } = run(
      "left-behind.mjs",
      `import { spawnBlocking } from ${JSON.stringify(url)};
       const wait = () => new Promise((resolve) => setTimeout(resolve, 50));
       await spawnBlocking(() => { setTimeout(() => { throw new Error("left behind"); }, 1); });
       for (let n = 0; n < 5; n++) await spawnBlocking(wait).catch(() => undefined);
       console.log("done");`,
    );
    assert.deepEqual({ status, out }, { status: 0, out: "done" }, err);
  });

  it("rejects the job that a thread was started for, if the thread can't start", () => {
    const preload = folder.write(
      "preload.mjs",
      `import { isMainThread } from "node:worker_threads";
       if (!isMainThread) throw new Error("not in threads");`,
    );
    const { status, out } = run(
      "no-start.mjs",
      `import { Pool } from ${JSON.stringify(url)};
       const { spawnBlocking } = new Pool({ maxThreads: 2 });
       const jobs = [1, 2, 3].map((n) => spawnBlocking((x) => x, [n]));
       for (const { reason } of await Promise.allSettled(jobs)) console.log(reason.reason, reason.message);`,
      ["--import", pathToFileURL(preload).href],
    );
    const line = "died the thread could not start: not in threads";
    assert.deepEqual({ status, out }, { status: 0, out: [line, line, line].join("\n") });
  });

  it("has one pool for import and require", () => {
    const { out } = run(
      "both.mjs",
      `import { createRequire } from "node:module";
       import { defaultPool } from ${JSON.stringify(url)};
       const required = createRequire(import.meta.url)(${JSON.stringify(entry)});
       console.log(required.defaultPool === defaultPool, await required.spawnBlocking(() => "ok"));`,
    );
    assert.equal(out, "true ok");
  });
});
