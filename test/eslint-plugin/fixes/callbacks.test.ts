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

    it("is left alone where what comes is used as an iterator", () => {
      for (const use of [
        "p.map((q) => fs.readFileSync(q)).toArray()",
        "p.filter(fs.existsSync).take(2)",
      ]) {
        assert.equal(
          fixOnce(
            `import fs from "fs";\nexport { fs };\nexport async function f(p) { return ${use}; }`,
          ),
          undefined,
        );
      }
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

    it("goes on with the next item where it returns", () => {
      assert.equal(
        body("files.forEach((file) => { if (!file) return; fs.unlinkSync(file); });"),
        "for (const file of files.values()) { if (!file) continue; await unlink(file); }",
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
      "that returns from a loop of its own":
        "files.forEach((file) => { for (const one of file) { if (one) return; fs.unlinkSync(one); } });",
      "that returns a value":
        "files.forEach((file) => { if (file) return 1; fs.unlinkSync(file); });",
      "whose parameter has the array's name": "map.forEach((map) => { fs.unlinkSync(map); });",
      "that declares a var": "files.forEach((file) => { var a = file; fs.unlinkSync(a); });",
      "with a this of its own": "files.forEach(function (file) { this.x = fs.statSync(file); });",
      "that is given a this": "files.forEach((file) => { fs.statSync(file); }, map);",
      "whose value is used": "return files.forEach((file) => { fs.unlinkSync(file); });",
      "that takes the array":
        "files.forEach((file, index, all) => { fs.unlinkSync(all[index]); });",
      "that takes nothing": "files.forEach(() => { fs.unlinkSync('a'); });",
      "of a list with holes": "['a', , 'b'].forEach((file) => { fs.unlinkSync(file); });",
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

  describe("filter", () => {
    it("waits for all items at once, and keeps those that pass", () => {
      assert.equal(
        body("return files.filter((file) => fs.statSync(file).isFile()).sort();"),
        "return (await Promise.all(files.map(async (file) => (await stat(file)).isFile() ? [file] : []))).flat().sort();",
      );
      assert.equal(
        body("return files.filter((file) => file ? fs.statSync(file).size : map);"),
        "return (await Promise.all(files.map(async (file) => (file ? (await stat(file)).size : map) ? [file] : []))).flat();",
      );
    });

    it("keeps what each way out of the callback says", () => {
      assert.equal(
        body(
          "return files.filter((file) => { if (!file) return false; if (map) return map.a, file; return fs.statSync(file).size; });",
        ),
        "return (await Promise.all(files.map(async (file) => { if (!file) return []; if (map) return (map.a, file) ? [file] : []; return (await stat(file)).size ? [file] : []; }))).flat();",
      );
    });

    const withheld: Readonly<Record<string, string>> = {
      "that may end without a value":
        "return files.filter((file) => { if (file) return fs.statSync(file).size; });",
      "that takes its item apart": "return files.filter(({ file }) => fs.statSync(file).size);",
      "that changes its item":
        "return files.filter((file) => { file = 1; return fs.statSync(file).size; });",
      "with a this of its own": "return files.filter((file) => fs.statSync(file).size, map);",
    };
    for (const [what, text] of Object.entries(withheld)) {
      it(`leaves alone a callback ${what}`, () => {
        assert.equal(body(text), undefined);
      });
    }
  });

  it("joins the lists of flatMap", () => {
    assert.equal(
      body("return files.flatMap((file) => fs.readdirSync(file)).length;"),
      "return (await Promise.all(files.map(async (file) => await readdir(file)))).flat().length;",
    );
  });

  describe("a search", () => {
    it("becomes a loop that returns at the first hit", () => {
      assert.equal(
        body("return files.some((file) => fs.statSync(file).size > 1);"),
        "for (const file of files) {\n  if ((await stat(file)).size > 1) return true;\n}\nreturn false;",
      );
      assert.equal(
        body("  return files.every((file, index) => fs.statSync(file).size === index);"),
        "  for (const [index, file] of files.entries()) {\n    if (!((await stat(file)).size === index)) return false;\n  }\n  return true;",
      );
      assert.equal(
        body("return files.find((file) => fs.statSync(file).isFile());"),
        "for (const file of files) {\n  if ((await stat(file)).isFile()) return file;\n}\nreturn undefined;",
      );
      assert.equal(
        body("return files.findIndex((file) => fs.statSync(file).isFile());"),
        "for (const [index, file] of files.entries()) {\n  if ((await stat(file)).isFile()) return index;\n}\nreturn -1;",
      );
    });

    it("becomes a loop in front of the statement that uses its result", () => {
      assert.equal(
        body("const all = files.every(({ name }) => fs.statSync(name).isFile());"),
        "let all = true;\nfor (const { name } of files) {\n  if (!(await stat(name)).isFile()) {\n    all = false;\n    break;\n  }\n}",
      );
      assert.equal(
        body("if (!files.some((file) => fs.statSync(file).isFile())) return 1;"),
        "let found = false;\nfor (const file of files) {\n  if ((await stat(file)).isFile()) {\n    found = true;\n    break;\n  }\n}\nif (!found) return 1;",
      );
    });

    it("becomes the body of a function that is nothing else", () => {
      const code = `import fs from "fs";\nexport { fs };\nexport const has = async (files) => files.some((file) => fs.statSync(file).isFile());\n`;
      assert.equal(
        fixOnce(code)?.split("export { fs };\n")[1],
        "export const has = async (files) => {\n  for (const file of files) {\n    if ((await stat(file)).isFile()) return true;\n  }\n  return false;\n};\n",
      );
    });

    it("keeps the statements before its test", () => {
      assert.equal(
        body(
          "return files.some((file) => {\n  const { size } = fs.statSync(file);\n  return size > 1;\n});",
        ),
        "for (const file of files) {\n  const { size } = await stat(file);\n  if (size > 1) return true;\n}\nreturn false;",
      );
    });

    const withheld: Readonly<Record<string, string>> = {
      "behind something else": "return map.a() && files.some((file) => fs.statSync(file).size);",
      "that is asked again and again":
        "while (files.some((file) => fs.statSync(file).size)) map();",
      "in another branch":
        "if (map) map(); else if (files.some((file) => fs.statSync(file).size)) map();",
      "for a part of an item": "return files.find(({ file }) => fs.statSync(file).size);",
      "with a comment that would be lost":
        "return files.some(/* why */ (file) => fs.statSync(file).size);",
      "whose items have the array's name": "return files.some((files) => fs.statSync(files).size);",
    };
    for (const [what, text] of Object.entries(withheld)) {
      it(`is left alone ${what}`, () => {
        assert.equal(body(text), undefined);
      });
    }
  });

  describe("reduce", () => {
    it("becomes a loop in front of the statement", () => {
      assert.equal(
        body("return files.reduce((total, file) => total + fs.statSync(file).size, 0);"),
        "let total = 0;\nfor (const file of files) {\n  total = total + (await stat(file)).size;\n}\nreturn total;",
      );
      assert.equal(
        body("const total = files.reduce((total, file) => total + fs.statSync(file).size, 0);"),
        "let total = 0;\nfor (const file of files) {\n  total = total + (await stat(file)).size;\n}",
      );
    });

    it("keeps what is only added to", () => {
      assert.equal(
        body(
          "const texts = files.reduce((all, file) => {\n  all[file] = fs.readFileSync(file);\n  return all;\n}, {});",
        ),
        "const all = {};\nfor (const file of files) {\n  all[file] = await readFile(file);\n}\nconst texts = all;",
      );
    });

    const withheld: Readonly<Record<string, string>> = {
      "without a first value":
        "return files.reduce((total, file) => total + fs.statSync(file).size);",
      "with a first value that may change":
        "return files.reduce((total, file) => total + fs.statSync(file).size, map());",
      "whose total has a name that is taken":
        "return files.reduce((map, file) => map + fs.statSync(file).size, 0);",
    };
    for (const [what, text] of Object.entries(withheld)) {
      it(`is left alone ${what}`, () => {
        assert.equal(body(text), undefined);
      });
    }

    it("is typed by what it says, and left alone where it says nothing", () => {
      const code = (call: string): string =>
        `import fs from "fs";\nexport { fs };\nexport async function f(files: string[]) { return files.${call}; }`;
      const callback = "all[file] = fs.readFileSync(file); return all;";
      const typed = fixOnce(
        code(`reduce((all: Record<string, Buffer>, file) => { ${callback} }, {})`),
        { typescript: true },
      );
      assert.match(typed ?? "", /const all: Record<string, Buffer> = \{\};/);
      assert.equal(
        fixOnce(code(`reduce((all, file) => { ${callback} }, {})`), { typescript: true }),
        undefined,
      );
    });
  });

  it("is left alone in sort", () => {
    assert.equal(body("return files.sort((file) => fs.statSync(file).size);"), undefined);
  });

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
