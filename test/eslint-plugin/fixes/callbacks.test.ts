import assert from "node:assert/strict";
import { fixAll, fixOnce } from "./apply.js";

/** What the body of an async function becomes; the import is left out. */
function body(text: string): string | undefined {
  const code = `import * as fs from "node:fs";\nasync function f(files, map) {\n${text}\n}\nexport { fs };\n`;
  return /async function f\(files, map\) \{\n(.*)\n\}\nexport/s.exec(fixOnce(code) ?? "")?.[1];
}

describe("a blocking call in the callback of an array's method", () => {
  describe("map", () => {
    it("waits for all items at once", () => {
      assert.equal(
        body("return files.map((file) => fs.readFileSync(file));"),
        "return await Promise.all(files.map(async (file) => await readFile(file)));",
      );
      assert.equal(
        body("return files.map(function (file) { return fs.statSync(file).size; }).sort();"),
        "return (await Promise.all(files.map(async function (file) { return (await stat(file)).size; }))).sort();",
      );
    });

    it("needs no second Promise.all", () => {
      assert.equal(
        body("return await Promise.all(files.map((file) => fs.readFileSync(file)));"),
        "return await Promise.all(files.map(async (file) => await readFile(file)));",
      );
    });

    it("is left alone inside another callback", () => {
      assert.equal(
        body("return map.some(() => files.map((file) => fs.statSync(file)).length);"),
        undefined,
      );
    });
  });

  describe("forEach", () => {
    it("becomes a loop over an array", () => {
      assert.equal(
        body("Object.keys(map).forEach((file) => {\n  // why\n  fs.unlinkSync(file);\n});"),
        "for (const file of Object.keys(map)) {\n  // why\n  await unlink(file);\n}",
      );
      assert.equal(
        body("Object.keys(map).forEach((file) => fs.unlinkSync(file));"),
        "for (const file of Object.keys(map)) { await unlink(file); }",
      );
      assert.equal(
        body("const all = [1, 2];\nall.forEach(({ file }) => (fs.unlinkSync(file)));"),
        "const all = [1, 2];\nfor (const { file } of all) { (await unlink(file)); }",
      );
    });

    it("becomes a loop over values where it may be a map's", () => {
      assert.equal(
        body("map.forEach((file) => fs.unlinkSync(file));"),
        "for (const file of map.values()) { await unlink(file); }",
      );
    });

    it("becomes a loop over entries where it takes the index", () => {
      assert.equal(
        body("files.forEach((file, index) => { fs.renameSync(file, String(index)); });"),
        "for (const [index, file] of files.entries()) { await rename(file, String(index)); }",
      );
    });

    it("may change its parameter", () => {
      assert.equal(
        body("files.forEach((file) => { file += 1; fs.unlinkSync(file); });"),
        "for (let file of files.values()) { file += 1; await unlink(file); }",
      );
    });

    it("knows arrays by their types, and leaves the types of parameters out", () => {
      assert.equal(
        fixOnce(
          `import { unlinkSync } from "fs";\nasync function f(files: string[]) { files.forEach((file: string) => { unlinkSync(file); }); }`,
          { typescript: true },
        ),
        `import { unlink } from "fs/promises";\nasync function f(files: string[]) { for (const file of files) { await unlink(file); } }`,
      );
    });

    const withheld: Readonly<Record<string, string>> = {
      "that returns": "files.forEach((file) => { if (file) return; fs.unlinkSync(file); });",
      "that declares a var": "files.forEach((file) => { var a = file; fs.unlinkSync(a); });",
      "with a this of its own": "files.forEach(function (file) { this.x = fs.statSync(file); });",
      "that is given a this": "files.forEach((file) => { fs.statSync(file); }, map);",
      "whose value is used": "return files.forEach((file) => { fs.unlinkSync(file); });",
      "that takes the array":
        "files.forEach((file, index, all) => { fs.unlinkSync(all[index]); });",
      "that takes nothing": "files.forEach(() => { fs.unlinkSync('a'); });",
      "behind ?.": "files?.forEach((file) => { fs.unlinkSync(file); });",
    };
    for (const [what, text] of Object.entries(withheld)) {
      it(`leaves alone a callback ${what}`, () => {
        assert.equal(body(text), undefined);
      });
    }
  });

  it("makes the callback of a promise async", () => {
    assert.equal(
      body("return map.then((file) => fs.readFileSync(file));"),
      "return map.then(async (file) => await readFile(file));",
    );
  });

  for (const method of ["filter", "some", "every", "find", "reduce", "sort", "flatMap"]) {
    it(`is left alone in ${method}`, () => {
      assert.equal(body(`return files.${method}((file) => fs.statSync(file).size);`), undefined);
    });
  }

  it("is mended with the others in the same callback", () => {
    const fixed = fixAll(
      `import fs from "node:fs";\nexport async function f(files) { return files.map((file) => [fs.statSync(file), fs.readFileSync(file)]); }\n`,
    );
    assert.equal(
      fixed,
      `import { stat, readFile } from "node:fs/promises";\nexport async function f(files) { return await Promise.all(files.map(async (file) => [await stat(file), await readFile(file)])); }\n`,
    );
  });
});
