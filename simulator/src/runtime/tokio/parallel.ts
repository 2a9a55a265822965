/** The data-parallel pool beside a Tokio runtime; tasks await it through a oneshot channel. */
import { Random } from "../../engine/random.js";
import { DataParallelPool } from "../data-parallel-pool.js";
import { Instruction } from "../instructions.js";
import type { Executor } from "./executor.js";
import { Stream } from "./machine.js";
import type { TokioMachine } from "./machine.js";

/** Makes the pool if the program uses one. */
export function createParallelPool(
  machine: TokioMachine,
  executor: Executor,
  threads: number,
): DataParallelPool | null {
  if (!machine.program.code.includes(Instruction.parallel)) return null;
  return new DataParallelPool(machine, {
    threads,
    random: new Random(machine.seed, Stream.parallel),
    done: (task) => executor.fulfil(task, null, machine.simulation.now, false),
  });
}
