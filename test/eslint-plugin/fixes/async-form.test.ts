import assert from "node:assert/strict";
import { fixAll, fixOnce, offers } from "./apply.js";

/** A module that reads a file in an async function, in many ways. */
function fs(body: string): string {
  return `import fs from "node:fs";\nasync function f(p, q) { ${body} }\n`;
}

/** What the body becomes; the import is left out. */
function body(text: string): string | undefined {
  const fixed = fixOnce(`${fs(text)}export { fs };\n`);
  return /async function f\(p, q\) \{ (.*) \}\nexport/s.exec(fixed ?? "")?.[1];
}

describe("a call with a twin that returns a promise", () => {
  describe("await", () => {
    it("gets parentheses where precedence needs them", () => {
      assert.equal(
        body("return fs.readFileSync(p, q).trim();"),
        "return (await readFile(p, q)).trim();",
      );
      assert.equal(body("return fs.readFileSync(p)[0];"), "return (await readFile(p))[0];");
      assert.equal(
        body("return fs.readFileSync(p)?.length;"),
        "return (await readFile(p))?.length;",
      );
      assert.equal(body("return fs.readFileSync(p) ** 2;"), "return (await readFile(p)) ** 2;");
      assert.equal(body("return fs.readFileSync(p)`x`;"), "return (await readFile(p))`x`;");
    });

    it("gets none where it needs none", () => {
      assert.equal(body("return !fs.readFileSync(p);"), "return !await readFile(p);");
      assert.equal(body("return 2 ** fs.readFileSync(p);"), "return 2 ** await readFile(p);");
      assert.equal(
        body("return (fs.readFileSync(p)).length;"),
        "return (await readFile(p)).length;",
      );
      assert.equal(
        body("return JSON.parse(fs.readFileSync(p));"),
        "return JSON.parse(await readFile(p));",
      );
      assert.equal(body("return await fs.readFileSync(p);"), "return await readFile(p);");
      assert.equal(
        body("return { a: [...fs.readdirSync(p)] };"),
        "return { a: [...await readdir(p)] };",
      );
    });

    it("gets parentheses before TypeScript's non-null mark", () => {
      assert.equal(
        fixOnce(
          `import fs from "fs";\nexport { fs };\nasync function f(p: string) { return fs.mkdirSync(p)!; }`,
          {
            typescript: true,
          },
        ),
        `import fs from "fs";\nimport { mkdir } from "fs/promises";\nexport { fs };\nasync function f(p: string) { return (await mkdir(p))!; }`,
      );
    });

    it("gets a semicolon where the line before would go on", () => {
      assert.equal(
        fixOnce(
          `import fs from 'fs'\nexport { fs }\nasync function f(p) {\n  const a = p\n  fs.readdirSync(a).sort()\n}\n`,
        ),
        `import fs from 'fs'\nimport { readdir } from 'fs/promises'\nexport { fs }\nasync function f(p) {\n  const a = p\n  ;(await readdir(a)).sort()\n}\n`,
      );
    });

    it("may stand at the top of a module", () => {
      assert.equal(
        fixOnce(
          `import { readFileSync } from "node:fs";\nexport const text = readFileSync("a", "utf8");\n`,
        ),
        `import { readFile } from "node:fs/promises";\nexport const text = await readFile("a", "utf8");\n`,
      );
    });
  });

  it("keeps comments", () => {
    assert.equal(
      body("return fs /* a */ . readFileSync( /* b */ p, // c\n q /* d */ );"),
      "return await readFile/* a */( /* b */ p, // c\n q /* d */ );",
    );
  });

  it("keeps its object where it is a method, and its namespace where it is a global's", () => {
    assert.equal(
      fixOnce(`async function f(dir) { return dir.readSync(); }`, {
        path: "Dir.prototype.readSync",
      }),
      `async function f(dir) { return await dir.read(); }`,
    );
    assert.equal(
      fixOnce(`async function f(p) { return Deno.readTextFileSync(p).length; }`),
      `async function f(p) { return (await Deno.readTextFile(p)).length; }`,
    );
  });

  it("is a package's own twin where the call is the package's", () => {
    assert.equal(
      fixOnce(`import fse from "fs-extra";\nasync function f(p) { return fse.readJsonSync(p); }\n`),
      `import fse from "fs-extra";\nasync function f(p) { return await fse.readJson(p); }\n`,
    );
    assert.equal(
      fixOnce(
        `import bcrypt from "bcrypt";\nasync function f(p) { return bcrypt.hashSync(p, 12); }\n`,
        {
          module: "bcrypt",
        },
      ),
      `import bcrypt from "bcrypt";\nasync function f(p) { return await bcrypt.hash(p, 12); }\n`,
    );
  });

  it("follows names that always mean it", () => {
    assert.equal(
      fixOnce(
        `import fs from "fs";\nexport { fs };\nconst { readFileSync } = fs;\nasync function f(p) { return readFileSync(p); }\n`,
      ),
      `import fs from "fs";\nimport { readFile } from "fs/promises";\nexport { fs };\nasync function f(p) { return await readFile(p); }\n`,
    );
    assert.equal(
      fixOnce(`async function f(p) { return (await import("node:fs")).readFileSync(p); }\n`),
      `import { readFile } from "node:fs/promises";\n\nasync function f(p) { return await readFile(p); }\n`,
    );
  });

  it("says what changes where something does", () => {
    assert.deepEqual(
      offers(`import b from "bcryptjs";\nasync function f(p) { return b.hashSync(p, 12); }\n`, {
        module: "bcryptjs",
      }),
      [
        [
          "Await hash of bcryptjs (it computes on the same thread all the same, in slices of up to 100 ms).",
        ],
      ],
    );
  });

  describe("is withheld", () => {
    const withheld: Readonly<Record<string, string>> = {
      "behind ?. of what may be missing": fs("return q.fs?.readFileSync(p);"),
      "where the call itself may not happen": fs("return q.readFileSync?.(p);"),
      "for a file descriptor": fs("return fs.readFileSync(0);"),
      "for the descriptor of a stream": fs("return fs.readFileSync(process.stdin.fd);"),
      "for a variable that holds a descriptor": `import fs from "fs";\nasync function f(p) { const fd = q.open(p); return fs.readFileSync(fd); }`,
      "for a variable that gets a descriptor later": `import fs from "fs";\nasync function f(p) { let file; file = q.open(p); return fs.readFileSync(file); }`,
      "for a descriptor that is awaited": `import fs from "fs";\nasync function f(p) { const file = await promisify(fs.open)(p); return fs.readFileSync(file); }`,
      "for a parameter that is called a descriptor": `import fs from "fs";\nasync function f(logFd) { fs.writeFileSync(logFd, "x"); }`,
      "where a missing file may give undefined": fs(
        "return fs.statSync(p, { throwIfNoEntry: q });",
      ),
      "where options may say so": fs("return fs.statSync(p, q);"),
      "where another function may be called": `import fs from "fs";\nasync function f(p, q) { const readFileSync = p ? fs.readFileSync : q; return readFileSync(p); }`,
      "where arguments are bound": `import fs from "fs";\nasync function f() { const readFileSync = fs.readFileSync.bind(fs, "a"); return readFileSync("utf8"); }`,
      "where a caller hands the function over": `async function f(p, fs) { return fs.readFileSync(p); }`,
      "where a caller hands the function over by name": `async function f(p, { readFileSync }) { return readFileSync(p); }`,
      "where the variable changes": `import fs from "fs";\nlet { readFileSync } = fs;\nasync function f(p) { readFileSync = p; return readFileSync(p); }`,
      "in a generator": `import fs from "fs";\nfunction* f(p) { yield fs.readFileSync(p); }`,
      "in a function that is not async": `import fs from "fs";\nfunction f(p) { return fs.readFileSync(p); }`,
      "in a default parameter": `import fs from "fs";\nasync function f(p = fs.readFileSync("a")) {}`,
      "in a class field": `import fs from "fs";\nasync function f() { return class { x = fs.readFileSync("a"); }; }`,
      "in a static block": `import fs from "fs";\nasync function f() { return class { static { fs.readFileSync("a"); } }; }`,
      "in a getter": `import fs from "fs";\nasync function f() { return { get x() { return fs.readFileSync("a"); } }; }`,
      "at the top of a script": `const fs = require("fs");\nfs.readFileSync("a");`,
    };
    for (const [where, code] of Object.entries(withheld)) {
      it(where, () => {
        const sourceType = where.endsWith("script") ? "commonjs" : "module";
        assert.equal(fixOnce(code, { sourceType }), undefined);
      });
    }
  });

  it("is offered behind a ?. of an import, which is always there", () => {
    assert.equal(body("return fs?.readFileSync(p);"), "return await readFile(p);");
    assert.equal(
      body("return fs.readFileSync?.(p, q)?.length;"),
      "return (await readFile(p, q))?.length;",
    );
  });

  it("is not offered for JSON of which options may say that nothing throws", () => {
    const read = (options: string): string =>
      `import fse from "fs-extra";\nasync function f(p, q) { return fse.readJsonSync(p${options}); }\n`;
    for (const options of [", { throws: false }", ", q", ", { ...q }"]) {
      assert.equal(fixOnce(read(options), { module: "fs-extra" }), undefined);
    }
    for (const options of ["", ', "utf8"', ', { encoding: "utf8" }']) {
      assert.equal(
        fixOnce(read(options), { module: "fs-extra" }),
        read(options).replace("fse.readJsonSync", "await fse.readJson"),
      );
    }
  });

  it("is not offered behind a ?. of a function that some versions lack", () => {
    assert.equal(body("return fs.globSync?.(p) ?? [];"), undefined);
    assert.equal(
      fixOnce(
        `import fse from "fs-extra";\nasync function f(p) { return fse.readJsonSync?.(p); }\n`,
        { module: "fs-extra" },
      ),
      undefined,
    );
  });

  it("is not offered for a function that remembers what it gave", () => {
    for (const wrapped of [
      "memoize(fs.statSync)",
      "once(fs.statSync)",
      "deprecate(fs.statSync, 'x')",
    ]) {
      assert.equal(
        fixOnce(
          `import fs from "fs";\nconst statSync = ${wrapped};\nexport async function f(p) { return statSync(p); }`,
        ),
        undefined,
      );
    }
  });

  it("is offered for a function that is bound to an object alone", () => {
    assert.equal(
      body(
        "const readFileSync = fs.readFileSync.bind(fs); return [readFileSync(p), readFileSync];",
      ),
      "const readFileSync = fs.readFileSync.bind(fs); return [await readFile(p), readFileSync];",
    );
  });

  it("is offered for options that map", () => {
    assert.equal(
      body("return fs.statSync(p, { bigint: true });"),
      "return await stat(p, { bigint: true });",
    );
    assert.equal(
      body("return fs.readdirSync(p, { withFileTypes: true, recursive: true });"),
      "return await readdir(p, { withFileTypes: true, recursive: true });",
    );
    assert.equal(
      body(`return fs.readFileSync(p, { encoding: "utf8", flag: "r" });`),
      `return await readFile(p, { encoding: "utf8", flag: "r" });`,
    );
  });

  it("gives undefined for a missing file where it was told so", () => {
    const handled = `.catch((error) => { if (error.code === "ENOENT") return undefined; throw error; })`;
    assert.equal(
      body("return fs.statSync(p, { throwIfNoEntry: false })?.size;"),
      `return (await stat(p).catch((error) => { if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined; throw error; }))?.size;`,
    );
    assert.equal(
      body("return fs.lstatSync(p, { bigint: true, throwIfNoEntry: false });"),
      `return await lstat(p, { bigint: true })${handled};`,
    );
    assert.equal(
      body("return fs.lstatSync(p, { throwIfNoEntry: false, bigint: q });"),
      `return await lstat(p, { bigint: q })${handled};`,
    );
    assert.deepEqual(offers(fs("return fs.statSync(p, { throwIfNoEntry: false });")), [
      [
        "Await stat of node:fs/promises, and give undefined where it fails with ENOENT or, as Node.js 22 and later do, ENOTDIR.",
      ],
    ]);
  });

  it("reads the count of what was read or written", () => {
    assert.equal(
      fixOnce(fs("return fs.readSync(p, q, 0, 8, null) > 0;")),
      `import fs from "node:fs";\nimport { promisify } from "node:util";\nasync function f(p, q) { return (await promisify(fs.read)(p, q, 0, 8, null)).bytesRead > 0; }\n`,
    );
    assert.equal(body("fs.writeSync(p, q);"), "await promisify(fs.write)(p, q);");
  });

  it("iterates over what an asynchronous iterator gives, or collects it", () => {
    assert.equal(
      body("for (const file of fs.globSync(p)) q(file);"),
      "for await (const file of glob(p)) q(file);",
    );
    assert.equal(
      body("return fs.globSync(p).length;"),
      "return (await Array.fromAsync(glob(p))).length;",
    );
    assert.equal(
      fixOnce("async function f(p) { for (const { name } of Deno.readDirSync(p)) p(name); }"),
      "async function f(p) { for await (const { name } of Deno.readDir(p)) p(name); }",
    );
  });

  it("says where values are read before the wait", () => {
    assert.deepEqual(offers(fs("q.size += fs.statSync(p).size;")), [
      [
        "Await stat of node:fs/promises. What its statement reads before the wait may be old afterwards: other code may run in between.",
      ],
    ]);
  });

  it("mends all calls of a file one after the other, and then finds nothing more to do", () => {
    const fixed = fixAll(
      `import { readFileSync, writeFileSync, statSync } from "node:fs";\nasync function f(p) {\n  const size = statSync(p).size;\n  writeFileSync(p, readFileSync(p));\n  return [size, statSync(p).size];\n}\n`,
    );
    assert.equal(
      fixed,
      `import { stat, writeFile, readFile } from "node:fs/promises";\nasync function f(p) {\n  const size = (await stat(p)).size;\n  await writeFile(p, await readFile(p));\n  return [size, (await stat(p)).size];\n}\n`,
    );
    assert.equal(fixAll(fixed), fixed);
  });
});
