import assert from "node:assert/strict";
import { readOptions } from "./options.js";
import { randomScenarios } from "./random/random-scenarios.js";

describe("the command line of test:reality", () => {
  it("asks for the scenarios that every change is measured by, and for no random ones", () => {
    const { entries, random, record } = readOptions([]);
    assert.ok(entries.length > 0 && entries.every(({ always }) => always === true));
    assert.equal(record, false);
    assert.equal(random.count, 0);
  });

  it("takes a number of random scenarios, a seed, and the runtimes that they are for", () => {
    const { random } = readOptions(["--random", "20", "--seed", "7", "--runtime", "tokio"]);
    assert.deepEqual(random, { count: 20, seed: 7, runtimes: ["tokio"] });
  });

  it("refuses what it does not know, and says what it does", () => {
    assert.throws(() => readOptions(["--random", "many"]), /--random must be a whole number/);
    assert.throws(() => readOptions(["--runtime", "deno"]), /--runtime must be one of tokio, /);
    assert.throws(() => readOptions(["--only", "nothing"]), /no scenario is named "nothing"/);
  });
});

describe("random scenarios", () => {
  it("are the same for the same seed, and others for another", () => {
    const first = randomScenarios("tokio", 3, 1);
    assert.deepEqual(randomScenarios("tokio", 3, 1), first);
    assert.notDeepEqual(randomScenarios("tokio", 3, 2), first);
  });
});
