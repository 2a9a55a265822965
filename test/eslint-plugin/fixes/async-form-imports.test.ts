import assert from "node:assert/strict";
import { fixOnce } from "./apply.js";

/** A module that reads a file in an async function. */
function fs(body: string): string {
  return `import fs from "node:fs";\nasync function f(p, q) { ${body} }\n`;
}

describe("the import of a twin that returns a promise", () => {
  it("is added behind the one of the synchronous function, in the file's style", () => {
    assert.equal(
      fixOnce(
        `import fs from 'fs'\nimport path from 'path'\nasync function f(p) {\n  fs.watch(p)\n  return fs.readFileSync(p)\n}\n`,
      ),
      `import fs from 'fs'\nimport { readFile } from 'fs/promises'\nimport path from 'path'\nasync function f(p) {\n  fs.watch(p)\n  return await readFile(p)\n}\n`,
    );
  });

  it("takes the place of one that has no other use", () => {
    assert.equal(
      fixOnce(
        `import { readFileSync } from "node:fs";\nasync function f(p) { return readFileSync(p); }\n`,
      ),
      `import { readFile } from "node:fs/promises";\nasync function f(p) { return await readFile(p); }\n`,
    );
  });

  it("loses only the name that has no other use", () => {
    assert.equal(
      fixOnce(
        `import { readFileSync, watch } from "node:fs";\nasync function f(p) { watch(p); return readFileSync(p); }\n`,
      ),
      `import { watch } from "node:fs";\nimport { readFile } from "node:fs/promises";\nasync function f(p) { watch(p); return await readFile(p); }\n`,
    );
  });

  it("stays as it is where the twin is a member of the same name", () => {
    assert.equal(
      fixOnce(
        `import { sleepSync, password } from "bun";\nexport async function f(p) { sleepSync(1); return password.hashSync(p); }\n`,
        { module: "global", path: "Bun.password.hashSync", offered: /password/u },
      ),
      `import { sleepSync, password } from "bun";\nexport async function f(p) { sleepSync(1); return await password.hash(p); }\n`,
    );
  });

  it("takes another name into one that is there", () => {
    assert.equal(
      fixOnce(
        `import fs from "node:fs";\nimport { stat } from "node:fs/promises";\nexport async function f(p) { await stat(p); fs.watch(p); return fs.readFileSync(p); }\n`,
      ),
      `import fs from "node:fs";\nimport { stat, readFile } from "node:fs/promises";\nexport async function f(p) { await stat(p); fs.watch(p); return await readFile(p); }\n`,
    );
  });

  it("is not needed where the name is imported already, under whatever name", () => {
    assert.equal(
      fixOnce(
        `import { readFileSync } from "fs";\nimport { readFile as load } from "fs/promises";\nexport { load };\nasync function f(p) { return readFileSync(p); }\n`,
      ),
      `import { readFile as load } from "fs/promises";\nexport { load };\nasync function f(p) { return await load(p); }\n`,
    );
  });

  it("is not needed where the module is imported whole", () => {
    assert.equal(
      fixOnce(
        `import fs, { promises as fsp } from "fs";\nasync function f(p) { await fsp.stat(p); fs.watch(p); return fs.readFileSync(p); }\n`,
      ),
      `import fs, { promises as fsp } from "fs";\nasync function f(p) { await fsp.stat(p); fs.watch(p); return await fsp.readFile(p); }\n`,
    );
  });

  it("is not needed where the file writes fs.promises", () => {
    assert.equal(
      fixOnce(fs("await fs.promises.stat(p); return fs.readFileSync(p);")),
      fs("await fs.promises.stat(p); return await fs.promises.readFile(p);"),
    );
  });

  it("gets another name where its own is taken nearby", () => {
    assert.equal(
      fixOnce(
        `import fs from "node:fs";\nexport async function readFile(p) { fs.watch(p); return fs.readFileSync(p); }\n`,
      ),
      `import fs from "node:fs";\nimport { readFile as readFileAsync } from "node:fs/promises";\nexport async function readFile(p) { fs.watch(p); return await readFileAsync(p); }\n`,
    );
  });

  it("is not taken from a name that means something else where the call stands", () => {
    assert.equal(
      fixOnce(
        `import fs from "node:fs";\nimport { readFile } from "node:fs/promises";\nexport { readFile };\nasync function f(p, readFile) { fs.watch(p); return fs.readFileSync(p); }\n`,
      ),
      `import fs from "node:fs";\nimport { readFile, readFile as readFileAsync } from "node:fs/promises";\nexport { readFile };\nasync function f(p, readFile) { fs.watch(p); return await readFileAsync(p); }\n`,
    );
  });

  it("is not a type's import", () => {
    assert.equal(
      fixOnce(
        `import { readFileSync } from "node:fs";\nimport type { FileHandle } from "node:fs/promises";\nexport type { FileHandle };\nexport async function f(p: string) { return readFileSync(p); }\n`,
        { typescript: true },
      ),
      `import { readFile } from "node:fs/promises";\nimport type { FileHandle } from "node:fs/promises";\nexport type { FileHandle };\nexport async function f(p: string) { return await readFile(p); }\n`,
    );
  });

  it("is required in CommonJS", () => {
    assert.equal(
      fixOnce(
        `"use strict";\nconst fs = require("fs");\nconst path = require("path");\nasync function f(p) { fs.watch(p); return fs.readFileSync(p); }\n`,
        { sourceType: "commonjs" },
      ),
      `"use strict";\nconst fs = require("fs");\nconst { readFile } = require("fs/promises");\nconst path = require("path");\nasync function f(p) { fs.watch(p); return await readFile(p); }\n`,
    );
  });

  it("takes another name into a destructured require, renamed where it must be", () => {
    assert.equal(
      fixOnce(
        `const fs = require("fs");\nconst { stat } = require("fs/promises");\nasync function f(p, readFile) { fs.watch(p); await stat(p); return fs.readFileSync(p); }\n`,
        { sourceType: "commonjs" },
      ),
      `const fs = require("fs");\nconst { stat, readFile: readFileAsync } = require("fs/promises");\nasync function f(p, readFile) { fs.watch(p); await stat(p); return await readFileAsync(p); }\n`,
    );
  });

  it("is required in compiled output", () => {
    assert.equal(
      fixOnce(
        `"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\nconst fs_1 = require("fs");\nasync function f(p) { return (0, fs_1.readFileSync)(p, "utf8").length; }\n`,
        { sourceType: "commonjs" },
      ),
      `"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\nconst { readFile } = require("fs/promises");\nasync function f(p) { return (await readFile(p, "utf8")).length; }\n`,
    );
  });

  it("stands beside another that is added with it, in a file without imports", () => {
    assert.equal(
      fixOnce(`export const f = async (p) => process.getBuiltinModule("zlib").gzipSync(p);\n`),
      `import { gzip } from "zlib";\nimport { promisify } from "util";\n\nexport const f = async (p) => await promisify(gzip)(p);\n`,
    );
  });

  it("stays where it loads a file of the project, which may have effects", () => {
    assert.equal(
      fixOnce(
        `import { readFileSync } from "./platform.js";\nasync function f(p) { return readFileSync(p); }\n`,
      ),
      `import { readFileSync } from "./platform.js";\nimport { readFile } from "node:fs/promises";\nasync function f(p) { return await readFile(p); }\n`,
    );
    assert.equal(
      fixOnce(
        `const { run } = require("./run");\nconst { statSync } = require("./files");\nexports.f = async (p) => [run(p), statSync(p)];\n`,
        { sourceType: "commonjs" },
      ),
      `const { run } = require("./run");\nconst { statSync } = require("./files");\nconst { stat } = require("node:fs/promises");\nexports.f = async (p) => [run(p), await stat(p)];\n`,
    );
  });

  it("is put above the code and its comments in a file without imports, and below its licence", () => {
    assert.equal(
      fixOnce(
        `/* Licence. */\n\n// Reads.\nexport async function f(p) { return process.getBuiltinModule("fs").readFileSync(p); }\n`,
      ),
      `/* Licence. */\n\nimport { readFile } from "fs/promises";\n\n// Reads.\nexport async function f(p) { return await readFile(p); }\n`,
    );
  });

  it("keeps Windows' line ends", () => {
    assert.equal(
      fixOnce(
        `import fs from "node:fs";\r\nexport { fs };\r\nasync function f(p) { fs.rmSync(p); }\r\n`,
      ),
      `import fs from "node:fs";\r\nimport { rm } from "node:fs/promises";\r\nexport { fs };\r\nasync function f(p) { await rm(p); }\r\n`,
    );
  });
});
