/** A closure that runs on a thread of its own, and so cannot await. */
const cell = new Int32Array(new SharedArrayBuffer(4));

/** Parks this thread. */
export function block(milliseconds) {
  Atomics.wait(cell, 0, 0, milliseconds);
}

export function runClosure(steps, addon, random) {
  for (const step of steps) {
    if (step.cpu !== undefined) addon.compute(random.draw(step.cpu));
    else if (step.block !== undefined) block(random.draw(step.block));
    else if (step.repeat !== undefined) {
      for (let round = 0; round < step.repeat; round++) runClosure(step.steps, addon, random);
    } else throw new Error("a closure can only compute, block and repeat");
  }
}
