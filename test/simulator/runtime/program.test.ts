import assert from "node:assert/strict";
import { UnsupportedStepError } from "../../../simulator/src/runtime/errors.js";
import { Instruction } from "../../../simulator/src/runtime/instructions.js";
import { compile } from "../../../simulator/src/runtime/program.js";
import { nextDue } from "../../../simulator/src/runtime/tokio/interval.js";
import { MissedTick } from "../../../simulator/src/runtime/instructions.js";
import type { Step } from "../../../simulator/src/scenario/types.js";
import {
  currentThread,
  makespanMs,
  multiThread,
  outcomeOf,
  scenario,
  simulate,
  task,
} from "./scenarios.js";

function codeOf(steps: readonly Step[]): number[] {
  return Array.from(compile(scenario(currentThread(), [task("a", steps)])).code);
}

describe("compile", () => {
  it("ends each task's instructions, and follows the order of the steps", () => {
    const { cpu, block, sleep, end } = Instruction;
    assert.deepEqual(codeOf([{ cpu: 1 }, { block: 2 }, { sleep: 3 }]), [cpu, block, sleep, end]);
  });

  it("makes no loop of one round, of none, or around nothing that happens", () => {
    const { cpu, end } = Instruction;
    assert.deepEqual(codeOf([{ repeat: 1, steps: [{ cpu: 1 }] }]), [cpu, end]);
    assert.deepEqual(codeOf([{ repeat: 0, steps: [{ cpu: 1 }] }]), [end]);
    assert.equal(codeOf([{ repeat: 9, steps: [] }]).includes(Instruction.loopEnd), false);
  });

  it("gives nested loops and intervals slots of their own, and reuses those of what is over", () => {
    const inner: Step = { repeat: 3, steps: [{ cpu: 1 }] };
    const nested: Step[] = [{ interval: { everyMs: 1, count: 2 }, steps: [inner, inner] }, inner];
    const program = compile(scenario(currentThread(), [task("a", nested)]));
    // Due time, timer, rounds of the interval, and the rounds of the loop within.
    assert.equal(program.slots, 4);
  });

  it("runs nested loops as often as they say", () => {
    const steps: Step[] = [
      { repeat: 4, steps: [{ repeat: 5, steps: [{ block: 1 }] }, { block: 10 }] },
    ];
    const makespan = makespanMs(simulate(currentThread(), [task("a", steps)]));
    assert.ok(makespan > 60 && makespan < 64, `${makespan}`);
  });

  it("keeps each source line once, and where each step stands", () => {
    const at = { file: "a.ts", line: 7 };
    const steps: Step[] = [{ cpu: 1, at }, { block: 1 }, { cpu: 2, at: { ...at } }];
    const program = compile(scenario(currentThread(), [task("a", steps)]));
    assert.deepEqual(program.locations, [at]);
    assert.deepEqual(Array.from(program.location), [0, -1, 0, -1]);
  });

  it("names the path of a step that the runtime refuses", () => {
    const path = (steps: Step[]): string => {
      try {
        compile(scenario(multiThread(1), [task("a", []), task("b", steps)]));
      } catch (error) {
        assert.ok(error instanceof UnsupportedStepError);
        assert.ok(error.message.startsWith(`${error.path}: `));
        return error.path;
      }
      return assert.fail("nothing was refused");
    };
    assert.equal(path([{ cpu: 1 }, { threadpool: 5 }]), "tasks[1].steps[1].threadpool");
    assert.equal(
      path([{ interval: { everyMs: 1, count: 2 }, steps: [{ spawn: "nobody" }] }]),
      "tasks[1].steps[0].steps[0].spawn",
    );
  });
});

describe("an interval", () => {
  const everyNs = 10e6;

  it("keeps its distance while it is at most 5 ms late, whatever it does about missed ticks", () => {
    for (const missed of Object.values(MissedTick)) {
      assert.equal(nextDue(100e6, 105e6, { everyNs, missed }), 110e6);
    }
  });

  it("catches up in a burst, starts over from now, or skips what it missed", () => {
    const next = (missed: MissedTick): number => nextDue(100e6, 134e6, { everyNs, missed });
    assert.equal(next(MissedTick.burst), 110e6);
    assert.equal(next(MissedTick.delay), 144e6);
    assert.equal(next(MissedTick.skip), 140e6);
  });

  it("has its due times at fixed instants, apart by the phase step from task to task", () => {
    const outcome = simulate(currentThread(), [
      task("a", [{ interval: { everyMs: 10, count: 3, phaseMs: 2, phaseStepMs: 5 }, steps: [] }], {
        count: 2,
      }),
    ]);
    const { completedNs, latenessNs } = outcomeOf(outcome, "a");
    const due = Array.from(completedNs, (completed) => Math.floor(completed / 1e6));
    assert.ok(due[0] === 32 || due[0] === 33 || due[0] === 34);
    assert.ok(due[1] === 37 || due[1] === 38 || due[1] === 39);
    assert.equal(latenessNs.length, 6);
  });
});
