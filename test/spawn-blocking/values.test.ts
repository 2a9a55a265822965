import assert from "node:assert/strict";
import * as fromBuild from "spawn-blocking";
import * as fromSource from "../../spawn-blocking/src/index.js";

// From source, the function texts have been through esbuild, which puts helpers into them; from the build, not.
for (const [where, { spawnBlocking, Pool, SpawnError }] of [
  ["source", fromSource],
  ["build", fromBuild],
] as const) {
  describe(`spawnBlocking (from ${where})`, () => {
    describe("values on their way", () => {
      it("are Buffers again where they were Buffers, at any depth of objects and arrays", async () => {
        const given = { list: [Buffer.from("a"), new Uint8Array([1])], key: Buffer.from("b") };
        const result = await spawnBlocking(
          (value, key) => ({
            hex: key.toString("hex"),
            inner: value.list.map((item) => Buffer.isBuffer(item)),
            back: [value.key, { deep: Buffer.from("c") }] as const,
          }),
          [given, Buffer.from("k")],
        );
        assert.equal(result.hex, "6b");
        assert.deepEqual(result.inner, [true, false]);
        assert.deepEqual(result.back, [Buffer.from("b"), { deep: Buffer.from("c") }]);
      });

      it("may be circular", async () => {
        const ring: { self?: unknown; key: Buffer } = { key: Buffer.from("x") };
        ring.self = ring;
        assert.equal(await spawnBlocking((value) => value.self === value, [ring]), true);
      });

      it("are copied by their own bytes alone when they are a slice of larger memory", async () => {
        const slice = Buffer.from("0123456789".repeat(1000)).subarray(3, 6);
        const [text, memory] = await spawnBlocking(
          (bytes) => [bytes.toString(), bytes.buffer.byteLength],
          [slice],
        );
        assert.deepEqual([text, memory], ["345", 3]);
      });

      it("are Buffers again, and the caller's own stay with it, where they are large", async () => {
        const large = Buffer.alloc(1 << 17, "ab");
        const [isBuffer, text, length] = await spawnBlocking(
          (bytes, from) => {
            const found = bytes.toString("latin1", from, from + 4);
            bytes.fill(0);
            return [Buffer.isBuffer(bytes), found, bytes.length];
          },
          [large, 2],
        );
        assert.deepEqual([isBuffer, text, length], [true, "abab", 1 << 17]);
        assert.equal(large.toString("latin1", 0, 4), "abab");
      });

      it("arrive however large the slab is that Node cuts Buffers out of", async () => {
        const { poolSize } = Buffer;
        Buffer.poolSize = 1 << 20;
        try {
          const length = await spawnBlocking((bytes) => bytes.length, [Buffer.alloc(1 << 17)]);
          assert.equal(length, 1 << 17);
        } finally {
          Buffer.poolSize = poolSize;
        }
      });

      it("share their memory as they did if large ones come twice", async () => {
        const large = new Uint8Array(1 << 17);
        const shared = await spawnBlocking(
          (bytes, same, view, small) => {
            bytes[0] = 7;
            return [same[0], view[0], small[0]];
          },
          [large, large, Buffer.from(large.buffer), new Uint8Array([1])],
        );
        assert.deepEqual(shared, [7, 7, 1]);
      });

      it("share their memory as they did if large ones are also within an object", async () => {
        const large = new Uint8Array(1 << 17);
        const shared = await spawnBlocking(
          (bytes, { same }) => {
            bytes[0] = 7;
            return same[0];
          },
          [large, { same: large }],
        );
        assert.equal(shared, 7);
      });

      it("are those of the moment in which a thread takes the job, large ones too", async () => {
        const pool = new Pool({ maxThreads: 1 });
        const first = pool.spawnBlocking(() => undefined);
        const large = new Uint8Array(1 << 17);
        const second = pool.spawnBlocking((bytes) => bytes[0], [large]);
        large[0] = 7;
        assert.deepEqual(await Promise.all([first, second]), [undefined, 7]);
        await pool.close();
      });

      it("are named with their path if they can't be cloned", async () => {
        const options = { depth: [0, { onProgress: (): void => undefined }] };
        await assert.rejects(
          spawnBlocking((a, b) => [a, b].length, [1, options]),
          (error) =>
            error instanceof SpawnError &&
            error.code === "ERR_SPAWN_BLOCKING_NOT_CLONEABLE" &&
            error.message ===
              "args[1].depth[1].onProgress is a function (onProgress), which can't be sent to another thread",
        );
        await assert.rejects(
          spawnBlocking(() => ({ "a b": [Promise.resolve(1)] })),
          {
            code: "ERR_SPAWN_BLOCKING_NOT_CLONEABLE",
            message: 'the result["a b"][0] is a Promise, which can\'t be sent to another thread',
          },
        );
      });

      for (const [what, make, text] of [
        ["in a map", () => new Map([["k", [() => 1]]]), '.get("k")[0] is a function'],
        ["as a map's key", () => new Map([[Symbol("k"), 1]]), "<key> is a symbol (Symbol(k))"],
        ["in a set", () => new Set([() => 1]), "<entry> is a function"],
        [
          "of Intl",
          () => ({ list: [new Intl.NumberFormat()] }),
          ".list[0] is an Intl.NumberFormat",
        ],
        ["of the platform", () => [new ReadableStream()], "[0] is a ReadableStream"],
        ["that would arrive empty", () => ({ a: new Response("x") }), ".a is a Response"],
        ["that iterates", () => ({ all: [1].values() }), ".all is an Array Iterator"],
        ["that is boxed", () => [Object(Symbol("x")) as unknown], "[0] is a Symbol"],
        [
          "that is no array",
          function () {
            // eslint-disable-next-line prefer-rest-params
            return arguments;
          },
          " is an Arguments",
        ],
      ] as const) {
        it(`are named, among arguments and in results, where they are something ${what}`, async () => {
          const rest = `${text}, which can't be sent to another thread`;
          const code = "ERR_SPAWN_BLOCKING_NOT_CLONEABLE";
          await assert.rejects(
            spawnBlocking((_n, value) => typeof value, [1, make() as unknown]),
            { code, message: `args[1]${rest}` },
          );
          await assert.rejects(spawnBlocking(make as () => unknown), {
            code,
            message: `the result${rest}`,
          });
        });
      }

      it("are taken where they are handed over, though they could not be copied", async () => {
        const { port1, port2 } = new MessageChannel();
        const answered = new Promise((resolve) => {
          port1.onmessage = ({ data }) => {
            resolve(data);
          };
        });
        await assert.rejects(
          spawnBlocking((_port) => 1, [port2]),
          { code: "ERR_SPAWN_BLOCKING_NOT_CLONEABLE", message: /^args\[0\] is a MessagePort/u },
        );
        await spawnBlocking(
          (port) => {
            port.postMessage("over");
          },
          [port2],
          { transfer: [port2 as never] },
        );
        assert.equal(await answered, "over");
        port1.close();
      });

      it("can be handed over instead of copied, both ways", async () => {
        const memory = new ArrayBuffer(64);
        const result = await spawnBlocking(
          (given) => {
            const view = new Uint8Array(given);
            view[0] = 9;
            return { view };
          },
          [memory],
          { transfer: [memory], transferResult: true },
        );
        assert.equal(memory.byteLength, 0);
        assert.equal(result.view[0], 9);
      });

      it("share SharedArrayBuffers", async () => {
        const shared = new Int32Array(new SharedArrayBuffer(4));
        await spawnBlocking((view) => Atomics.store(view, 0, 42), [shared]);
        assert.equal(shared[0], 42);
      });

      it("are refused with piscina's word for a transfer that is impossible", async () => {
        const memory = new ArrayBuffer(8);
        await assert.rejects(
          spawnBlocking((a) => a.byteLength, [memory], { transfer: [memory, memory] }),
          { code: "ERR_SPAWN_BLOCKING_NOT_CLONEABLE", message: /ArrayBuffer/ },
        );
      });
    });
  });
}
