/** Asks the probe's thread about files, with a limit on the time that it may take, and remembers the answers. */
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { ProbeAnswer, ProbeOutcome, ProbeRequest } from "./messages.js";

/** What is used of a worker thread. */
export interface ProbeThread {
  postMessage(request: ProbeRequest): void;
  on(event: "message", listener: (answer: ProbeAnswer) => void): unknown;
  on(event: "error" | "exit", listener: (reason: unknown) => void): unknown;
  terminate(): unknown;
}

export interface Prober {
  probe(file: string, folder: string): Promise<ProbeOutcome>;
  /** Whether a configuration that was read is made of that file too, by its real path. */
  reads(file: string): boolean;
  /** Forgets all answers and ends the thread, since modules stay loaded in it: a configuration file changed. */
  reset(): void;
}

/** In milliseconds; loading typescript-eslint with a project takes seconds on a slow machine. */
const answerLimitMs = 15_000;
/** ESLint with its plugins takes memory; answers are remembered, so the thread need not stay. */
const idleLimitMs = 30_000;

export function startProbeThread(entry: string): ProbeThread {
  // Configurations print; the server's output is the protocol's.
  return new Worker(entry, { stdout: true, stderr: true });
}

export function createProber(start: () => ProbeThread, limitMs = answerLimitMs): Prober {
  let thread: ProbeThread | undefined;
  let idle: NodeJS.Timeout | undefined;
  let nextId = 0;
  const waiting = new Map<number, (outcome: ProbeOutcome) => void>();
  const answers = new Map<string, Promise<ProbeOutcome>>();
  const files = new Set<string>();
  const folders = new Set<string>();

  function end(why: string): void {
    const ended = thread;
    thread = undefined;
    clearTimeout(idle);
    const failed: ProbeOutcome = { found: false, failed: true, why };
    for (const answer of waiting.values()) answer(failed);
    waiting.clear();
    void ended?.terminate();
  }

  function running(): ProbeThread {
    if (thread !== undefined) return thread;
    const started = start();
    started.on("message", ({ id, outcome, sources }) => {
      for (const file of sources?.files ?? []) files.add(file);
      for (const folder of sources?.folders ?? []) folders.add(folder);
      waiting.get(id)?.(outcome);
    });
    const gone = (reason: unknown) => {
      if (started !== thread) return;
      end(`The workspace's ESLint configuration ended its thread: ${String(reason)}`);
    };
    started.on("error", gone);
    started.on("exit", gone);
    thread = started;
    return started;
  }

  function ask(file: string, folder: string): Promise<ProbeOutcome> {
    return new Promise((resolve) => {
      const id = nextId++;
      clearTimeout(idle);
      const timer = setTimeout(() => {
        end(`The workspace's ESLint configuration took longer than ${String(limitMs / 1000)} s.`);
      }, limitMs);
      timer.unref();
      waiting.set(id, (outcome) => {
        clearTimeout(timer);
        waiting.delete(id);
        resolve(outcome);
        if (waiting.size === 0 && thread !== undefined) {
          idle = setTimeout(() => end("idle"), idleLimitMs);
          idle.unref();
        }
      });
      running().postMessage({ id, file, folder });
    });
  }

  return {
    probe(file, folder) {
      const key = `${folder}\0${file}`;
      const known = answers.get(key) ?? ask(file, folder);
      answers.set(key, known);
      return known;
    },
    reads: (file) =>
      files.has(file) || [...folders].some((folder) => file.startsWith(`${folder}${path.sep}`)),
    reset() {
      answers.clear();
      files.clear();
      folders.clear();
      end("The configuration changed.");
    },
  };
}
