/** With type information: values of which only their type says that they can't be sent. */
import assert from "node:assert/strict";
import path from "node:path";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import plugin from "../../../eslint-plugin/src/index.js";

const folder = path.resolve(import.meta.dirname, "../../fixtures/typed");

const imports = `import { parallelMap, spawnBlocking } from "spawn-blocking";
import type { Socket } from "node:net";
import type { Readable } from "node:stream";
import type { IncomingMessage } from "node:http";
class Account { constructor(readonly name: string) {} rename(name: string) { return new Account(name); } }
class Point { x = 1; y = 2; }
class NotFound extends Error { describe() { return this.message; } }
interface Options { readonly depth: number; readonly onProgress: (done: number) => void }
interface Quiet { readonly depth: number; readonly onProgress?: (done: number) => void }
interface Tree { readonly children: readonly Tree[]; readonly name: string }
const count = (...values: readonly unknown[]): number => values.length;
`;

/** What the rule says of the last lines: line (from 1 after the imports), column, message. */
function lint(code: string): readonly string[] {
  const config: Linter.Config = {
    files: ["**/*.ts"],
    plugins: { unblock: plugin },
    rules: { "unblock/valid-spawn-blocking": "error" },
    languageOptions: {
      parser: typescriptParser,
      parserOptions: { projectService: { allowDefaultProject: ["*.ts"] }, tsconfigRootDir: folder },
    },
  };
  const messages = new Linter({ cwd: folder }).verify(imports + code, config, {
    filename: path.join(folder, "snippet.ts"),
  });
  const before = imports.split("\n").length - 1;
  return messages.map(
    ({ line, column, message }) => `${String(line - before)}:${String(column)} ${message}`,
  );
}

/** The messages about one argument of that type. */
function argument(type: string): readonly string[] {
  return lint(
    `export const f = (value: ${type}) => spawnBlocking((v: unknown) => typeof v, [value]);`,
  ).map((text) =>
    text.replace(/^1:\d+ This can't be sent to a worker thread: it is (.*)\.$/u, "$1"),
  );
}

describe("valid-spawn-blocking with type information", function () {
  // TypeScript reads its library and @types/node first.
  this.timeout(120_000);

  for (const [type, what] of [
    ["() => void", "a function"],
    ["typeof Account", "a class"],
    ["symbol", "a symbol"],
    ["(() => void) | undefined", "a function"],
    ["Options", "a value in which 'onProgress' is a function"],
    ["{ deep: { list: Options[] } }", "a value in which 'deep.list[].onProgress' is a function"],
    ["[string, () => void]", "a value in which '[]' is a function"],
    ["Record<string, number> & { run(): void }", "a value in which 'run' is a function"],
    ["Promise<string>", "a promise, which can be awaited before"],
    ["WeakMap<object, string>", "an instance of WeakMap"],
    ["URL", "an instance of URL"],
    ["Request", "an instance of Request"],
    ["Response | null", "an instance of Response"],
    ["AbortSignal", "an instance of AbortSignal"],
    ["Socket", "an instance of Socket"],
    ["Readable", "an instance of Readable"],
    ["IncomingMessage", "an instance of IncomingMessage"],
    ["Socket | Readable", "an instance of Socket"],
    ["Map<string, Socket>", "a value in which '[]' is an instance of Socket"],
    ["Generator<number>", "an instance of Generator"],
    ["Account", "an instance of Account, which arrives as a plain object without its methods"],
    [
      "readonly Account[]",
      "a value in which '[]' is an instance of Account, which arrives as a plain object without its methods",
    ],
  ] as const) {
    it(`reports an argument of type ${type}`, () => {
      assert.deepEqual(argument(type), [what]);
    });
  }

  for (const type of [
    ...["any", "unknown", "never", "string", "bigint", "null", "'a' | 'b'", "1 | 2", "boolean"],
    ...["Date", "RegExp", "Error", "NotFound", "RangeError", "Buffer", "Uint8Array", "DataView"],
    ...["ArrayBuffer", "SharedArrayBuffer", "Float64Array[]", "Map<string, Set<Date>>", "Blob"],
    ...["Point", "Tree", "Quiet", "Record<string, number>", "[string, number]", "object", "{}"],
    ...["string | (() => void)", "string & { readonly brand: unique symbol }", "readonly Tree[]"],
    ...["import('node:crypto').KeyObject", "import('node:path').ParsedPath", "Partial<Options>"],
  ]) {
    it(`says nothing of an argument of type ${type}`, () => {
      assert.deepEqual(argument(type), []);
    });
  }

  it("knows a generic value by its constraint, and nothing without one", () => {
    assert.deepEqual(
      lint(
        `export const f = <T extends () => void>(v: T) => spawnBlocking((x: unknown) => typeof x, [v]);
export const g = <T,>(v: T) => spawnBlocking((x: unknown) => typeof x, [v]);`,
      ),
      ["1:91 This can't be sent to a worker thread: it is a function."],
    );
  });

  it("looks into what is written out, and names the very part", () => {
    assert.deepEqual(
      lint(
        "export const f = (s: Socket, n: number) => spawnBlocking((v: unknown) => typeof v, [{ n, socket: s }]);",
      ),
      ["1:98 This can't be sent to a worker thread: it is an instance of Socket."],
    );
  });

  it("looks at arguments and items that come as a whole", () => {
    assert.deepEqual(
      lint(
        `export const f = (args: [Socket]) => spawnBlocking((v: Socket) => typeof v, args);
export const g = (items: Account[]) => parallelMap(items, (v) => v.name);
export const h = (items: Generator<number>) => parallelMap(items, (v) => v + 1);`,
      ),
      [
        "1:77 This can't be sent to a worker thread: it is a value in which '[]' is an instance of Socket.",
        "2:52 This can't be sent to a worker thread: it is a value in which '[]' is an instance of Account, which arrives as a plain object without its methods.",
      ],
    );
  });

  it("looks at what is sent to the export of a module", () => {
    assert.deepEqual(
      lint(
        `const url = new URL("./work.js", import.meta.url);
export const f = (s: Socket) => spawnBlocking(url, "work", [s, 1]);
export const g = (o: Options) => parallelMap([1], url, "work", { args: [o] });`,
      ),
      [
        "2:61 This can't be sent to a worker thread: it is an instance of Socket.",
        "3:73 This can't be sent to a worker thread: it is a value in which 'onProgress' is a function.",
      ],
    );
  });

  it("looks at results, which are awaited in the thread", () => {
    assert.deepEqual(
      lint(
        `export const f = () => spawnBlocking((name: string) => { const v: unknown = name; return v as Options; }, ["a"]);
export const g = () => spawnBlocking(async (n: number) => Promise.resolve(n), [1]);
export const h = () => spawnBlocking((url: string) => fetch(url), ["a"]);
export const i = () => spawnBlocking((url: string) => fetch(url).then((r) => r.text()), ["a"]);`,
      ),
      [
        "1:90 This can't come back from a worker thread: it is a value in which 'onProgress' is a function.",
        "3:55 This can't come back from a worker thread: it is an instance of Response.",
      ],
    );
  });

  it("knows the results of a function that stands elsewhere", () => {
    assert.deepEqual(
      lint(
        `const make = (name: string): Promise<Account> => Promise.reject(new Error(name));
export const f = () => spawnBlocking(make, ["a"]);
export const g = () => spawnBlocking(count, [1]);`,
      ),
      [
        "2:38 This can't come back from a worker thread: it is an instance of Account, which arrives as a plain object without its methods.",
      ],
    );
  });
});
