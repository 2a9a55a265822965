import assert from "node:assert/strict";
import { presets, simulate, type Queue } from "unblock-simulator";
import { inEnglish, translator } from "../../../../extension/panel/model/text.js";
import { queueName, threadName } from "../../../../extension/panel/model/thread-name.js";

const german = translator({
  worker: "Arbeiter",
  "local queue": "Schlange",
  "queue: {0}": "Q: {0}",
});
const queue = (name: string): Queue => ({ name, kind: "local", lane: 0 });

describe("the names of threads and queues", () => {
  it("are translated, and keep their numbers", () => {
    assert.equal(threadName({ name: "worker 3", kind: "worker" }, german), "Arbeiter 3");
    assert.equal(queueName(queue("local queue 0"), german), "Schlange 0");
    assert.equal(queueName(queue("worker 0"), german), "Q: Arbeiter 0");
  });

  it("stay as they are where the panel does not know them", () => {
    assert.equal(threadName({ name: "fibre 7 8", kind: "worker" }, german), "fibre 7 8");
  });

  it("are all known: those of every experiment can be translated", () => {
    const bracketed = (text: string) => `[${text}]`;
    for (const { name, scenario } of presets) {
      const { trace } = simulate({ ...scenario, stopAfterMs: 200 }, { trace: true });
      if (trace === null) assert.fail(name);
      for (const lane of trace.lanes) {
        assert.equal(threadName(lane, inEnglish), lane.name);
        assert.match(threadName(lane, bracketed), /^\[/u, lane.name);
      }
      for (const each of trace.queues) assert.match(queueName(each, bracketed), /^\[/u, each.name);
    }
  });
});
