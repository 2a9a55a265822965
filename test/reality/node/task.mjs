/** Follows the steps of a task, whatever they are. */
import { performance } from "node:perf_hooks";
import { nextTick } from "node:process";
import { setImmediate, setTimeout } from "node:timers";
import { block } from "./closure.mjs";

export async function follow(steps, task) {
  for (const step of steps) {
    const kind = Object.keys(step).find((key) => key in kinds);
    if (kind === undefined) {
      throw new Error(`no Node.js program has the step {${Object.keys(step).join(", ")}}`);
    }
    const pending = kinds[kind](step, task);
    // A step that computes or blocks goes on to the next without giving way.
    if (pending !== undefined) await pending;
  }
}

/** Each kind of step; one that awaits returns its promise. `ready` stands first, since it may carry a `cpu` too. */
const kinds = {
  async ready(step, task) {
    for (let round = 0; round < step.ready; round++) {
      await undefined;
      if (step.cpu !== undefined) task.world.addon.compute(task.random.draw(step.cpu));
    }
  },
  cpu(step, task) {
    task.world.addon.compute(task.random.draw(step.cpu));
  },
  block(step, task) {
    block(task.random.draw(step.block));
  },
  async sleep(step, task) {
    const length = task.random.draw(step.sleep);
    const due = performance.now() + length;
    await timer(length);
    task.late(due);
  },
  async interval(step, task) {
    const { everyMs, count, phaseMs = 0, phaseStepMs = 0, missed = "burst" } = step.interval;
    let due = task.world.zero + phaseMs + task.index * phaseStepMs + everyMs;
    for (let round = 0; round < count; round++) {
      const left = due - performance.now();
      await (left > 0 ? timer(left) : undefined);
      task.late(due);
      due = nextDue(due, performance.now(), everyMs, missed);
      await follow(step.steps, task);
    }
  },
  io(step, task) {
    return new Promise((resolve) => task.world.addon.reply(task.random.draw(step.io), resolve));
  },
  yield() {
    return new Promise((resolve) => setImmediate(resolve));
  },
  selfWake() {
    return Promise.resolve();
  },
  microtask() {
    return Promise.resolve();
  },
  nextTick() {
    return new Promise((resolve) => nextTick(resolve));
  },
  immediate() {
    return new Promise((resolve) => setImmediate(resolve));
  },
  spawn(step, task) {
    const child = task.world.scenario.tasks.findIndex(({ name }) => name === step.spawn);
    for (let round = 0; round < (step.count ?? 1); round++) {
      task.children.push(task.world.start(child, performance.now()));
    }
  },
  join(_step, task) {
    return Promise.all(task.children.splice(0));
  },
  spawnBlocking(step, task) {
    const { blockingPool } = task.world;
    return blockingPool.run({ steps: step.spawnBlocking, seed: task.world.nextSeed() });
  },
  parallel(step, task) {
    const { items, cpu } = step.parallel;
    return task.world.parallelPool.forEach(
      Array.from({ length: items }, () => task.random.draw(cpu)),
    );
  },
  threadpool(step, task) {
    // Node-API submits all its work as fast: a slow operation of known length there is not.
    if (step.slow === true) throw new Error("no Node.js program has a slow threadpool step");
    return new Promise((resolve) =>
      task.world.addon.operation(task.random.draw(step.threadpool), resolve),
    );
  },
  async repeat(step, task) {
    for (let round = 0; round < step.repeat; round++) await follow(step.steps, task);
  },
};

function timer(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function nextDue(due, now, everyMs, missed) {
  if (missed === "burst" || now - due < everyMs) return due + everyMs;
  if (missed === "delay") return now + everyMs;
  return due + (Math.floor((now - due) / everyMs) + 1) * everyMs;
}
