import assert from "node:assert/strict";
import { textReport, wrap } from "../../../simulator/src/report/text.js";
import { exampleReport, exampleRun } from "./example-report.js";

const plain = { width: 80, ascii: false, paint: (_kind: string, text: string) => text };

describe("textReport", () => {
  it("draws a lane for each worker, a table and a summary, within 80 columns", () => {
    const text = textReport(exampleReport, plain);
    assert.equal(
      text,
      `Two uploads
A note.

Tokio 1.24, multi-thread, 2 workers, 8 cores; seed 1

           0 ms             50 ms             100 ms           150 ms
worker 0  ▏▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒███████████████████████████████████
worker 1  ▏··································███████████████████████████████████
           █ blocked   ▒ running   ░ partly busy   · awaits timers and I/O

task    done  latency p50    p90     p99     max  start p99
upload     2        40 ms  90 ms  198 ms  200 ms     198 ms

Last completion after 200 ms; 2 workers 63 % busy; 1 task stolen; 12 events.
`,
    );
  });

  it("keeps within the width, from 80 columns on", () => {
    for (const width of [80, 100, 200]) {
      const lines = textReport(exampleReport, { ...plain, width }).split("\n");
      assert.ok(Math.max(...lines.map((line) => line.length)) <= width, String(width));
    }
  });

  it("tells the states apart in plain ASCII", () => {
    const text = textReport(exampleReport, { ...plain, ascii: true });
    const lanes = text.split("\n").filter((line) => line.startsWith("worker"));
    assert.match(lanes[0], /^worker 0 {2}\|=+#+$/);
    assert.match(lanes[1], /^worker 1 {2}\|\.+#+$/);
  });

  it("never lets a name steer the terminal", () => {
    const report = { ...exampleReport, title: "a\u001b[2Jb\nc" };
    assert.match(textReport(report, plain), /^a\ufffd\[2Jb c\n/);
  });

  it("says when a run was stopped and when a task is growing, and gives the latter no latency", () => {
    const result = { ...exampleRun.result, stopped: true, growing: ["upload"] };
    const text = textReport({ ...exampleReport, runs: [{ ...exampleRun, result }] }, plain);
    assert.match(text, /Stopped at a limit before the work was done/);
    assert.match(text, /"upload" is growing: it arrives faster than it completes/);
    assert.match(text, /^upload +2 +growing +198 ms$/m);
  });
});

describe("wrap", () => {
  it("breaks at spaces and leaves long words whole", () => {
    assert.deepEqual(wrap("aa bb ccccccc d", 5), ["aa bb", "ccccccc", "d"]);
  });
});
