/** Ends a process with all its descendants: VS Code's extension host survives its server otherwise. Linux only. */
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

interface Running {
  readonly parent: number;
  /** Tells a process from a later one that got its id. */
  readonly started: string;
}

const politeMs = 5_000;

export async function endTree(root: number): Promise<void> {
  const recorded = descendants(root);
  signal(alive(recorded), "SIGTERM");
  const limit = performance.now() + politeMs;
  while (alive(recorded).length > 0 && performance.now() < limit) await sleep(100);
  signal(alive(recorded), "SIGKILL");
}

/** Kills those descendants whose command line holds a text, and says how many. */
export function killDescendants(root: number, commandLine: string): number {
  const found = [...descendants(root).keys()].filter((pid) => {
    try {
      return readFileSync(`/proc/${String(pid)}/cmdline`, "utf8").includes(commandLine);
    } catch {
      return false;
    }
  });
  signal(found, "SIGKILL");
  return found.length;
}

function processes(): Map<number, Running> {
  const table = new Map<number, Running>();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/u.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      // The second field, the command, may hold anything: count from its closing bracket.
      const [state, parent, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      if (state !== "Z")
        table.set(Number(name), { parent: Number(parent), started: rest[17] ?? "" });
    } catch {
      // It ended while we were looking.
    }
  }
  return table;
}

function descendants(root: number): Map<number, Running> {
  const table = processes();
  const found = new Map<number, Running>();
  const visit = (pid: number): void => {
    const entry = table.get(pid);
    if (entry === undefined || found.has(pid)) return;
    found.set(pid, entry);
    for (const [child, { parent }] of table) if (parent === pid) visit(child);
  };
  visit(root);
  return found;
}

function alive(recorded: ReadonlyMap<number, Running>): number[] {
  const table = processes();
  return [...recorded]
    .filter(([pid, { started }]) => table.get(pid)?.started === started)
    .map(([pid]) => pid);
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // It ended by itself.
    }
  }
}
