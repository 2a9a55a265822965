import { commonjs, typescript, withFiles, type SnippetSet } from "../snippet.js";

const load = `import fs from "fs";\nexport const load = (p) => fs.readFileSync(p);\n`;
const main = `
    import { load } from "PACKAGE";
    export async function f() { return load("a"); } // !chain`;
const importing = (name: string): string => main.replace("PACKAGE", name);

/** A workspace package "@app/util" beside the file, with this manifest and these files. */
const workspace = (
  specifier: string,
  manifest: object,
  files: Readonly<Record<string, string>>,
): {
  code: string;
  links: Readonly<Record<string, string>>;
  files: Readonly<Record<string, string>>;
} => ({
  code: importing(specifier),
  links: { "node_modules/@app/util": "packages/util" },
  files: {
    "package.json": `{ "workspaces": ["packages/*"] }`,
    "packages/util/package.json": JSON.stringify({ name: "@app/util", ...manifest }),
    ...Object.fromEntries(
      Object.entries(files).map(([name, text]) => [`packages/util/${name}`, text]),
    ),
  },
});

/** How specifiers find files. */
export const resolution: SnippetSet = {
  "exports as a string": workspace("@app/util", { exports: "./index.js" }, { "index.js": load }),
  "exports by condition": workspace(
    "@app/util",
    { exports: { ".": { types: "./index.d.ts", import: "./index.mjs", require: "./index.cjs" } } },
    { "index.mjs": load, "index.cjs": "", "index.d.ts": "export declare const load: unknown;" },
  ),
  "exports by nested conditions": workspace(
    "@app/util",
    { exports: { node: { import: "./node.mjs" }, default: "./browser.js" } },
    { "node.mjs": load, "browser.js": "export const load = () => 1;" },
  ),
  "exports with a subpath": workspace(
    "@app/util/load",
    { exports: { "./load": "./lib/load.js" } },
    { "lib/load.js": load },
  ),
  "exports with a pattern": workspace(
    "@app/util/features/load",
    { exports: { "./features/*": "./src/features/*.js" } },
    { "src/features/load.js": load },
  ),
  "exports with a pattern and an extension": workspace(
    "@app/util/features/load.js",
    { exports: { "./features/*.js": "./src/features/*.js", "./features/private/*": null } },
    { "src/features/load.js": load },
  ),
  "exports into an unbuilt dist, sources beside it": workspace(
    "@app/util",
    { exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } } },
    { "src/index.js": load },
  ),
  "main into an unbuilt lib, sources in TypeScript": {
    ...workspace("@app/util", { main: "lib/index.js" }, { "src/index.ts": load }),
    language: "typescript",
  },
  "an unbuilt dist named by tsconfig's outDir and rootDir": {
    ...workspace(
      "@app/util/deep/load",
      { exports: { "./*": "./build/out/*.js" } },
      {
        "source/deep/load.ts": load,
        "tsconfig.json": `{ // where it goes
          "compilerOptions": { "rootDir": "source", "outDir": "./build/out", } }`,
      },
    ),
    language: "typescript",
  },
  "a source condition": {
    ...workspace(
      "@app/util",
      { exports: { ".": { source: "./code/main.ts", default: "./dist/main.js" } } },
      { "code/main.ts": load },
    ),
    language: "typescript",
  },
  "a source field": {
    ...workspace(
      "@app/util",
      { main: "dist/main.js", source: "code/main.ts" },
      { "code/main.ts": load },
    ),
    language: "typescript",
  },
  "a development condition": {
    ...workspace(
      "@app/util",
      { exports: { ".": { development: "./code/main.ts", default: "./dist/main.js" } } },
      { "code/main.ts": load },
    ),
    language: "typescript",
  },
  "types that point at the source": {
    ...workspace(
      "@app/util",
      { main: "dist/main.js", types: "code/main.ts" },
      { "code/main.ts": load },
    ),
    language: "typescript",
  },
  "no main at all": workspace("@app/util", {}, { "index.js": load }),
  "a file below a package without exports": workspace(
    "@app/util/lib/load.js",
    {},
    { "lib/load.js": load },
  ),
  "a path that exports hides": {
    ...workspace("@app/util/hidden", { exports: { ".": "./index.js" } }, { "hidden.js": load }),
    code: `
    import { load } from "@app/util/hidden";
    export async function f() { return load("a"); }`,
  },
  "a package that imports itself by name": withFiles(importing("own/load"), {
    "package.json": `{ "name": "own", "type": "module", "exports": { "./load": "./load.js" } }`,
    "load.js": load,
  }),
  "imports with a condition and a pattern": withFiles(importing("#lib/load"), {
    "package.json": `{ "imports": { "#lib/*": { "node": "./lib/*.js", "default": "./web/*.js" } } }`,
    "lib/load.js": load,
  }),
  "tsconfig's baseUrl": typescript(importing("util/load"), {
    "tsconfig.json": `{ "compilerOptions": { "baseUrl": "./src" } }`,
    "src/util/load.ts": load,
  }),
  "tsconfig's paths, inherited": typescript(importing("~/load"), {
    "tsconfig.json": `{ "extends": "./tsconfig.base.json" }`,
    "tsconfig.base.json": `{ "compilerOptions": { "paths": { "~/*": ["./lib/*"] } } }`,
    "lib/load.ts": load,
  }),
  "tsconfig's paths with a fallback": typescript(importing("@/load"), {
    "tsconfig.json": `{ "compilerOptions": { "paths": { "@/*": ["./gone/*", "./lib/*"] } } }`,
    "lib/load.ts": load,
  }),
  "jsconfig's paths": withFiles(importing("@/load.js"), {
    "jsconfig.json": `{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["lib/*"] } } }`,
    "lib/load.js": load,
  }),
  "a .jsx, .mts and .cts file": typescript(
    `
    import { a } from "./a.mjs";
    import { b } from "./b.cjs";
    import { c } from "./c";
    export async function f() { a(); b(); c(); } // !chain !chain !chain`,
    {
      "a.mts": `import fs from "fs";\nexport const a = () => fs.statSync("a");`,
      "b.cts": `import fs = require("fs");\nexport const b = () => fs.statSync("a");`,
      "c.tsx": `import fs from "fs";\nexport const c = () => fs.statSync("a");`,
    },
  ),
  "a folder with an index in TypeScript": typescript(importing("./lib"), { "lib/index.ts": load }),
  "a folder with a manifest": commonjs(
    `
    const { load } = require("./lib");
    exports.f = async () => load("a"); // !chain`,
    {
      "lib/package.json": `{ "main": "./entry.js" }`,
      "lib/entry.js": `exports.load = (p) => require("fs").readFileSync(p);`,
    },
  ),
  "a JSON file and a style sheet": withFiles(
    `
    import data from "./data.json" with { type: "json" };
    import "./style.css";
    export async function f() { return data.load("a"); }`,
    { "data.json": "{}", "style.css": "" },
  ),
  "a declaration file says nothing": typescript(
    `
    import { load } from "./load";
    export async function f() { return load("a"); }`,
    { "load.d.ts": `export declare function load(p: string): string;` },
  ),
  "export type and export default interface": typescript(
    `
    import load, { type Options } from "./load.js";
    export async function f(o: Options) { return load(o.path); } // !chain`,
    {
      "load.ts": `import fs from "fs";\nexport interface Options { path: string }\nexport default (p: string) => fs.readFileSync(p);`,
    },
  ),
  "an object exported by CommonJS, read by ESM": {
    code: `
    import tools from "./tools.cjs";
    import { load } from "./tools.cjs";
    export async function f() { tools.load("a"); return load("b"); } // !chain !chain`,
    filename: "file.mjs",
    files: {
      "tools.cjs": `module.exports = { load };\nfunction load(p) { return require("fs").readFileSync(p); }`,
    },
  },
};
