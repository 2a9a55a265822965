/**
 * A trace in Chrome's Trace Event Format, which Perfetto and chrome://tracing open: a thread for each lane, a counter
 * for each queue, a flow arrow for each steal, an asynchronous slice for each task.
 */
import type { Trace } from "../engine/trace.js";
import type { SegmentState } from "../engine/trace.js";
import { styleOf } from "./lane-names.js";
import type { ReportedRun, SimulationReport } from "./simulation-report.js";

type TraceEvent = Readonly<Record<string, unknown>>;

/** Arrows take a slice to start from and one to end at; a steal is an instant, drawn as a slice of this length. */
const stealSliceUs = 0.1;

/** JSON, ending in a newline. Each run is a process. A run without a trace adds nothing. */
export function chromeTrace(report: SimulationReport): string {
  const lines: string[] = [];
  report.runs.forEach((run, index) => {
    if (run.trace === null) return;
    for (const event of runEvents(run, run.trace, index + 1)) lines.push(JSON.stringify(event));
  });
  return `{"displayTimeUnit":"ms","traceEvents":[\n${lines.join(",\n")}\n]}\n`;
}

function* runEvents(run: ReportedRun, trace: Trace, pid: number): Generator<TraceEvent> {
  const name = run.label === "" ? "simulation" : run.label;
  yield { ph: "M", pid, tid: 0, name: "process_name", args: { name } };
  for (const [lane, { name: laneName }] of trace.lanes.entries()) {
    yield { ph: "M", pid, tid: lane + 1, name: "thread_name", args: { name: laneName } };
    yield { ph: "M", pid, tid: lane + 1, name: "thread_sort_index", args: { sort_index: lane } };
  }
  yield* segmentEvents(trace, pid);
  yield* stealEvents(trace, pid);
  yield* queueEvents(trace, pid);
  yield* taskEvents(trace, pid);
}

/** The format's times are microseconds. */
function us(ns: number): number {
  return ns / 1000;
}

function* segmentEvents(trace: Trace, pid: number): Generator<TraceEvent> {
  const { segments, taskNames, tasks, locations } = trace;
  for (let index = 0; index < segments.length; index++) {
    const { key, label } = styleOf(segments.state[index] as SegmentState);
    const task = segments.task[index];
    const at = locations[segments.location[index]] as { file: string; line: number } | undefined;
    yield {
      ph: "X",
      pid,
      tid: segments.lane[index] + 1,
      ts: us(segments.startNs[index]),
      dur: us(segments.endNs[index] - segments.startNs[index]),
      name: task >= 0 ? taskNames[tasks.name[task]] : label,
      cat: key,
      args: {
        state: label,
        ...(task >= 0 ? { task } : {}),
        ...(at === undefined ? {} : { at: `${at.file}:${at.line}` }),
        ...(segments.stolen[index] === 1 ? { stolen: true } : {}),
      },
    };
  }
}

function* stealEvents(trace: Trace, pid: number): Generator<TraceEvent> {
  const { steals } = trace;
  for (let index = 0; index < steals.length; index++) {
    const ts = us(steals.atNs[index]);
    const shared = { pid, cat: "steal", name: "steal" };
    const from = steals.fromLane[index] + 1;
    const to = steals.toLane[index] + 1;
    const args = { tasks: steals.count[index] };
    yield { ...shared, ph: "X", tid: from, ts, dur: stealSliceUs, name: "stolen from", args };
    yield { ...shared, ph: "X", tid: to, ts, dur: stealSliceUs, args };
    yield { ...shared, ph: "s", tid: from, ts, id: index + 1 };
    yield { ...shared, ph: "f", bp: "e", tid: to, ts: ts + stealSliceUs / 2, id: index + 1 };
  }
}

function* queueEvents(trace: Trace, pid: number): Generator<TraceEvent> {
  const { queueSamples, queues } = trace;
  for (let index = 0; index < queueSamples.length; index++) {
    const { name } = queues[queueSamples.queue[index]];
    const args = { tasks: queueSamples.size[index] };
    yield { ph: "C", pid, tid: 0, ts: us(queueSamples.atNs[index]), name: `queue: ${name}`, args };
  }
}

/** A slice from arrival to completion; a task that never completed ends with the run. */
function* taskEvents(trace: Trace, pid: number): Generator<TraceEvent> {
  const { tasks, taskNames } = trace;
  for (let index = 0; index < tasks.length; index++) {
    const name = taskNames[tasks.name[index]];
    const completed = tasks.completedNs[index];
    const end = Number.isNaN(completed) ? trace.endNs : completed;
    const shared = { pid, tid: 0, cat: "task", id2: { local: `0x${index.toString(16)}` }, name };
    yield { ...shared, ph: "b", ts: us(tasks.arrivalNs[index]), args: { task: index } };
    yield { ...shared, ph: "e", ts: us(end) };
  }
}
