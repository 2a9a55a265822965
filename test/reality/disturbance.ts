/** How much of the machine others used while something was measured. */
import { readFileSync } from "node:fs";
import { cpus } from "node:os";

/** With more than this, what is measured is not the runtime alone. */
export const tolerableDisturbance = 0.03;

/**
 * Runs `work` and adds the share of the processors (0 to 1) that programs other than this one and its children used
 * meanwhile, the hypervisor's other guests included. Linux only; children count once they have ended.
 */
export function watched<Result>(work: () => Result): {
  readonly result: Result;
  readonly disturbance: number;
} {
  const before = readTicks();
  const result = work();
  const after = readTicks();
  const others = after.all - before.all - (after.own - before.own);
  const elapsed = after.uptime - before.uptime;
  return { result, disturbance: Math.max(0, others / (elapsed * cpus().length)) };
}

/** Processor time since the start, and the time since the start, in the kernel's hundredths of a second. */
function readTicks(): { readonly all: number; readonly own: number; readonly uptime: number } {
  const [total] = readFileSync("/proc/stat", "utf8").split("\n");
  const [user, nice, system, , , irq, softirq, steal] = total.split(/\s+/).slice(1).map(Number);
  // The fields after the command's name, which may hold anything, in parentheses (proc(5): utime is the 14th of all).
  const fields = readFileSync("/proc/self/stat", "utf8").split(") ").at(-1)?.split(" ") ?? [];
  const own = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0);
  const uptime = Number(readFileSync("/proc/uptime", "utf8").split(" ")[0]) * 100;
  return { all: user + nice + system + irq + softirq + steal, own, uptime };
}
