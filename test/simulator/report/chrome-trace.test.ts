import assert from "node:assert/strict";
import { chromeTrace } from "../../../simulator/src/report/chrome-trace.js";
import { exampleReport } from "./example-report.js";

interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly id?: number;
  readonly cat?: string;
  readonly args?: Readonly<Record<string, unknown>>;
}

describe("chromeTrace", () => {
  const document = JSON.parse(chromeTrace(exampleReport)) as { traceEvents: TraceEvent[] };
  const events = (phase: string) => document.traceEvents.filter((event) => event.ph === phase);

  it("names a thread for each lane", () => {
    const names = events("M").filter((event) => event.name === "thread_name");
    assert.deepEqual(
      names.map((event) => [event.tid, event.args?.name]),
      [
        [1, "worker 0"],
        [2, "worker 1"],
      ],
    );
  });

  it("has a slice for each segment, in microseconds, with the line that it stands for", () => {
    const blocked = events("X").find((event) => event.cat === "blocked");
    assert.deepEqual(
      [blocked?.name, blocked?.ts, blocked?.dur, blocked?.args?.at],
      ["upload", 50_000, 100_000, "upload.ts:14"],
    );
  });

  it("joins victim and thief of a steal by a flow, each end within a slice", () => {
    const [start] = events("s");
    const [finish] = events("f");
    assert.deepEqual([start.tid, finish.tid, start.id === finish.id], [1, 2, true]);
    for (const end of [start, finish]) {
      const around = events("X").filter(
        ({ tid, ts, dur = 0 }) => tid === end.tid && ts <= end.ts && end.ts <= ts + dur,
      );
      assert.ok(around.length > 0);
    }
  });

  it("counts the queue, and gives each task a slice from arrival to completion", () => {
    assert.deepEqual(
      events("C").map((event) => [event.name, event.ts, event.args?.tasks]),
      [
        ["queue: injection queue", 0, 2],
        ["queue: injection queue", 100_000, 0],
      ],
    );
    assert.deepEqual([events("b").length, events("e").length], [2, 2]);
  });
});
