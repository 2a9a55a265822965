import assert from "node:assert/strict";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { setTimeout as sleep } from "node:timers/promises";
import { JoinError, Pool, SpawnError } from "spawn-blocking";
import type { JobFigures, PoolOptions } from "spawn-blocking";

/** Stands still until the gate opens (or for 10 s, lest a failing test hang). */
function waitAtGate(gate: Int32Array): void {
  Atomics.wait(gate, 0, 0, 10_000);
}

function open(gate: Int32Array): void {
  Atomics.store(gate, 0, 1);
  Atomics.notify(gate, 0);
}

describe("Pool", () => {
  let pool: Pool;
  const gates: Int32Array[] = [];

  function newGate(): Int32Array {
    const gate = new Int32Array(new SharedArrayBuffer(4));
    gates.push(gate);
    return gate;
  }

  function makePool(options: PoolOptions): Pool {
    pool = new Pool(options);
    return pool;
  }

  afterEach(async () => {
    gates.splice(0).forEach(open);
    await pool.close();
  });

  it("starts jobs first in, first out", async () => {
    const { spawnBlocking } = makePool({ maxThreads: 1 });
    const order: number[] = [];
    const gate = newGate();
    const first = spawnBlocking(waitAtGate, [gate]);
    const rest = [1, 2, 3, 4].map((n) =>
      spawnBlocking(
        (x) => x,
        [n],
        n % 2 === 0 ? { signal: new AbortController().signal } : {},
      ).then((x) => order.push(x)),
    );
    open(gate);
    await Promise.all([first, ...rest]);
    assert.deepEqual(order, [1, 2, 3, 4]);
  });

  it("starts threads on demand, up to its limit", async () => {
    const { spawnBlocking } = makePool({ maxThreads: 2 });
    assert.equal(pool.figures().threads, 0);
    const gate = newGate();
    const jobs = [1, 2, 3].map(() => spawnBlocking(waitAtGate, [gate]));
    assert.deepEqual(
      {
        threads: pool.figures().threads,
        running: pool.figures().runningJobs,
        queued: pool.figures().queuedJobs,
      },
      { threads: 2, running: 2, queued: 1 },
    );
    open(gate);
    await Promise.all(jobs);
    assert.equal(pool.figures().threads, 2);
  });

  it("lets jobs that wait use threads beyond the limit for computing", async () => {
    const { spawnBlocking } = makePool({ maxThreads: 1, maxWaitThreads: 2 });
    const gate = newGate();
    const waiting = [1, 2].map(() => spawnBlocking(waitAtGate, [gate], { kind: "wait" }));
    assert.equal(await spawnBlocking(() => "computed"), "computed");
    open(gate);
    await Promise.all(waiting);
  });

  it("ends threads that have been idle", async () => {
    const { spawnBlocking } = makePool({ maxThreads: 1, idleTimeoutMs: 20 });
    await spawnBlocking(() => 1);
    assert.equal(pool.figures().threads, 1);
    for (let tries = 0; pool.figures().threads > 0 && tries < 500; tries++) await sleep(10);
    assert.equal(pool.figures().threads, 0);
    assert.equal(await spawnBlocking(() => 2), 2);
  });

  describe("abort", () => {
    it("stops a job that has not started", async () => {
      const { spawnBlocking } = makePool({ maxThreads: 1 });
      const gate = newGate();
      const running = spawnBlocking(waitAtGate, [gate]);
      const queued = spawnBlocking(() => "ran");
      assert.equal(queued.abort(), true);
      assert.equal(queued.abort(), false);
      await assert.rejects(
        queued,
        (error) => error instanceof JoinError && error.reason === "aborted",
      );
      assert.equal(pool.figures().queuedJobs, 0);
      open(gate);
      await running;
    });

    it("lets a job that runs go on", async () => {
      const { spawnBlocking } = makePool({ maxThreads: 1 });
      const gate = newGate();
      const controller = new AbortController();
      const running = spawnBlocking(waitAtGate, [gate], { signal: controller.signal });
      assert.equal(running.abort(), false);
      controller.abort();
      open(gate);
      assert.equal(await running, undefined);
    });

    it("follows a signal, and rejects as the platform does", async () => {
      const { spawnBlocking } = makePool({ maxThreads: 1 });
      const gate = newGate();
      const controller = new AbortController();
      const running = spawnBlocking(waitAtGate, [gate]);
      const queued = spawnBlocking(() => "ran", [], { signal: controller.signal });
      const reason = new Error("the client went away");
      controller.abort(reason);
      const expected = { name: "AbortError", code: "ABORT_ERR", reason: "aborted", cause: reason };
      await assert.rejects(queued, expected);
      await assert.rejects(
        spawnBlocking(() => "ran", [], { signal: controller.signal }),
        expected,
      );
      open(gate);
      await running;
    });
  });

  describe("a thread that dies", () => {
    it("rejects its own job alone, and the pool goes on", async () => {
      const { spawnBlocking } = makePool({ maxThreads: 1 });
      const jobs = [
        spawnBlocking(() => 1),
        spawnBlocking(() => process.exit(3)),
        spawnBlocking(() => {
          setTimeout(() => {
            throw new RangeError("later");
          });
          return new Promise<never>(() => undefined);
        }),
        spawnBlocking(() => 4),
      ];
      const results = await Promise.allSettled(jobs);
      assert.deepEqual(
        results.map((result) =>
          result.status === "fulfilled" ? result.value : (result.reason as Error).message,
        ),
        [
          1,
          "the thread died while it ran the job: worker exited with code: 3",
          "the thread died while it ran the job: later",
          4,
        ],
      );
    });

    it("is replaced at once where jobs wait for it, and they start in order", async () => {
      const { spawnBlocking } = makePool({ maxThreads: 2 });
      const gate = newGate();
      const blocked = spawnBlocking(waitAtGate, [gate]);
      const dead = Array.from({ length: 3 }, () => spawnBlocking(() => process.exit(1)));
      const order: number[] = [];
      const rest = [1, 2, 3].map((n) =>
        spawnBlocking((x) => x, [n]).then((result) => order.push(result)),
      );
      const results = await Promise.allSettled(dead);
      assert.deepEqual(
        results.map(({ status }) => status),
        ["rejected", "rejected", "rejected"],
      );
      await Promise.all(rest);
      assert.deepEqual(order, [1, 2, 3]);
      assert.equal(pool.figures().threads, 2);
      open(gate);
      await blocked;
      assert.equal(pool.figures().runningJobs, 0);
    });

    it("says so if it ran out of memory", async () => {
      const { spawnBlocking } = makePool({
        maxThreads: 1,
        resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 },
      });
      // A loop of calls: V8 looks into each whether the thread is to end, which Node 24 and 26 leave out of some loops
      // without any, and then nothing can end them.
      const hoard = (): number => {
        const kept: unknown[] = [];
        const keep = (text: string): void => void kept.push(JSON.parse(text));
        for (;;) keep(JSON.stringify({ n: kept.length, list: [1, 2, 3] }));
      };
      await assert.rejects(spawnBlocking(hoard), {
        reason: "died",
        code: "ERR_WORKER_OUT_OF_MEMORY",
      });
      assert.equal(await spawnBlocking(() => "goes on"), "goes on");
    });
  });

  it("refuses a job when as many wait as it allows", async () => {
    const { spawnBlocking } = makePool({ maxThreads: 1, maxQueuedJobs: 1 });
    const gate = newGate();
    const taken = [spawnBlocking(waitAtGate, [gate]), spawnBlocking(() => undefined)];
    await assert.rejects(
      spawnBlocking(() => 3),
      (error) =>
        error instanceof SpawnError &&
        error.code === "ERR_SPAWN_BLOCKING_QUEUE_FULL" &&
        error.message ===
          "1 jobs are waiting for a thread, as many as the pool allows (maxQueuedJobs): " +
            "work arrives faster than its threads can do it",
    );
    open(gate);
    await Promise.all(taken);
  });

  it("tells how each job ended, on a diagnostics channel", async () => {
    const { spawnBlocking } = makePool({ maxThreads: 1 });
    const messages: JobFigures[] = [];
    const listen = (message: unknown): void => void messages.push(message as JobFigures);
    subscribe("spawn-blocking:job", listen);
    try {
      await spawnBlocking(() => 1);
      await spawnBlocking(() => {
        throw new Error("no");
      }).catch(() => undefined);
      await spawnBlocking(() => process.exit()).catch(() => undefined);
      await spawnBlocking(() => () => 1).catch(() => undefined);
    } finally {
      unsubscribe("spawn-blocking:job", listen);
    }
    assert.deepEqual(
      messages.map((message) => message.outcome),
      ["returned", "threw", "died", "refused"],
    );
    const [returned, , died] = messages;
    assert.ok(returned?.runMs !== undefined && returned.runMs >= 0);
    assert.ok(returned.waitMs !== undefined && returned.waitMs > 0);
    assert.equal(died?.runMs, undefined);
    const figures = pool.figures();
    assert.deepEqual(figures.ended, { returned: 1, threw: 1, aborted: 0, died: 1, refused: 1 });
    assert.equal(figures.runTime.count, 3);
    assert.ok(figures.waitTime.maxMs >= figures.waitTime.p50Ms);
  });

  it("finishes its jobs before it closes, and takes none after", async () => {
    const { spawnBlocking } = makePool({ maxThreads: 1 });
    const jobs = [1, 2, 3].map((n) => spawnBlocking((x) => x, [n]));
    const closed = pool.close();
    await assert.rejects(
      spawnBlocking(() => 4),
      { code: "ERR_SPAWN_BLOCKING_CLOSED" },
    );
    assert.deepEqual(await Promise.all(jobs), [1, 2, 3]);
    await closed;
    assert.equal(pool.figures().threads, 0);
  });

  it("refuses options that are unknown or out of range", () => {
    makePool({});
    assert.throws(() => new Pool({ maxThreads: 0 }), {
      code: "ERR_SPAWN_BLOCKING_ARGUMENT",
      message: "maxThreads must be a whole number from 1 to 10000, not 0",
    });
    assert.throws(() => new Pool({ threads: 3 } as PoolOptions), {
      message: 'unknown option of a pool: "threads"',
    });
    assert.throws(() => new Pool({ resourceLimits: 5 } as PoolOptions), {
      message: "resourceLimits must be an object, not 5",
    });
  });

  it("refuses a limit of memory below which V8 would end the process rather than the thread", () => {
    makePool({});
    for (const maxOldGenerationSizeMb of [1, 0, Number.NaN]) {
      assert.throws(() => new Pool({ resourceLimits: { maxOldGenerationSizeMb } }), {
        code: "ERR_SPAWN_BLOCKING_ARGUMENT",
        message:
          `resourceLimits.maxOldGenerationSizeMb must be at least 8, not ${maxOldGenerationSizeMb}: ` +
          "with less, V8 can't start a thread",
      });
    }
  });
});
