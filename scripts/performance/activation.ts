/** The performance page's section about the extension's activation, from what `npm run bench:editor -- --record` wrote. */

export interface ActivationRecord {
  readonly machine: {
    readonly date: string;
    readonly processor: string;
    readonly processors: number;
    /** The load average over a minute at the end, of which VS Code itself makes more than one. */
    readonly load: number;
  };
  readonly rounds: number;
  /** In milliseconds; ours first. */
  readonly extensions: readonly {
    readonly name: string;
    readonly median: number;
    readonly slowest: number;
  }[];
}

/** Renders the section. */
export function activationSection({ machine, rounds, extensions }: ActivationRecord): string {
  return `## Activation

Measured on ${machine.date}: ${machine.processors} processors (${machine.processor}), load average ${machine.load.toFixed(1)}. The packed extension in a real
VS Code (in a server, with its page in Chromium), as the view of running extensions says, in ${rounds} windows one after the other;
beside it some that VS Code brings and activates meanwhile. \`npm run bench:editor\` measures it on yours.

| | median (target 200 ms) | slowest |
| --- | ---: | ---: |
${extensions.map(({ name, median, slowest }) => `| ${name} | ${median} ms | ${slowest} ms |`).join("\n")}`;
}
