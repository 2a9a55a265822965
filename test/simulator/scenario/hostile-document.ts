/** Documents as somebody might hand them in by mistake or on purpose: a scenario with something wrong in it somewhere. */
import fc from "fast-check";
import { presets } from "../../../simulator/src/scenario/presets.js";
import { arbitraryScenario } from "../runtime/arbitrary-scenario.js";

type Path = readonly (string | number)[];

const hostileNumber = fc.constantFrom(
  -1,
  -0,
  0.5,
  1e-9,
  61,
  4096,
  1e9,
  2 ** 31,
  2 ** 53,
  1e300,
  Number.MAX_VALUE,
  Number.MIN_VALUE,
);

const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: hostileNumber },
  fc.constantFrom<unknown>(null, true, false, "", "first", "__proto__", "\u0000<b>", [], {}),
  fc.constantFrom<unknown>(
    { dist: "exponential", mean: 1e12 },
    { dist: "uniform", min: 5, max: 1 },
  ),
  fc.constantFrom<unknown>({ dist: "log-normal", median: 1, sigma: 700 }, [{ yield: true }], [[]]),
  fc.jsonValue({ maxDepth: 3 }),
);

type Mutation =
  | { readonly kind: "replace"; readonly at: number; readonly value: unknown }
  | { readonly kind: "remove"; readonly at: number }
  | { readonly kind: "add"; readonly at: number; readonly name: string; readonly value: unknown };

const at = fc.nat();

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant("replace" as const), at, value: hostileValue }),
  fc.record({ kind: fc.constant("remove" as const), at }),
  fc.record({
    kind: fc.constant("add" as const),
    at,
    name: fc.constantFrom("cpu", "steps", "count", "seed", "__proto__", "toString", "stopAfterMs"),
    value: hostileValue,
  }),
);

const scenario = fc.oneof(
  arbitraryScenario,
  fc.constantFrom(...presets.map((preset) => preset.scenario)),
);

/** A plain JSON value that is nearly a scenario. */
export const hostileDocument: fc.Arbitrary<unknown> = fc
  .tuple(scenario, fc.array(mutation, { minLength: 1, maxLength: 3 }))
  .map(([document, mutations]) =>
    mutations.reduce<unknown>(mutated, JSON.parse(JSON.stringify(document))),
  );

function mutated(document: unknown, change: Mutation): unknown {
  const paths = [...pathsOf(document, [])];
  const path = paths[change.at % paths.length];
  return changedAt(document, path, change);
}

function* pathsOf(value: unknown, path: Path): Generator<Path> {
  yield path;
  if (typeof value !== "object" || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    yield* pathsOf(child, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

function changedAt(value: unknown, [key, ...rest]: Path, change: Mutation): unknown {
  if (key === undefined) return changed(value, change);
  const copy: unknown = structuredClone(value);
  const container = copy as Record<string | number, unknown>;
  const removes = rest.length === 0 && change.kind === "remove";
  if (removes && Array.isArray(copy)) copy.splice(Number(key), 1);
  else if (removes) Reflect.deleteProperty(container, key);
  else container[key] = changedAt(container[key], rest, change);
  return copy;
}

function changed(value: unknown, change: Mutation): unknown {
  switch (change.kind) {
    case "replace":
      return change.value;
    case "remove":
      return undefined;
    case "add":
      if (Array.isArray(value)) return [...(value as unknown[]), change.value];
      // As JSON.parse would set it: "__proto__" becomes a property of its own.
      return typeof value === "object" && value !== null
        ? Object.fromEntries([...Object.entries(value), [change.name, change.value]])
        : change.value;
  }
}
