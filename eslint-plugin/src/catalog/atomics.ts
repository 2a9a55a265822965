import { cost } from "./cost.js";
import type { CatalogModule } from "./types.js";

export const atomics: CatalogModule = {
  module: "global",
  aliases: [],
  apis: {
    "Atomics.wait": {
      kind: "wait",
      cost: cost(
        0.01,
        100,
        60_000,
        "until it is notified or its timeout is over; typical: an assumption",
      ),
      formula: {
        factors: [{ argument: 3 }],
        perUnitMs: 1,
        unit: "ms",
        basis: "the timeout, unless it is notified before",
      },
      limit: { argument: 3 },
      // A timeout of 0 looks and goes on: a poll.
      when: [{ is: "not", argument: 3, value: 0 }],
      asyncForm: {
        module: "global",
        name: "Atomics.waitAsync",
        style: "promise-object",
        onThreadpool: false,
        caveat: "gives { async, value }: the value is the same string, or a promise of it",
      },
    },
  },
  harmless: {
    "Atomics.notify": "wakes others and goes on",
    "Atomics.waitAsync": "gives a promise",
  },
};
