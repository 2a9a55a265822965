import assert from "node:assert/strict";
import { fixOnce, offers } from "../apply.js";

/** What the code below the import becomes. */
function mended(code: string, typescript = false): string | undefined {
  const fixed = fixOnce(`import fs from "fs";\nexport { fs };\n${code}`, { typescript });
  return fixed?.split("\nexport { fs };\n")[1];
}

describe("a blocking call in a function that is not async", () => {
  it("makes the function async and waits where it is called", () => {
    assert.equal(
      mended(
        "function load(p) { return JSON.parse(fs.readFileSync(p)); }\nexport async function f(p) { return [load(p).a, load(p)]; }",
      ),
      "async function load(p) { return JSON.parse(await readFile(p)); }\nexport async function f(p) { return [(await load(p)).a, await load(p)]; }",
    );
  });

  it("changes nothing for those who call it where it gives a promise of a known function in any case", () => {
    assert.equal(
      fixOnce(
        'import { existsSync } from "node:fs";\nimport { readFile } from "node:fs/promises";\nasync function later(p) { return p; }\nexport function load(p) {\n  if (!existsSync(p)) return later(p);\n  return p ? readFile(p) : fetch(p);\n}\n',
      ),
      'import { readFile, access } from "node:fs/promises";\nasync function later(p) { return p; }\nexport async function load(p) {\n  if (!await access(p).then(() => true, () => false)) return later(p);\n  return p ? readFile(p) : fetch(p);\n}\n',
    );
  });

  it("may change something where it gives a promise on one way alone, and is left to people", () => {
    for (const other of ["null", "load.cached", "watch(p)"]) {
      assert.equal(
        fixOnce(
          `import { existsSync } from "node:fs";\nimport { readFile, watch } from "node:fs/promises";\nexport function load(p) { return existsSync(p) ? readFile(p) : ${other}; }\nexport { watch };\n`,
        ),
        undefined,
      );
    }
  });

  it("says so, and what may change", () => {
    const code =
      'import { readFileSync } from "fs";\nconst load = (p) => readFileSync(p);\nexport async function f(p) { return [load(p), load(p)]; }';
    assert.deepEqual(offers(code), [
      [
        "Await readFile of node:fs/promises. load becomes async and is awaited where it is called (2 calls): other code may run in between.",
      ],
    ]);
  });

  it("goes on through callers that are not async themselves", () => {
    assert.equal(
      mended(
        "const read = (p) => fs.readFileSync(p);\nfunction load(p) { return JSON.parse(read(p)); }\nexport async function f(p) { return load(p).a; }",
      ),
      "const read = async (p) => await readFile(p);\nasync function load(p) { return JSON.parse(await read(p)); }\nexport async function f(p) { return (await load(p)).a; }",
    );
  });

  it("waits for itself in a recursion", () => {
    assert.equal(
      mended(
        "function walk(p) { return fs.readdirSync(p).flatMap(String).concat(p ? walk('') : []); }\nexport async function f(p) { return walk(p); }",
      ),
      "async function walk(p) { return (await readdir(p)).flatMap(String).concat(p ? await walk('') : []); }\nexport async function f(p) { return await walk(p); }",
    );
  });

  it("waits for all items where it is handed to map, or called in map's callback", () => {
    assert.equal(
      mended(
        "function load(p) { return fs.readFileSync(p); }\nexport async function f(p) { return [p.map(load), p.map((q) => load(q))]; }",
      ),
      "async function load(p) { return await readFile(p); }\nexport async function f(p) { return [await Promise.all(p.map(load)), await Promise.all(p.map(async (q) => await load(q)))]; }",
    );
  });

  it("is left to the promise where it is a reaction's function", () => {
    assert.equal(
      mended(
        "function load(p) { return fs.readFileSync(p); }\nexport function f(p) { return p.then(load); }",
      ),
      "async function load(p) { return await readFile(p); }\nexport function f(p) { return p.then(load); }",
    );
  });

  it("waits for a function that is called where it stands", () => {
    assert.equal(
      mended("export async function f(p) { return (() => fs.readFileSync(p))(); }"),
      "export async function f(p) { return await (async () => await readFile(p))(); }",
    );
  });

  it("waits for a private method", () => {
    assert.equal(
      mended(
        "export class A { #load(p) { return fs.readFileSync(p); } async run(p) { return this.#load(p).length; } }",
      ),
      "export class A { async #load(p) { return await readFile(p); } async run(p) { return (await this.#load(p)).length; } }",
    );
    assert.equal(
      mended(
        "export class A { private static load(p: string): Buffer { return fs.readFileSync(p); } async run(p: string) { return A.load(p); } }",
        true,
      ),
      "export class A { private static async load(p: string): Promise<Buffer> { return await readFile(p); } async run(p: string) { return await A.load(p); } }",
    );
  });

  it("writes the promise into types, in TypeScript and in doc comments", () => {
    assert.equal(
      mended(
        "const load = (p: string): string | Buffer => fs.readFileSync(p);\nexport async function f(p: string) { return load(p); }",
        true,
      ),
      "const load = async (p: string): Promise<string | Buffer> => await readFile(p);\nexport async function f(p: string) { return await load(p); }",
    );
    assert.equal(
      mended(
        "/** @returns {{ size: number }} it */\nfunction load(p) { return fs.statSync(p); }\nexport async function f(p) { return load(p); }",
      ),
      "/** @returns {Promise<{ size: number }>} it */\nasync function load(p) { return await stat(p); }\nexport async function f(p) { return await load(p); }",
    );
  });

  it("becomes async at once where it gives a promise already, whoever calls it", () => {
    assert.equal(
      mended("export const load = (p) => Promise.resolve(fs.readFileSync(p));"),
      "export const load = async (p) => Promise.resolve(await readFile(p));",
    );
    assert.equal(
      mended(
        "export class A { load(p: string): Promise<string> { fs.unlinkSync(p); return Promise.resolve(p); } }",
        true,
      ),
      "export class A { async load(p: string): Promise<string> { await unlink(p); return Promise.resolve(p); } }",
    );
    const [texts] = offers(
      `import fs from "fs";\nexport function load(p) { fs.unlinkSync(p); return new Promise(p); }`,
    );
    assert.deepEqual(texts, [
      "Await unlink of node:fs/promises. load becomes async: what it throws becomes a rejection.",
    ]);
  });

  it("becomes async where it spins on the clock", () => {
    assert.equal(
      fixOnce(
        "function sleep(ms) { const end = Date.now() + ms; while (Date.now() < end) {} }\nexport async function f() { sleep(5); }",
      ),
      'import { setTimeout } from "node:timers/promises";\n\nasync function sleep(ms) { await setTimeout(ms); }\nexport async function f() { await sleep(5); }',
    );
  });

  const call = "\nexport async function f(p) { return load(p); }";
  const load = "function load(p) { return fs.readFileSync(p); }";
  const withheld: Readonly<Record<string, string>> = {
    "nobody calls": load,
    "is exported": `export ${load}${call}`,
    "is exported by name": `${load}${call}\nexport { load };`,
    "is handed on": `${load}${call}\nexport const loaders = [load];`,
    "a caller that is exported calls": `${load}\nexport const g = (p) => load(p);${call}`,
    "the module calls while it is loaded": `${load}\nexport const x = load("a");${call}`,
    "a default parameter calls": `${load}\nexport async function f(p, q = load(p)) { return load(p); }`,
    "a comparison of sort calls": `${load}\nexport async function f(p) { return p.sort((a, b) => load(a) - load(b)); }`,
    "is called behind ?.": `${load}\nexport async function f(p) { return load?.(p); }`,
    "is constructed": `${load}\nexport async function f(p) { return new load(p); }`,
    "may be another": `let load = (p) => fs.readFileSync(p);\nexport function g(p) { load = p; }${call}`,
    "is a getter": `export class A { get #load() { return fs.readFileSync("a"); } async f() { return this.#load; } }`,
    "is a public method": `export class A { load(p) { return fs.readFileSync(p); } async f(p) { return this.load(p); } }`,
    "is a constructor": `export class A { constructor(p) { this.text = fs.readFileSync(p); } }`,
    "gives a promise only sometimes":
      "export function load(p) { if (!p) return; return Promise.resolve(fs.readFileSync(p)); }",
    "says its type in a doc comment": `/** @type {(p: string) => Buffer} */\nconst load = (p) => fs.readFileSync(p);${call}`,
    "has a Promise of its own near": `const Promise = null;\nexport { Promise };\n${load}${call}`,
  };
  for (const [what, code] of Object.entries(withheld)) {
    it(`is left alone if it is one that ${what}`, () => {
      assert.equal(mended(code), undefined);
    });
  }

  it("is left alone if its type stands elsewhere, or narrows what it is given", () => {
    const types = [
      `const load: (p: string) => Buffer = (p) => fs.readFileSync(p);\nexport async function f(p: string) { return load(p); }`,
      `function load(p: unknown): p is string { return fs.existsSync(String(p)); }\nexport async function f(p: unknown) { return load(p) ? p.length : 0; }`,
    ];
    for (const code of types) assert.equal(mended(code, true), undefined);
  });
});
