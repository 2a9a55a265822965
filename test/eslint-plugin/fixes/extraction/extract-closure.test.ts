import assert from "node:assert/strict";
import { extracted } from "./extracting.js";

const untyped = `import { spawnBlocking } from "spawn-blocking";
import { render } from "./render.js";

export async function handler(rows, title) {
  return await spawnBlocking((list) => render(list, title), [rows]);
}
`;

describe("the extraction of a closure that a worker thread could not run", () => {
  it("makes parameters of what it captures", () => {
    assert.deepEqual(extracted(untyped), {
      title: "Move this function into render-job.worker.js, which the worker thread loads.",
      file: "render-job.worker.js",
      module: `import { render } from "./render.js";

export const renderJob = (list, title) => render(list, title);
`,
      left: `import { spawnBlocking } from "spawn-blocking";

export async function handler(rows, title) {
  return await spawnBlocking(new URL("./render-job.worker.js", import.meta.url), "renderJob", [rows, title]);
}
`,
    });
  });

  it("keeps the types that are written, and imports them", () => {
    const text = `import { spawnBlocking } from "spawn-blocking";
import { render } from "./render.js";
import type { Row } from "./row.js";

export async function handler(rows: Row[], title: string) {
  return await spawnBlocking(() => render(rows, title));
}
`;
    const result = extracted(text, { name: "handler.ts" });
    assert.equal(
      result?.module,
      `import { render } from "./render.js";
import type { Row } from "./row.js";

export const renderJob = (rows: Row[], title: string) => render(rows, title);
`,
    );
    assert.equal(
      result.left,
      `import { spawnBlocking } from "spawn-blocking";
import type { Row } from "./row.js";
import type { renderJob } from "./render-job.worker.js";

export async function handler(rows: Row[], title: string) {
  return await spawnBlocking<typeof renderJob>(new URL("./render-job.worker.js", import.meta.url), "renderJob", [rows, title]);
}
`,
    );
  });

  it("takes functions of the file along, and writes CommonJS", () => {
    const text = `const { spawnBlocking } = require("spawn-blocking");
const sum = (list) => list.reduce((a, b) => a + b, 0);
exports.handler = async (list) => await spawnBlocking((all) => sum(all), [list], { kind: "wait" });
`;
    const result = extracted(text, { name: "handler.cjs" });
    assert.equal(
      result?.module,
      `const sum = (list) => list.reduce((a, b) => a + b, 0);

const sumJob = (all) => sum(all);

module.exports = { sumJob };
`,
    );
    assert.equal(
      result.left,
      `const { spawnBlocking } = require("spawn-blocking");
exports.handler = async (list) => await spawnBlocking(require.resolve("./sum-job.worker.cjs"), "sumJob", [list], { kind: "wait" });
`,
    );
  });

  describe("is not offered", () => {
    const refused: readonly (readonly [why: string, text: string, where?: object])[] = [
      [
        "where it assigns to a variable around it",
        untyped.replace("render(list, title)", "(title = render(list))"),
      ],
      [
        "where it captures a function",
        untyped
          .replace("return", "const make = () => title;\n  return")
          .replace("(list, title)", "(list, make())"),
      ],
      ["where a captured variable has no type", untyped, { name: "handler.ts" }],
      ["where it uses this", untyped.replace("list, title)", "list, this.title)")],
    ];
    for (const [why, text, where] of refused) {
      it(why, () => {
        assert.equal(extracted(text, where), undefined);
      });
    }
  });
});
