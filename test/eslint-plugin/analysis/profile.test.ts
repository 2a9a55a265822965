/** Of the ways through a function a profile shows the one that holds the thread longest. */
import assert from "node:assert/strict";
import * as typescriptParser from "@typescript-eslint/parser";
import { createProject, type ProfileStep } from "../../../eslint-plugin/src/analysis/index.js";

function text(steps: readonly ProfileStep[]): string {
  return steps
    .map((step) => {
      if (step.kind === "loop") return `${String(step.count)} × (${text(step.steps)})`;
      return `${step.kind} ${step.api.replace(/^.*\./u, "")}`;
    })
    .join(", ");
}

/** The steps of an async function `f(x)` with this body. */
function stepsOf(body: string): string {
  const code = `
    import { existsSync, readFileSync, rmSync } from "node:fs";
    import { execSync } from "node:child_process";
    import { setTimeout } from "node:timers/promises";
    async function f(x) { ${body} }`;
  const result = createProject({ parser: typescriptParser }).analyze("/nowhere/file.ts", code);
  assert.ok(!("parseError" in result));
  return text(result.functions[0]?.steps ?? []);
}

describe("the profile of a function with branches", () => {
  it("takes the heavier branch of an if, in both orders", () => {
    assert.equal(stepsOf("if (x) existsSync('a'); else execSync('a');"), "block execSync");
    assert.equal(stepsOf("if (x) execSync('a'); else existsSync('a');"), "block execSync");
  });

  it("takes a branch that blocks rather than one that only waits", () => {
    assert.equal(
      stepsOf("if (x) await setTimeout(1000); else existsSync('a');"),
      "block existsSync",
    );
  });

  it("takes one case of a switch, not all", () => {
    assert.equal(
      stepsOf(`switch (x) {
        case 1: existsSync("a"); return;
        case 2: execSync("a"); return;
        case 3: readFileSync("a"); break;
        default: existsSync("b");
      }`),
      "block execSync",
    );
  });

  it("falls through cases without an end", () => {
    assert.equal(
      stepsOf(
        `switch (x) { case 1: execSync("a"); case 2: existsSync("a"); break; case 3: rmSync("a"); }`,
      ),
      "block execSync, block existsSync",
    );
  });

  it("goes on behind a switch only from cases that do", () => {
    assert.equal(
      stepsOf(
        `switch (x) { case 1: readFileSync("a"); return; case 2: existsSync("a"); break; } execSync("b");`,
      ),
      "block existsSync, block execSync",
    );
  });

  it("compares an early return with what comes behind it", () => {
    assert.equal(stepsOf("if (x) { execSync('a'); return; } existsSync('a');"), "block execSync");
    assert.equal(stepsOf("if (x) { existsSync('a'); return; } execSync('a');"), "block execSync");
    assert.equal(
      stepsOf("readFileSync('a'); if (x) throw new Error(readFileSync('b')); existsSync('c');"),
      "block readFileSync, block readFileSync",
    );
  });

  it("takes the way without errors, unless what handles them blocks longer", () => {
    assert.equal(
      stepsOf("try { execSync('a'); } catch { existsSync('a'); } finally { rmSync('a'); }"),
      "block execSync, block rmSync",
    );
    assert.equal(
      stepsOf("try { await setTimeout(5); } catch { execSync('a'); }"),
      "timer setTimeout, block execSync",
    );
  });

  it("takes the heavier side of a conditional", () => {
    assert.equal(stepsOf("return x ? existsSync('a') : execSync('a');"), "block execSync");
  });

  it("takes the heaviest round of a loop", () => {
    assert.equal(
      stepsOf("for (const p of [1, 2]) { if (p) { existsSync(p); continue; } execSync(p); }"),
      "2 × (block execSync)",
    );
  });

  it("ends a labelled block where code breaks out of it", () => {
    assert.equal(
      stepsOf("out: { if (x) { readFileSync('a'); break out; } existsSync('a'); } execSync('a');"),
      "block readFileSync, block execSync",
    );
  });

  it("shows nothing behind a return", () => {
    assert.equal(stepsOf("return existsSync('a'); execSync('a');"), "block existsSync");
  });
});
