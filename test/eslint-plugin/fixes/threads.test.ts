import assert from "node:assert/strict";
import { fixOnce, offers } from "./apply.js";

const crypto = (text: string): string =>
  `import crypto from "node:crypto";\nasync function f(password, salt, req) { ${text} }\n`;
const spawned = (text: string): string =>
  `import { spawnBlocking } from "spawn-blocking";\nasync function f(password, salt, req) { ${text} }\n`;

describe("a call that computes, with a twin that takes a callback", () => {
  it("is promisified", () => {
    assert.equal(
      fixOnce(
        crypto(`return crypto.pbkdf2Sync(password, salt, 600000, 64, "sha512").toString("hex");`),
      ),
      `import crypto from "node:crypto";\nimport { promisify } from "node:util";\nasync function f(password, salt, req) { return (await promisify(crypto.pbkdf2)(password, salt, 600000, 64, "sha512")).toString("hex"); }\n`,
    );
    assert.equal(
      fixOnce(`import { gzipSync } from 'zlib'\nasync function f(p) { return gzipSync(p) }\n`),
      `import { gzip } from 'zlib'\nimport { promisify } from 'util'\nasync function f(p) { return await promisify(gzip)(p) }\n`,
    );
  });

  it("uses the util that the file has", () => {
    assert.equal(
      fixOnce(
        `const util = require("util");\nconst { scryptSync } = require("crypto");\nasync function f(p) { util.inspect(p); return scryptSync(p, "salt", 32); }\n`,
        { sourceType: "commonjs" },
      ),
      `const util = require("util");\nconst { scrypt } = require("crypto");\nasync function f(p) { util.inspect(p); return await util.promisify(scrypt)(p, "salt", 32); }\n`,
    );
  });

  it("is left to the worker thread where TypeScript can't type it promisified", () => {
    const [texts] = offers(
      `import crypto from "node:crypto";\nexport async function f(p: string) { return crypto.scryptSync(p, "salt", 32); }\n`,
      { typescript: true },
    );
    assert.deepEqual(texts, [
      "Run it on a worker thread: await spawnBlocking of the package spawn-blocking.",
    ]);
  });

  it("is promisified where it works on a file descriptor", () => {
    assert.equal(
      fixOnce(`import fs from "node:fs";\nasync function f(fd) { fs.fsyncSync(fd); }\n`),
      `import fs from "node:fs";\nimport { promisify } from "node:util";\nasync function f(fd) { await promisify(fs.fsync)(fd); }\n`,
    );
  });
});

describe("a call that is moved to a worker thread", () => {
  it("keeps what is written out, and is given the rest", () => {
    assert.equal(
      fixOnce(
        crypto(`return crypto.pbkdf2Sync(password, salt, 6e5, 64, "sha512").toString("hex");`),
        { choose: 1 },
      ),
      spawned(
        `return (await spawnBlocking((password, salt) => process.getBuiltinModule("node:crypto").pbkdf2Sync(password, salt, 6e5, 64, "sha512"), [password, salt])).toString("hex");`,
      ),
    );
  });

  it("names its parameters after what they are given", () => {
    assert.equal(
      fixOnce(crypto("return crypto.scryptSync(req.body.password, salt(), 64, { N: req.cost });"), {
        choose: 1,
      }),
      spawned(
        `return await spawnBlocking((password, argument2, cost) => process.getBuiltinModule("node:crypto").scryptSync(password, argument2, 64, { N: cost }), [req.body.password, salt(), req.cost]);`,
      ),
    );
    assert.equal(
      fixOnce(crypto("return crypto.scryptSync(password, password, req.password);"), { choose: 1 }),
      spawned(
        `return await spawnBlocking((password, password2) => process.getBuiltinModule("node:crypto").scryptSync(password, password, password2), [password, req.password]);`,
      ),
    );
    assert.equal(
      fixOnce(
        `import crypto from "node:crypto";\nasync function f(process) { return crypto.hkdfSync("sha1", process, "", "", 8); }\n`,
        { choose: 1 },
      ),
      `import { spawnBlocking } from "spawn-blocking";\nasync function f(process) { return await spawnBlocking((argument1) => process.getBuiltinModule("node:crypto").hkdfSync("sha1", argument1, "", "", 8), [process]); }\n`,
    );
  });

  it("keeps objects and arrays, and is given what they take from outside", () => {
    assert.equal(
      fixOnce(
        crypto("return crypto.scryptSync(password, salt, 64, { N: 2 ** 14, r: salt.r, ...req });"),
        { choose: 1 },
      ),
      spawned(
        `return await spawnBlocking((password, salt, options) => process.getBuiltinModule("node:crypto").scryptSync(password, salt, 64, options), [password, salt, { N: 2 ** 14, r: salt.r, ...req }]);`,
      ),
    );
    assert.equal(
      fixOnce(
        `import { execFileSync } from "node:child_process";\nasync function f(cwd, o) { return execFileSync("git", ["log", o.cwd], { encoding: "utf8", cwd, env: { A: o["a"] } }); }\n`,
        { choose: 1 },
      ),
      `import { spawnBlocking } from "spawn-blocking";\nasync function f(cwd, o) { return await spawnBlocking((cwd, cwd2, argument3) => process.getBuiltinModule("node:child_process").execFileSync("git", ["log", cwd], { encoding: "utf8", cwd: cwd2, env: { A: argument3 } }), [o.cwd, cwd, o["a"]]); }\n`,
    );
  });

  it("needs no arguments", () => {
    assert.equal(
      fixOnce(crypto(`return crypto.generateKeyPairSync("rsa", { modulusLength: 2048 });`), {
        choose: 1,
      }),
      spawned(
        `return await spawnBlocking(() => process.getBuiltinModule("node:crypto").generateKeyPairSync("rsa", { modulusLength: 2048 }));`,
      ),
    );
  });

  const withheld: Readonly<Record<string, string>> = {
    "an argument that it changes": "crypto.randomFillSync(salt);",
    "arguments of unknown number": "crypto.pbkdf2Sync(...salt);",
    "a comment between the arguments": `crypto.scryptSync(password, /* why */ salt, 64);`,
    "a function": "crypto.scryptSync(password, salt, { valueOf: () => 1 });",
  };
  for (const [what, text] of Object.entries(withheld)) {
    it(`is not offered with ${what}`, () => {
      const texts = offers(crypto(text)).flat();
      assert.equal(texts.length, 1);
      assert.match(texts[0] ?? "", /^Await the promisified/);
    });
  }
});

