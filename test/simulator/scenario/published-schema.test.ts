import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { scenarioSchema } from "../../../simulator/src/scenario/published-schema.js";
import { presets } from "../../../simulator/src/scenario/presets.js";
import { formErrors } from "../../../simulator/src/scenario/validate.js";

/** The published schema of that name, as it stands in the repository. */
function published(name: string): Record<string, unknown> {
  const file = new URL(`../../../simulator/schema/${name}.schema.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
}

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(published("scenario-v1"));

const oddValue = fc.oneof(
  fc.constantFrom<unknown>(
    -1,
    0,
    0.5,
    1,
    4,
    1e9,
    1e15,
    true,
    false,
    null,
    "",
    "5",
    "1.24",
    "burst",
  ),
  fc.constantFrom<unknown>([], {}, [{ cpu: 1 }], { dist: "exponential", mean: 3 }, { dist: "odd" }),
);

const stepNames = [
  "cpu",
  "block",
  "sleep",
  "interval",
  "io",
  "yield",
  "selfWake",
  "ready",
  "spawn",
  "join",
  "spawnBlocking",
  "blockInPlace",
  "parallel",
  "threadpool",
  "repeat",
  "steps",
  "count",
  "at",
  "sleeep",
];

const steps = fc.letrec<{ step: unknown; steps: unknown[] }>((tie) => ({
  step: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<unknown>(
      { cpu: 1 },
      { sleep: { dist: "uniform", min: 1, max: 2 } },
      { ready: 5, cpu: 1 },
      { parallel: { items: 3, cpu: 1 } },
      { io: 1, at: { file: "a.ts", line: 1 } },
      { spawn: "a", count: 2 },
    ),
    fc.record({ repeat: fc.integer({ min: -1, max: 5 }), steps: tie("steps") }),
    fc.record({ spawnBlocking: tie("steps") }),
    fc.dictionary(fc.constantFrom(...stepNames), oddValue, { maxKeys: 3 }),
    oddValue,
  ),
  steps: fc.array(tie("step"), { maxLength: 3 }),
})).steps;

const task = fc.record(
  {
    name: fc.constantFrom<unknown>("a", "b", "", 5),
    count: oddValue,
    arrival: fc.oneof(
      oddValue,
      fc.dictionary(fc.constantFrom("atMs", "everyMs", "fromMs", "poissonPerSecond"), oddValue),
    ),
    spawnedOnly: oddValue,
    steps: fc.oneof(steps, oddValue),
  },
  { requiredKeys: ["name", "steps"] },
);

const runtime = fc.record(
  {
    flavor: fc.constantFrom("multi-thread", "current-thread", "node", "nodejs", 1),
    workerThreads: oddValue,
    tokio: oddValue,
    lifoSlot: oddValue,
    threadpoolSize: oddValue,
    cores: oddValue,
  },
  { requiredKeys: [] },
);

const document = fc.record(
  {
    version: fc.constantFrom(1, 1, 1, 2, "1"),
    seed: oddValue,
    stopAfterMs: oddValue,
    runtime,
    tasks: fc.oneof(fc.array(task, { maxLength: 3 }), oddValue),
    extra: fc.constant(1),
  },
  { requiredKeys: ["version", "runtime", "tasks"] },
);

/** The scenario with one of its values, anywhere, replaced. */
function replaced(value: unknown, where: number, by: unknown): unknown {
  let countdown = where;
  const visit = (node: unknown): unknown => {
    if (countdown-- === 0) return by;
    if (Array.isArray(node)) return node.map(visit);
    if (typeof node !== "object" || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, visit(child)]));
  };
  return visit(value);
}

function assertAgreement(value: unknown): void {
  const errors = formErrors(value);
  assert.equal(
    errors.length === 0,
    validate(value),
    `${JSON.stringify(value)}\n${JSON.stringify(errors)}\n${JSON.stringify(validate.errors)}`,
  );
}

describe("the published JSON Schema of a scenario", () => {
  it("is what the source describes (npm run update writes it)", () => {
    assert.deepEqual(published("scenario-v1"), scenarioSchema());
  });

  it("agrees with the validator on random documents", () => {
    fc.assert(fc.property(document, assertAgreement), { numRuns: 1000 });
  });

  it("agrees with the validator on presets with one value replaced", () => {
    fc.assert(
      fc.property(fc.constantFrom(...presets), fc.nat(30), oddValue, (preset, where, by) => {
        assertAgreement(replaced(preset.scenario, where, by));
      }),
      { numRuns: 1000 },
    );
  });
});
