import assert from "node:assert/strict";
import { catalog } from "../../../eslint-plugin/src/catalog/index.js";

const entries = catalog.flatMap(({ module, apis }) =>
  Object.entries(apis).map(([path, api]) => ({ name: `${module}.${path}`, api })),
);

describe("the catalog's entries", () => {
  it("give costs as ranges in order, above zero, with where they come from", () => {
    const wrong = entries.filter(({ api: { cost } }) => {
      const ordered = cost.lowMs <= cost.typicalMs && cost.typicalMs <= cost.highMs;
      return !ordered || cost.lowMs <= 0 || cost.basis.length < 10;
    });
    assert.deepEqual(
      wrong.map(({ name }) => name),
      [],
    );
  });

  it("compute from at least one argument, with where the figure comes from", () => {
    const wrong = entries.filter(
      ({ api: { formula } }) =>
        formula !== undefined &&
        (formula.factors.length === 0 || formula.perUnitMs <= 0 || formula.basis.length < 10),
    );
    assert.deepEqual(
      wrong.map(({ name }) => name),
      [],
    );
  });

  it("have one entry for each specifier and path", () => {
    const names = catalog.flatMap(({ module, aliases, apis }) =>
      [module, ...aliases].flatMap((name) => Object.keys(apis).map((path) => `${name}.${path}`)),
    );
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
  });

  it("compute the time of a password hash from its iterations", () => {
    const formula = catalog.find(({ module }) => module === "node:crypto")?.apis["pbkdf2Sync"]
      ?.formula;
    assert.equal(formula?.unit, "iterations");
    assert.deepEqual(formula.factors, [{ argument: 2 }]);
    assert.equal(600_000 * formula.perUnitMs, 600);
  });
});
