import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import * as fromBuild from "spawn-blocking";
import * as fromSource from "../../spawn-blocking/src/index.js";
import { temporaryFolder } from "./temporary-folder.js";

// From source, the function texts have been through esbuild, which puts helpers into them; from the build, not.
for (const [where, { spawnBlocking, JoinError, Pool }] of [
  ["source", fromSource],
  ["build", fromBuild],
] as const) {
  describe(`spawnBlocking (from ${where})`, () => {
    describe("a function", () => {
      it("runs with its arguments and returns its result", async () => {
        assert.equal(await spawnBlocking((a, b) => a + b, [2, 3]), 5);
      });

      it("runs on another thread", async () => {
        const threadId = await spawnBlocking(
          () => process.getBuiltinModule("node:worker_threads").threadId,
        );
        assert.ok(threadId > 0);
      });

      it("may be asynchronous", async () => {
        const separator = await spawnBlocking(async () => {
          const { posix } = await import("node:path");
          return posix.sep;
        });
        assert.equal(separator, "/");
      });

      it("may have named functions inside, which compilers wrap in helpers", async () => {
        const result = await spawnBlocking(
          (n) => {
            function double(x: number): number {
              return 2 * x;
            }
            const named = (x: number): number => double(x) + 1;
            return `${named.name} ${named(n)}`;
          },
          [4],
        );
        assert.equal(result, "named 9");
      });

      it("may be a method of an object or of a class", async () => {
        const object = {
          run(a: number): number {
            return a + 1;
          },
        };
        class Service {
          async run(a: number): Promise<number> {
            return Promise.resolve(a + 2);
          }
        }
        assert.equal(await spawnBlocking(object.run, [1]), 2);
        assert.equal(await spawnBlocking(new Service().run, [1]), 3);
      });

      it("runs in strict mode, as modules do", async () => {
        const self = await spawnBlocking(function (this: unknown) {
          return typeof this;
        } as () => string);
        assert.equal(self, "undefined");
      });

      it("has the counters of coverage tools made harmless", async () => {
        const text = "function counted(a) { cov_1x2y().f[0]++; cov_1x2y().b[0][1]++; return a; }";
        const counted = new Function(`return ${text}`)() as (a: number) => number;
        assert.equal(await spawnBlocking(counted, [7]), 7);
      });

      it("is refused if it is native or bound, since it has no text", async () => {
        await assert.rejects(spawnBlocking(Math.max, [1, 2]), {
          code: "ERR_SPAWN_BLOCKING_ARGUMENT",
          message:
            "spawnBlocking was given a native or bound function, which has no text to send to a thread",
        });
      });

      it("is told what to do about a variable from around it", async () => {
        const salt = "pepper";
        await assert.rejects(
          spawnBlocking(() => salt),
          {
            reason: "threw",
            name: "ReferenceError",
            message:
              "salt is not defined (a function runs in its thread without the variables and imports around it: " +
              "pass salt in the arguments)",
          },
        );
      });
    });

    describe("an export of a module", () => {
      const folder = temporaryFolder();

      it("runs with its arguments, of an ES module", async () => {
        const url = pathToFileURL(folder.write("work.mjs", "export const add = (a, b) => a + b;"));
        const sum = await spawnBlocking<(a: number, b: number) => number>(url, "add", [1, 2]);
        assert.equal(sum, 3);
      });

      it("runs with its arguments, of a CommonJS module given by its absolute path", async () => {
        const file = folder.write(
          "work.cjs",
          "const name = 'twice'; exports[name] = (a) => 2 * a;",
        );
        assert.equal(await spawnBlocking(file, "twice", [4]), 8);
      });

      it("may be the default, as modules have it, and as compilers and CommonJS write it", async () => {
        const files = {
          "default.mjs": "export default (a) => a + 1;",
          "compiled.cjs": "exports.__esModule = true; exports.default = (a) => a + 1;",
          "assigned.cjs": "module.exports = (a) => a + 1;",
        };
        for (const [name, text] of Object.entries(files)) {
          assert.equal(await spawnBlocking(folder.write(name, text), "default", [1]), 2, name);
        }
      });

      it("may be of a module that awaits at its top, itself or in what it imports", async () => {
        folder.write(
          "late.mjs",
          "export const base = await new Promise((r) => setTimeout(r, 1, 5));",
        );
        const text = 'import { base } from "./late.mjs"; export const add = (a) => a + base;';
        assert.equal(await spawnBlocking(folder.write("above.mjs", text), "add", [1]), 6);
      });

      it("rejects with what its module threw, each time, and that is evaluated once", async () => {
        const { spawnBlocking: oneThread } = new Pool({ maxThreads: 1 });
        for (const name of ["throws.mjs", "throws.cjs"]) {
          const text =
            "globalThis.evaluated = (globalThis.evaluated ?? 0) + 1; throw new RangeError('no');";
          const file = folder.write(name, text);
          for (let job = 0; job < 2; job++) {
            await assert.rejects(oneThread(file, "run", []), { name: "RangeError", message: "no" });
          }
        }
        const evaluated = await oneThread(() => (globalThis as { evaluated?: number }).evaluated);
        assert.equal(evaluated, 2);
      });

      it("is refused by name if the module does not have it", async () => {
        const url = pathToFileURL(folder.write("empty.mjs", "export const other = 1;"));
        await assert.rejects(spawnBlocking(url, "add", []), {
          name: "TypeError",
          message: `${url.href} has no export named "add"`,
        });
        await assert.rejects(spawnBlocking(url, "other", []), {
          message: `the export "other" of ${url.href} is not a function`,
        });
      });

      it("is refused if its path is relative, since relative to what can't be known", async () => {
        await assert.rejects(spawnBlocking("./work.mjs", "add", []), {
          message: 'spawnBlocking wants an absolute path or a URL of a module: not "./work.mjs"',
        });
      });
    });

    describe("an error", () => {
      it("keeps name, message, code, errno, syscall and path, and is the cause", async () => {
        const read = (path: string): Buffer =>
          process.getBuiltinModule("node:fs").readFileSync(path);
        let direct: unknown;
        try {
          read("/does/not/exist");
        } catch (error) {
          direct = error;
        }
        assert.ok(direct instanceof Error);
        const error: unknown = await spawnBlocking(read, ["/does/not/exist"]).catch(
          (caught: unknown) => caught,
        );
        assert.ok(error instanceof JoinError);
        assert.equal(error.reason, "threw");
        assert.deepEqual({ ...error }, { ...direct, reason: "threw" });
        assert.equal(String(error), String(direct));
        assert.ok(error.cause instanceof Error);
        assert.deepEqual({ ...error.cause }, { ...direct });
        assert.match(error.cause.stack ?? "", /readFileSync/);
      });

      it("has a cause of the built-in class that was thrown, with its own cause", async () => {
        const error: unknown = await spawnBlocking(() => {
          throw new RangeError("too far", { cause: new TypeError("why", { cause: "deep" }) });
        }).catch((caught: unknown) => caught);
        assert.ok(error instanceof JoinError && error.cause instanceof RangeError);
        assert.ok(error.cause.cause instanceof TypeError);
        assert.equal(error.cause.cause.cause, "deep");
      });

      it("keeps what else it carries, Buffers as Buffers, and drops what can't be sent", async () => {
        const error: unknown = await spawnBlocking(() => {
          throw Object.assign(new Error("exit 1"), { stderr: Buffer.from("oh"), retry: () => 1 });
        }).catch((caught: unknown) => caught);
        assert.ok(error instanceof JoinError);
        assert.deepEqual({ ...error }, { reason: "threw", stderr: Buffer.from("oh") });
      });

      it("is what was thrown also where its properties throw as they are read", async () => {
        const error: unknown = await spawnBlocking(() => {
          const broken = {
            enumerable: true,
            get(): never {
              throw new Error("unreadable");
            },
          };
          throw Object.defineProperties(new RangeError("no"), { response: broken, stack: broken });
        }).catch((caught: unknown) => caught);
        assert.ok(error instanceof JoinError);
        assert.deepEqual({ ...error }, { reason: "threw", response: undefined });
        assert.ok(error.cause instanceof RangeError && error.message === "no");
      });

      it("leaves behind what the platform can't clone", async () => {
        const error: unknown = await spawnBlocking(() => {
          const formats = { amount: new Intl.NumberFormat() };
          throw Object.assign(new Error("no"), { code: "E_NO", formats });
        }).catch((caught: unknown) => caught);
        assert.ok(error instanceof JoinError);
        assert.deepEqual({ ...error }, { reason: "threw", code: "E_NO" });
      });

      it("may stand in a result, and keeps there what it carries", async () => {
        const [{ error }] = await spawnBlocking(() => {
          const inner = Object.assign(new RangeError("no"), {
            code: "E_NO",
            raw: Buffer.from("x"),
          });
          return [{ error: Object.assign(inner, { itself: inner }) }] as const;
        });
        assert.ok(error instanceof RangeError);
        assert.deepEqual([error.message, error.code, error.raw], ["no", "E_NO", Buffer.from("x")]);
        assert.equal(error.itself, error);
      });

      it("may be any value", async () => {
        await assert.rejects(
          spawnBlocking(() => {
            throw "a string";
          }),
          { message: "the job threw 'a string'", cause: "a string", reason: "threw" },
        );
      });
    });

    describe("a wrong call", () => {
      for (const [what, call, message] of [
        [
          "no function",
          [3],
          "spawnBlocking wants a function, or a module's URL, first: not number",
        ],
        [
          "arguments outside an array",
          [() => 1, 5],
          "spawnBlocking wants the arguments in an array",
        ],
        [
          "an unknown option",
          [() => 1, [], { tranfer: [] }],
          'unknown option of spawnBlocking: "tranfer"',
        ],
        [
          "a signal that is none",
          [() => 1, [], { signal: {} }],
          'the option "signal" of spawnBlocking must be an AbortSignal',
        ],
        [
          "a kind that is none",
          [() => 1, [], { kind: "io" }],
          'the option "kind" of spawnBlocking must be "compute" or "wait"',
        ],
        [
          "no name of an export",
          [new URL("file:///a.js"), []],
          "spawnBlocking wants the name of an export after a module's URL: not object",
        ],
      ] as const) {
        it(`is refused: ${what}`, async () => {
          const untyped = spawnBlocking as unknown as (...args: unknown[]) => Promise<unknown>;
          await assert.rejects(untyped(...call), { code: "ERR_SPAWN_BLOCKING_ARGUMENT", message });
        });
      }
    });
  });
}
