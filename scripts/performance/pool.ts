/** The performance page's section about spawn-blocking, from what `npm run bench:pool -- --record` wrote. */

interface PeerFigures {
  readonly peer: string;
  /** Of one job, in milliseconds; processor time is that of all threads. */
  readonly wallMs: number;
  readonly cpuMs: number;
  /** Medians of each round's ratio to the base. */
  readonly wallRatio: number;
  readonly cpuRatio: number;
}

export interface PoolRecord {
  readonly machine: {
    readonly date: string;
    readonly processor: string;
    readonly processors: number;
    readonly system: string;
    readonly node: string;
  };
  readonly rounds: number;
  readonly base: string;
  readonly cases: readonly {
    readonly name: string;
    /** Whether the jobs were all there at once: then their rate says more than the time of one. */
    readonly atOnce: boolean;
    readonly results: readonly PeerFigures[];
  }[];
  /** One job on a pool that has nothing else to do. */
  readonly job: {
    readonly callMs: number;
    readonly roundTripMs: number;
    readonly threadStartMs: number;
    readonly firstJobMs: number;
  };
}

/** Renders the section. */
export function poolSection({ machine, rounds, base, cases, job }: PoolRecord): string {
  const peers = cases[0]?.results.map(({ peer }) => peer) ?? [];
  const rows = (cell: (figures: PeerFigures, atOnce: boolean) => string): string =>
    cases
      .map(({ name, atOnce, results }) => {
        const cells = peers.map((peer) => {
          const figures = results.find((one) => one.peer === peer);
          return figures === undefined ? "" : cell(figures, atOnce);
        });
        return `| ${[name, ...cells].join(" | ")} |`;
      })
      .join("\n");
  const head = `| | ${peers.join(" | ")} |\n| --- | ${peers.map(() => "---:").join(" | ")} |`;
  return `## spawn-blocking

Measured on ${machine.date}: Node.js ${machine.node}, ${machine.processors} processors (${machine.processor}), ${machine.system}. Compare the ratios, not
the figures, with another machine. \`npm run bench:pool\` measures them on yours.

spawn-blocking is built on ${base}. Its pools and others take the same jobs in one run, each in a process of its own, in
${rounds} rounds of turns, with as many threads as there are processors; make-asynchronous starts a thread for each job. A process
takes the lower quartile of its short turns, since other work of the machine only makes them longer. Jobs that are all there at
once are counted per second; of jobs of which each waits for the one before, the time of one is given:

${head}
${rows(({ wallMs }, atOnce) => (atOnce ? `${count(1000 / wallMs)} /s` : ms(wallMs)))}

Times ${base}'s time (the median of each round's ratio; target 1.1), and in brackets times its processor time on all threads.
Of 1 MB arguments both depend on chance as well: glibc gives freed memory back to the system or keeps it, by what lies at its end,
and a job that finds none pays for 256 page faults, as much as for all else, in one pool or the other. All rows but those "by
chance" are measured with glibc told to keep it (\`MALLOC_TRIM_THRESHOLD_\`):

${head}
${rows(({ wallRatio, cpuRatio }) => `${ratio(wallRatio)} (${ratio(cpuRatio)})`)}

On a pool that has nothing else to do, the call of \`spawnBlocking\` takes ${ms(job.callMs)} of the event loop, and an empty job's
result is there after ${ms(job.roundTripMs)}. The first job of a thread waits ${ms(job.threadStartMs)} for its start, and the first of a
module ${ms(job.firstJobMs)} for its load. The simulator's costs of a job are made from these.`;
}

function count(value: number): string {
  return value.toLocaleString("en", { maximumFractionDigits: 0 });
}

function ms(value: number): string {
  return `${value.toLocaleString("en", { maximumSignificantDigits: 3 })} ms`;
}

function ratio(value: number): string {
  return value < 10 ? value.toFixed(2) : count(value);
}
