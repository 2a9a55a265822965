import assert from "node:assert/strict";
import { fixAll, fixOnce, offers } from "./apply.js";

const wait = "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);";

/** What the body of an async function becomes, with the import in front. */
function body(text: string): string | undefined {
  return fixOnce(`async function f(ms, view) { ${text} }`);
}

function withTimer(text: string): string {
  return `import { setTimeout } from "node:timers/promises";\n\nasync function f(ms, view) { ${text} }`;
}

describe("Atomics.wait as a sleep", () => {
  it("becomes a timer", () => {
    assert.equal(body(wait), withTimer("await setTimeout(ms);"));
  });

  it("becomes a timer where its memory has a name and no other use", () => {
    assert.equal(
      body(
        "const lock = new Int32Array(new SharedArrayBuffer(4)); Atomics.wait(lock, 0, 0, 2 * ms);",
      ),
      withTimer("const lock = new Int32Array(new SharedArrayBuffer(4)); await setTimeout(2 * ms);"),
    );
  });

  it("becomes a timer of another name where the file uses the global one", () => {
    assert.equal(
      fixOnce(`async function f(ms) { ${wait} setTimeout(f, 1); }`),
      `import { setTimeout as sleep } from "node:timers/promises";\n\nasync function f(ms) { await sleep(ms); setTimeout(f, 1); }`,
    );
    assert.equal(
      fixOnce(
        `const sleep = 1;\nexport { sleep };\nasync function f(ms) { ${wait} setTimeout(f, 1); }`,
      ),
      `import { setTimeout as delay } from "node:timers/promises";\n\nconst sleep = 1;\nexport { sleep };\nasync function f(ms) { await delay(ms); setTimeout(f, 1); }`,
    );
  });

  it("is only offered Atomics.waitAsync where its result is used", () => {
    assert.equal(
      body("return Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);"),
      "async function f(ms, view) { return await Atomics.waitAsync(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms).value; }",
    );
  });

  it("is only offered Atomics.waitAsync for a time that no timer can wait", () => {
    for (const time of ["Infinity", "3e9"]) {
      const [texts] = offers(
        `async function f() { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ${time}); }`,
      );
      assert.deepEqual(texts, [
        "Await Atomics.waitAsync (a process that waits for nothing else ends).",
      ]);
    }
  });
});

describe("Atomics.wait on memory that others have", () => {
  it("becomes Atomics.waitAsync, whose value is the same string", () => {
    assert.equal(
      body(`return Atomics.wait(view, 0, 0, ms) === "timed-out";`),
      `async function f(ms, view) { return await Atomics.waitAsync(view, 0, 0, ms).value === "timed-out"; }`,
    );
    assert.equal(
      body("return Atomics.wait(view, 0, 0).length;"),
      "async function f(ms, view) { return (await Atomics.waitAsync(view, 0, 0).value).length; }",
    );
  });

  it("is left alone in a function that is not async", () => {
    assert.equal(fixOnce("function f(view) { Atomics.wait(view, 0, 0); }"), undefined);
  });
});

describe("a loop that watches the clock", () => {
  it("becomes a timer, without the variable that only it used", () => {
    assert.equal(
      body("const end = Date.now() + ms; while (Date.now() < end) {}"),
      withTimer("await setTimeout(ms);"),
    );
    assert.equal(
      body("const start = performance.now(); while (performance.now() - start < ms * 2);"),
      withTimer("await setTimeout(ms * 2);"),
    );
    assert.equal(
      body("const end = ms + Date.now(); do {} while (end >= Date.now());"),
      withTimer("await setTimeout(ms);"),
    );
    assert.equal(
      body("const start = new Date(); while (new Date() - start < 500) {}"),
      withTimer("await setTimeout(500);"),
    );
  });

  it("keeps a variable that others use", () => {
    assert.equal(
      body(
        "const start = Date.now(); while (Date.now() - start < ms) {} return Date.now() - start;",
      ),
      withTimer("const start = Date.now(); await setTimeout(ms); return Date.now() - start;"),
    );
  });

  it("waits for what is left where time may have passed since", () => {
    assert.equal(
      body("const end = Date.now() + ms; view(); while (Date.now() < end) {}"),
      withTimer("const end = Date.now() + ms; view(); await setTimeout(end - Date.now());"),
    );
    assert.equal(
      body("while (Date.now() - view.start < ms + 1) {}"),
      withTimer("await setTimeout((ms + 1) - (Date.now() - view.start));"),
    );
    assert.equal(
      body("for (; Date.now() < view; ) {}"),
      withTimer("await setTimeout(view - Date.now());"),
    );
  });

  it("is written in the file's style, and apart from the next line", () => {
    assert.equal(
      fixOnce(
        `import fs from 'fs'\nexport { fs }\nasync function f(end) {\n  while (Date.now() < end) {}\n  return 1\n}`,
      ),
      `import fs from 'fs'\nimport { setTimeout } from 'timers/promises'\nexport { fs }\nasync function f(end) {\n  await setTimeout(end - Date.now())\n  return 1\n}`,
    );
    assert.equal(
      fixOnce(
        `import fs from 'fs'\nexport { fs }\nasync function f(end) {\n  while (Date.now() < end) {}\n  [1].at()\n}`,
      ),
      `import fs from 'fs'\nimport { setTimeout } from 'timers/promises'\nexport { fs }\nasync function f(end) {\n  await setTimeout(end - Date.now());\n  [1].at()\n}`,
    );
  });

  it("keeps the comments before it", () => {
    assert.equal(
      body("const end = Date.now() + ms;\n// Let it settle.\nwhile (Date.now() < end) {}"),
      withTimer("// Let it settle.\nawait setTimeout(ms);"),
    );
  });

  const withheld: Readonly<Record<string, string>> = {
    "that does something": "while (Date.now() < ms) { view(); }",
    "that holds a comment": "while (Date.now() < ms) { /* why */ }",
    "that waits for something else": "while (!view.done) {}",
    "that may end before": "while (Date.now() < ms && !view.done) {}",
    "whose clock is somebody's own": "const Date = view; while (Date.now() < ms) {}",
    "that waits for the past": "while (Date.now() > ms) {}",
    "that another loop's name leads to": "a: for (let i = 0; i < Date.now(); i++) {}",
  };
  for (const [what, text] of Object.entries(withheld)) {
    it(`is left alone if it is one ${what}`, () => {
      assert.equal(body(text), undefined);
    });
  }

  it("is left alone in a function that is not async", () => {
    assert.equal(fixOnce("function f(end) { while (Date.now() < end) {} }"), undefined);
  });

  it("shares the import of a timer with others", () => {
    assert.equal(
      fixAll(`async function f(end, ms) { while (Date.now() < end) {} ${wait} }`),
      `import { setTimeout } from "node:timers/promises";\n\nasync function f(end, ms) { await setTimeout(end - Date.now()); await setTimeout(ms); }`,
    );
  });
});