describe("a call that starts a program", () => {
  const childProcess = (text: string): string =>
    `import cp from "node:child_process";\nexport { cp };\nasync function f(p, q) { ${text} }\n`;
  const body = (text: string, choose = 0): string | undefined =>
    /async function f\(p, q\) \{ (.*) \}\n/.exec(
      fixOnce(childProcess(text), { choose }) ?? "",
    )?.[1];

  it("reads standard output, as a Buffer where it was one", () => {
    assert.equal(
      body("return cp.execSync(p).toString();"),
      `return (await promisify(cp.exec)(p, { encoding: "buffer" })).stdout.toString();`,
    );
    assert.equal(
      body(`return cp.execSync(p, { cwd: q }).length;`),
      `return (await promisify(cp.exec)(p, { encoding: "buffer", cwd: q })).stdout.length;`,
    );
    assert.equal(
      body(`return cp.execFileSync("git", ["log", p]);`),
      `return (await promisify(cp.execFile)("git", ["log", p], { encoding: "buffer" })).stdout;`,
    );
  });

  it("reads standard output, as text where it was", () => {
    assert.equal(
      body(`return cp.execSync(p, { encoding: "utf8" }).trim();`),
      `return (await promisify(cp.exec)(p, { encoding: "utf8" })).stdout.trim();`,
    );
  });

  it("leaves out stdio where it says what the other form does anyway", () => {
    assert.equal(
      body(`return cp.execSync(p, { stdio: ["ignore", "pipe", "ignore"] });`),
      `return (await promisify(cp.exec)(p, { encoding: "buffer"  })).stdout;`,
    );
    assert.equal(
      body(`return cp.execSync(p, { stdio: "pipe", /* here */ cwd: q });`),
      `return (await promisify(cp.exec)(p, { encoding: "buffer", /* here */cwd: q })).stdout;`,
    );
    assert.equal(
      body(`return cp.execFileSync("git", [p], { encoding: "utf8", stdio: ["ignore", "pipe"] });`),
      `return (await promisify(cp.execFile)("git", [p], { encoding: "utf8" })).stdout;`,
    );
  });

  it("says what changes with options", () => {
    const [[text] = []] = offers(
      childProcess(
        `return cp.execSync(p, { encoding: "utf8", timeout: 9, stdio: ["pipe", "pipe", "ignore"] });`,
      ),
    );
    assert.match(
      text ?? "",
      /An error's message tells what the program wrote to stderr\. An error for a program that took too long has killed: true, and not the code ETIMEDOUT\.$/,
    );
  });

  it("reads nothing where nothing was read", () => {
    assert.equal(body("cp.execSync(p);"), "await promisify(cp.exec)(p);");
  });

  it("runs on a worker thread where the asynchronous form has another shape", () => {
    assert.equal(
      body(`return cp.spawnSync("git", [p], { encoding: "utf8" }).status;`),
      `return (await spawnBlocking((p) => process.getBuiltinModule("node:child_process").spawnSync("git", [p], { encoding: "utf8" }), [p])).status;`,
    );
    const onlyThread: readonly string[] = [
      `cp.execSync(p, { stdio: "inherit" });`,
      `cp.execSync(p, { stdio: "ignore" });`,
      `cp.execSync(p, { stdio: ["pipe", "inherit", "pipe"] });`,
      `cp.execSync(p, { stdio: ["pipe", "pipe", "pipe", "pipe"] });`,
      `cp.execSync(p, { input: q });`,
      `cp.execSync(p, { encoding: q });`,
      `cp.execSync(p, q);`,
      `cp.execFileSync(p, q);`,
      `try { cp.execSync(p); } catch (error) { p(error.status); }`,
    ];
    for (const text of onlyThread) {
      assert.deepEqual(offers(childProcess(text)), [
        ["Run it on a worker thread: await spawnBlocking of the package spawn-blocking."],
      ]);
    }
  });
});

describe("a question whether a file exists", () => {
  it("is answered by access, and says what changes", () => {
    const code = `import { existsSync } from "fs";\nasync function f(p) { return !existsSync(p); }\n`;
    assert.equal(
      fixOnce(code),
      `import { access } from "fs/promises";\nasync function f(p) { return !await access(p).then(() => true, () => false); }\n`,
    );
    assert.match(
      offers(code).flat().join(),
      /other code may create or delete the file before the answer is used/,
    );
  });

  it("is answered by fs-extra's own promise", () => {
    const code = `import fse from "fs-extra";\nasync function f(p) { return fse.existsSync(p); }\n`;
    assert.equal(
      fixOnce(code, { module: "fs-extra" }),
      `import fse from "fs-extra";\nasync function f(p) { return await fse.pathExists(p); }\n`,
    );
    assert.deepEqual(offers(code, { module: "fs-extra" }), [
      [
        "Await pathExists of fs-extra (other code may create or delete the file before the answer is used).",
      ],
    ]);
  });
});
