import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import path from "node:path";
import type { ConfigurationSources } from "../../../../extension/server/probe/configuration-sources.js";
import type { ProbeOutcome, ProbeRequest } from "../../../../extension/server/probe/messages.js";
import { createProber, type ProbeThread } from "../../../../extension/server/probe/prober.js";

const none: ProbeOutcome = { found: false, failed: false, why: "none" };

/** A thread that answers only when the test says so. */
class FakeThread extends EventEmitter implements ProbeThread {
  readonly requests: ProbeRequest[] = [];
  ended = false;
  postMessage(request: ProbeRequest): void {
    this.requests.push(request);
  }
  terminate(): void {
    this.ended = true;
  }
  answer(index: number, sources?: ConfigurationSources): void {
    this.emit("message", { id: this.requests[index].id, outcome: none, sources });
  }
}

function setUp(limitMs?: number) {
  const threads: FakeThread[] = [];
  const prober = createProber(() => {
    const thread = new FakeThread();
    threads.push(thread);
    return thread;
  }, limitMs);
  return { prober, threads };
}

describe("asking about a file's ESLint configuration", () => {
  it("asks once for each file and remembers the answer", async () => {
    const { prober, threads } = setUp();
    const first = prober.probe("/w/a.js", "/w");
    const second = prober.probe("/w/a.js", "/w");
    threads[0].answer(0);
    assert.deepEqual(await Promise.all([first, second]), [none, none]);
    assert.equal(threads[0].requests.length, 1);
    prober.reset();
  });

  it("asks again, in a new thread, after a configuration changed", async () => {
    const { prober, threads } = setUp();
    const first = prober.probe("/w/a.js", "/w");
    threads[0].answer(0);
    await first;
    prober.reset();
    assert.equal(threads[0].ended, true);
    const second = prober.probe("/w/a.js", "/w");
    assert.equal(threads.length, 2);
    threads[1].answer(0);
    assert.deepEqual(await second, none);
    prober.reset();
  });

  it("knows which files the configuration is made of, until it is read again", async () => {
    const { prober, threads } = setUp();
    const asked = prober.probe("/w/a.js", "/w");
    threads[0].answer(0, { files: ["/w/base.mjs"], folders: [path.resolve("/w/packages/config")] });
    await asked;
    const names = ["/w/base.mjs", "/w/packages/config/x.js", "/w/packages/configs/x.js", "/w/a.js"];
    const read = () => names.map((name) => prober.reads(path.resolve(name)));
    assert.deepEqual(read(), [true, true, false, false]);
    prober.reset();
    assert.deepEqual(read(), [false, false, false, false]);
  });

  it("ends a configuration that hangs, and says so", async () => {
    const { prober, threads } = setUp(1);
    const outcome = await prober.probe("/w/a.js", "/w");
    assert.equal(outcome.found, false);
    assert.match(outcome.found ? "" : outcome.why, /took longer than 0.001 s/u);
    assert.equal(threads[0].ended, true);
  });

  it("survives a configuration that ends its thread", async () => {
    const { prober, threads } = setUp();
    const asked = prober.probe("/w/a.js", "/w");
    threads[0].emit("exit", 1);
    const outcome = await asked;
    assert.match(outcome.found ? "" : outcome.why, /ended its thread: 1/u);
    const other = prober.probe("/w/b.js", "/w");
    threads[1].answer(0);
    assert.deepEqual(await other, none);
    prober.reset();
  });
});
