/**
 * Makes of each task the async function that one would write by hand: its steps are statements and its repetitions
 * loops, so that nothing runs between two steps that would not run there in a service. Code made from one scenario
 * serves several plans (durations and counts), and so has been compiled and optimised before time starts.
 */
import { performance } from "node:perf_hooks";
import { nextTick } from "node:process";
import { setImmediate, setTimeout } from "node:timers";
import { compileFunction } from "node:vm";

/** What the made code calls. */
const platform = {
  block,
  fail,
  nextDue,
  nextTick,
  now: () => performance.now(),
  setImmediate,
  setTimeout,
};

/** What a `panic` step throws. */
export class ExpectedError extends Error {}

/**
 * `tasks` are functions of a task (see world.mjs), `closures` of the random numbers of their job; both draw their
 * durations and counts from `plan`.
 * @throws Error for a step that Node.js does not have, or that takes no given time there.
 */
export function compile(scenario, addon) {
  const writer = new Writer(scenario);
  const tasks = scenario.tasks.map(({ steps }) => writer.asyncFunction(steps));
  const { closures, counts, durations, periods } = writer;
  const names = [...Object.keys(platform), ...Object.keys(addon)];
  const made = compileFunction(
    `return {\ntasks: [${tasks.join(",\n")}],\nclosures: [${closures.join(",\n")}] };`,
    names,
  )(...Object.values(platform), ...Object.values(addon));
  return { ...made, plan: { counts, durations, periods } };
}

/** The same plan with steps that take no time, and a few rounds of each repetition. */
export function shortened({ counts, durations, periods }) {
  return {
    counts: counts.map((count) => Math.min(count, 5)),
    durations: durations.map(() => 0),
    periods: periods.map((everyMs) => Math.min(everyMs, 1)),
  };
}

class Writer {
  closures = [];
  counts = [];
  durations = [];
  periods = [];
  #scenario;
  #variables = 0;

  constructor(scenario) {
    this.#scenario = scenario;
  }

  asyncFunction(steps) {
    const body = `${this.#statements(steps)}\ntask.end();`;
    const whole = this.endsOnErrors
      ? `try {\n${body}\n} catch (error) {\ntask.failed(error);\nthrow error;\n}`
      : body;
    return `async (task) => {\nconst { children, plan: { counts, durations, periods }, random } = task;\n${whole}\n}`;
  }

  /** Whether an error that nobody awaits ends the process, so that whoever awaits one catches it himself. */
  get endsOnErrors() {
    return this.#scenario.runtime.unhandledRejections === "throw";
  }

  #statements(steps) {
    return steps.map((step) => this.#statement(step)).join("\n");
  }

  #statement(step) {
    const kind = Object.keys(writers).find((key) => key in step);
    if (kind === undefined) {
      throw new Error(`no Node.js program has the step {${Object.keys(step).join(", ")}}`);
    }
    return writers[kind](step, this);
  }

  /** An expression for so many milliseconds. */
  length(duration) {
    return `random.draw(durations[${this.durations.push(duration) - 1}])`;
  }

  /** An expression for an interval's period. */
  period(everyMs) {
    return `periods[${this.periods.push(everyMs) - 1}]`;
  }

  loop(count, body) {
    const round = this.variable("round");
    const limit = `counts[${this.counts.push(count) - 1}]`;
    return `for (let ${round} = 0; ${round} < ${limit}; ${round}++) {\n${body}\n}`;
  }

  steps(steps) {
    return this.#statements(steps);
  }

  variable(name) {
    return `${name}${this.#variables++}`;
  }

  taskNamed(name) {
    return this.#scenario.tasks.findIndex((task) => task.name === name);
  }

  /** The number of a function that runs these steps on another thread. */
  closure(steps) {
    const body = this.#statements(steps);
    return this.closures.push(`({ counts, durations }, random) => {\n${body}\n}`) - 1;
  }
}

