/** Outcomes by hand. */
import type { Trace } from "unblock-simulator";
import type { Outcome, VariantOutcome } from "../../../../extension/panel/model/outcome.js";
import { layOut } from "../../../../extension/panel/model/picture.js";
import { makeTrace } from "../trace-builder.js";

const spread = (median: number) => ({ median, low: median * 0.9, high: median * 1.2 });

export function makeVariant(
  p99: number | null,
  trace: Trace = makeTrace({ end: 100 }),
): VariantOutcome {
  const figures =
    p99 === null
      ? null
      : { mean: spread(2), p50: spread(2), p90: spread(2), p99: spread(p99), max: spread(2 * p99) };
  return {
    figures,
    growing: p99 === null,
    bins: { first: 3, counts: [1] },
    trace,
    layout: layOut(trace, "bystander"),
  };
}

export function makeOutcome(change: Partial<Outcome> = {}): Outcome {
  const { asWritten = makeVariant(230), fixed = makeVariant(2.2) } = change;
  return {
    asWritten,
    fixed,
    reasons: { causes: [], remedies: [], seedsDone: 3, seedsWanted: 3 },
    names: { called: "handler", bystander: "bystander" },
    model: { name: "handler", file: "/app/server.ts", line: 10, steps: [] },
    load: {},
    axisEndNs: Math.max(asWritten.trace.endNs, fixed.trace.endNs),
    seedsDone: 9,
    seedsWanted: 9,
    done: true,
    ...change,
  };
}
