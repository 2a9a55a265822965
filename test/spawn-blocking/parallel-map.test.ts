import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { JoinError, Pool, parallelMap } from "spawn-blocking";
import { temporaryFolder } from "./temporary-folder.js";

describe("parallelMap", () => {
  const folder = temporaryFolder();

  it("gives the results in the order of the items, however uneven they are", async () => {
    const items = Array.from({ length: 300 }, (_, index) => index);
    const spin = (item: number): string => {
      const until = performance.now() + (item % 50 === 0 ? 5 : 0.01);
      while (performance.now() < until);
      return `item ${item}`;
    };
    assert.deepEqual(
      await parallelMap(items, spin),
      items.map((item) => `item ${item}`),
    );
  });

  it("hands the function the item, its index and further arguments", async () => {
    const results = await parallelMap(
      new Set(["a", "b"]),
      (item, index, suffix, times) => `${item}${index}${suffix.repeat(times)}`,
      { args: ["!", 2] },
    );
    assert.deepEqual(results, ["a0!!", "b1!!"]);
  });

  it("maps nothing to nothing", async () => {
    assert.deepEqual(await parallelMap([], (item) => item), []);
  });

  it("keeps Buffers Buffers, both ways", async () => {
    const results = await parallelMap([Buffer.from("a"), Buffer.from("b")], (item) =>
      Buffer.from(item.toString("hex")),
    );
    assert.deepEqual(results, [Buffer.from("61"), Buffer.from("62")]);
  });

  it("maps with an export of a module", async () => {
    const url = pathToFileURL(folder.write("work.mjs", "export const twice = (x) => 2 * x;"));
    assert.deepEqual(await parallelMap<(x: number) => number>([1, 2, 3], url, "twice"), [2, 4, 6]);
  });

  it("uses several threads", async () => {
    const pool = new Pool({ maxThreads: 2 });
    // Each of the two waits for the other, so that one thread alone would never end.
    const meeting = new Int32Array(new SharedArrayBuffer(4));
    const meet = (_item: number, _index: number, shared: Int32Array): string => {
      Atomics.add(shared, 0, 1);
      Atomics.notify(shared, 0);
      const met = Atomics.wait(shared, 0, 1, 10_000) !== "timed-out";
      return met ? "met" : "alone";
    };
    assert.deepEqual(await pool.parallelMap([1, 2], meet, { args: [meeting] }), ["met", "met"]);
    await pool.close();
  });

  it("rejects with the first error, which names its item, and stops the rest", async () => {
    const pool = new Pool({ maxThreads: 1 });
    const count = new Int32Array(new SharedArrayBuffer(4));
    const fail = (item: number, _index: number, counter: Int32Array): number => {
      Atomics.add(counter, 0, 1);
      if (item === 2) throw new RangeError("two");
      return item;
    };
    const items = Array.from({ length: 1000 }, (_, index) => index);
    await assert.rejects(pool.parallelMap(items, fail, { args: [count] }), (error) => {
      assert.ok(error instanceof JoinError);
      assert.deepEqual(
        [error.name, error.message, (error as { index?: number }).index],
        ["RangeError", "two", 2],
      );
      return true;
    });
    await pool.close();
    assert.equal(count[0], 3);
  });

  it("stops at a signal", async () => {
    const pool = new Pool({ maxThreads: 1 });
    const signal = AbortSignal.timeout(30);
    const endless = Array.from({ length: 1_000_000 }, (_, index) => index);
    const spin = (item: number): number => {
      const until = performance.now() + 1;
      while (performance.now() < until);
      return item;
    };
    await assert.rejects(pool.parallelMap(endless, spin, { signal }), {
      name: "AbortError",
      reason: "aborted",
    });
    await pool.close();
  });

  it("names an item or a result that can't be sent", async () => {
    const identity = (item: unknown): unknown => item;
    await assert.rejects(parallelMap([1, 2, { a: () => 1 }], identity), {
      message: "items[2].a is a function (a), which can't be sent to another thread",
    });
    await assert.rejects(
      parallelMap([1, 2], (item) => (item === 2 ? [Symbol.iterator] : item)),
      {
        message:
          "the result for items[1][0] is a symbol (Symbol(Symbol.iterator)), which can't be sent to another thread",
      },
    );
  });

  it("refuses what is no set of items", async () => {
    for (const items of [5, undefined, { length: 1 }]) {
      await assert.rejects(
        parallelMap(items as unknown as number[], (item) => item),
        {
          code: "ERR_SPAWN_BLOCKING_ARGUMENT",
          message: `parallelMap wants items that can be iterated, first: not ${typeof items}`,
        },
      );
    }
  });

  it("refuses wrong options", async () => {
    await assert.rejects(
      parallelMap([1], (item) => item, { maxThreads: 0 }),
      {
        message: 'the option "maxThreads" of parallelMap must be a whole number from 1: not 0',
      },
    );
  });
});
