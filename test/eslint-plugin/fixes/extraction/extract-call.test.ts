import assert from "node:assert/strict";
import { extracted } from "./extracting.js";

const typed = `import { pbkdf2Sync } from "node:crypto";
import type { Request } from "./request.js";

export async function signUp(request: Request, password: string): Promise<string> {
  const key = pbkdf2Sync(password, request.salt, 600_000, 32, "sha256");
  return key.toString("hex");
}
`;

describe("the extraction of a call that computes", () => {
  it("moves its import, and types what becomes a parameter", () => {
    assert.deepEqual(extracted(typed, { name: "sign-up.ts" }), {
      title: "Extract this call into pbkdf2.worker.ts, and run it on a worker thread.",
      file: "pbkdf2.worker.ts",
      module: `import { pbkdf2Sync } from "node:crypto";

export function pbkdf2(password: string, salt: Parameters<typeof pbkdf2Sync>[1]) {
  return pbkdf2Sync(password, salt, 600_000, 32, "sha256");
}
`,
      left: `import type { Request } from "./request.js";
import { spawnBlocking } from "spawn-blocking";
import type { pbkdf2 } from "./pbkdf2.worker.js";

export async function signUp(request: Request, password: string): Promise<string> {
  const key = await spawnBlocking<typeof pbkdf2>(new URL("./pbkdf2.worker.js", import.meta.url), "pbkdf2", [password, request.salt]);
  return key.toString("hex");
}
`,
    });
  });

  it("keeps the module's object where the file has that, and writes CommonJS", () => {
    const text = `const zlib = require("zlib");
exports.pack = async (text) => zlib.gzipSync(text, { level: 9 });
`;
    assert.deepEqual(extracted(text, { name: "pack.cjs" }), {
      title: "Extract this call into gzip.worker.cjs, and run it on a worker thread.",
      file: "gzip.worker.cjs",
      module: `const zlib = require("zlib");

function gzip(text) {
  return zlib.gzipSync(text, { level: 9 });
}

module.exports = { gzip };
`,
      left: `const { spawnBlocking } = require("spawn-blocking");
exports.pack = async (text) => await spawnBlocking(require.resolve("./gzip.worker.cjs"), "gzip", [text]);
`,
    });
  });

  it("takes another name where the import has that one", () => {
    const text = `import { pbkdf2Sync as pbkdf2 } from "node:crypto";
export const f = async (p) => pbkdf2(p, "salt", 1e5, 32, "sha256");
`;
    assert.match(extracted(text)?.module ?? "", /^export function pbkdf2Job\(p\) \{$/mu);
  });

  describe("is not offered", () => {
    const refused: readonly (readonly [why: string, text: string, where?: object])[] = [
      [
        "where an awaited form does the same",
        'import { readFileSync } from "node:fs";\nexport const f = async () => readFileSync("a");\n',
      ],
      [
        "where no type is known for what becomes a parameter",
        'import { execSync } from "node:child_process";\nexport const f = async (r: { c: string }) => execSync(r.c);\n',
        { name: "a.ts" },
      ],
      [
        "where the type is a parameter of the function around it",
        typed
          .replace("signUp(", "signUp<T extends string>(")
          .replace("password: string", "password: T"),
        { name: "a.ts" },
      ],
      [
        "where an argument can't be sent",
        'import { execFileSync } from "node:child_process";\nexport const f = async () => execFileSync("a", { stdio: process.stdout });\n',
      ],
    ];
    for (const [why, text, where] of refused) {
      it(why, () => {
        assert.equal(extracted(text, where), undefined);
      });
    }
  });
});
