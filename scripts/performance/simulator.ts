/** The performance page's section about the simulator's speed, from what `npm run bench:simulator -- --record` wrote. */

interface Run {
  readonly name: string;
  readonly eventsPerTask: number;
  readonly nanosPerEvent: Readonly<Record<"bare" | "simjs" | "engine" | "model", number>>;
  readonly growth: { readonly tasks: number; readonly small: number; readonly large: number };
}

export interface SimulatorRecord {
  readonly machine: {
    readonly date: string;
    readonly processor: string;
    readonly processors: number;
    readonly system: string;
  };
  readonly runs: readonly Run[];
  readonly memory: readonly { readonly tasks: number; readonly bytes: number }[];
  readonly profile: readonly { readonly subject: string; readonly share: number }[];
}

/** Renders the section. */
export function simulatorSection({ machine, runs, memory, profile }: SimulatorRecord): string {
  return `## The simulator

Measured on ${machine.date}: ${machine.processors} processors (${machine.processor}), ${machine.system}. Compare the ratios, not the
figures, with another machine. \`npm run bench:simulator\` measures them on yours.

All in one run, in turns, medians: an M/M/4 queue that is 80 % busy, on the model of Tokio's multi-thread runtime; a bare loop
over a well-kept priority queue ([tinyqueue](https://github.com/mourner/tinyqueue)) that pops an event and pushes a later
one, and does nothing else; the discrete-event library [simjs](https://www.npmjs.com/package/simjs) with the same queue; and that queue, event for
event as the library has it, on the simulator's engine alone.

${table(
  ["", ...runs.map(({ name }) => name)],
  [
    row("bare heap loop, million events a second", runs, ({ bare }) => rate(bare)),
    row("simjs", runs, ({ simjs }) => rate(simjs)),
    row("the engine, same queue", runs, ({ engine }) => rate(engine)),
    row("the model of Tokio", runs, ({ model }) => rate(model)),
    row("model / bare loop (target 0.4)", runs, ({ bare, model }) => ratio(bare, model, 2)),
    row("engine / simjs (target 10)", runs, ({ engine, simjs }) => ratio(simjs, engine)),
    row("model / simjs, events", runs, ({ model, simjs }) => ratio(simjs, model)),
    row("model / simjs, customers", runs, ({ model, simjs }, { eventsPerTask }) =>
      ratio(2 * simjs, eventsPerTask * model),
    ),
    [
      "time per event, 10⁶ tasks / 10⁴ (target 1.5)",
      ...runs.map(({ growth }) => ratio(growth.large, growth.small, 2)),
    ],
  ],
)}

An event is a step of the virtual clock. The library has two for each customer: an arrival and the end of a service. The
model has ${(runs[0]?.eventsPerTask ?? 0).toFixed(1)}, because on a real runtime a worker is notified, wakes, searches, polls and parks besides; so it is
compared with the library by events and by customers, and the engine alone shows what the same work costs. Ten times the
library's rate holds for that; the model is not there, since no single part of it dominates, as the profile below shows.

Memory at its peak, without a trace, samples included: ${memory
    .map(
      ({ tasks, bytes }) =>
        `${bytes.toFixed(0)} bytes a task with ${tasks.toLocaleString("en")} tasks`,
    )
    .join(", ")} (target 200).

Where a run's time goes, by what is on top of the stack:

${table(
  ["", "share"],
  profile.map(({ subject, share }) => [subject, `${(100 * share).toFixed(0)} %`]),
)}`;
}

function row(
  title: string,
  runs: readonly Run[],
  figure: (nanos: Run["nanosPerEvent"], run: Run) => string,
): string[] {
  return [title, ...runs.map((run) => figure(run.nanosPerEvent, run))];
}

function rate(nanosPerEvent: number): string {
  return (1e3 / nanosPerEvent).toFixed(2);
}

function ratio(one: number, other: number, digits = 1): string {
  return (one / other).toFixed(digits);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, index) => (index === 0 ? "---" : "--:"));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