/** The statements of each kind of step. `ready` stands first, since it may carry a `cpu` too. */
const writers = {
  ready({ ready, cpu }, writer) {
    const compute = cpu === undefined ? "" : `compute(${writer.length(cpu)});`;
    return writer.loop(ready, `await undefined;\n${compute}`);
  },
  cpu: ({ cpu }, writer) => `compute(${writer.length(cpu)});`,
  block: ({ block }, writer) => `block(${writer.length(block)});`,
  sleep({ sleep }, writer) {
    const [length, due] = [writer.variable("length"), writer.variable("due")];
    return [
      `const ${length} = ${writer.length(sleep)};`,
      `const ${due} = now() + ${length};`,
      `await new Promise((resolve) => setTimeout(resolve, ${length}));`,
      `task.late(${due});`,
    ].join("\n");
  },
  interval({ interval, steps }, writer) {
    const { everyMs, count, phaseMs = 0, phaseStepMs = 0, missed = "burst" } = interval;
    const [due, left, every] = ["due", "left", "every"].map((name) => writer.variable(name));
    const phase = `${writer.length(phaseMs)} + task.index * ${writer.length(phaseStepMs)}`;
    const body = [
      `const ${left} = ${due} - now();`,
      `await (${left} > 0 ? new Promise((resolve) => setTimeout(resolve, ${left})) : undefined);`,
      `task.late(${due});`,
      `${due} = nextDue(${due}, now(), ${every}, ${JSON.stringify(missed)});`,
      writer.steps(steps),
    ].join("\n");
    return [
      `const ${every} = ${writer.period(everyMs)};`,
      `let ${due} = task.zero + ${phase} + ${every};`,
      writer.loop(count, body),
    ].join("\n");
  },
  io: ({ io }, writer) => `await new Promise((resolve) => reply(${writer.length(io)}, resolve));`,
  yield: () => immediate,
  selfWake: () => "await undefined;",
  microtask: () => "await undefined;",
  nextTick: () => "await new Promise((resolve) => nextTick(resolve));",
  immediate: () => immediate,
  spawn({ spawn, count = 1 }, writer) {
    return writer.loop(count, `children.push(task.spawn(${writer.taskNamed(spawn)}));`);
  },
  join: (_, writer) =>
    `await Promise.${writer.endsOnErrors ? "allSettled" : "all"}(children.splice(0));`,
  spawnBlocking: ({ spawnBlocking }, writer) =>
    `await task.spawnBlocking(${writer.closure(spawnBlocking)});`,
  parallel({ parallel: { items, cpu } }, writer) {
    const lengths = writer.variable("lengths");
    const fill = writer.loop(items, `${lengths}.push(${writer.length(cpu)});`);
    return `const ${lengths} = [];\n${fill}\nawait task.parallel(${lengths});`;
  },
  // A function of its own throws it, so that what follows is not taken for code that is never reached.
  panic: () => "fail();",
  threadpool({ threadpool, slow }, writer) {
    // Node-API submits all its work as fast: a slow operation of known length there is not.
    if (slow === true) throw new Error("no Node.js program has a slow threadpool step");
    return `await new Promise((resolve) => operation(${writer.length(threadpool)}, resolve));`;
  },
  repeat: ({ repeat, steps }, writer) => writer.loop(repeat, writer.steps(steps)),
};

const immediate = "await new Promise((resolve) => setImmediate(resolve));";

const cell = new Int32Array(new SharedArrayBuffer(4));

/** Parks this thread. */
function block(milliseconds) {
  Atomics.wait(cell, 0, 0, milliseconds);
}

function fail() {
  throw new ExpectedError("a step of the scenario");
}

/** The due time of an interval after the one that was acted on `now`. */
function nextDue(due, now, everyMs, missed) {
  if (missed === "burst" || now - due < everyMs) return due + everyMs;
  if (missed === "delay") return now + everyMs;
  return due + (Math.floor((now - due) / everyMs) + 1) * everyMs;
}
