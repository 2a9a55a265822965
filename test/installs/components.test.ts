/** Component files, under the parsers that their linters use. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { Project } from "./project.js";

const files = {
  "eslint.config.js": `import unblock from "eslint-plugin-unblock";
import * as vue from "vue-eslint-parser";
import * as svelte from "svelte-eslint-parser";
import * as astro from "astro-eslint-parser";
export default [
  unblock.configs.recommended,
  { files: ["**/*.vue"], languageOptions: { parser: vue } },
  { files: ["**/*.svelte"], languageOptions: { parser: svelte } },
  { files: ["**/*.astro"], languageOptions: { parser: astro } },
];
`,
  "app.vue": `<template>
  <p @click="open">{{ text }}</p>
</template>

<script>
import { readFileSync } from "node:fs";
export default {
  methods: {
    async open() {
      return readFileSync("a", "utf8");
    },
  },
};
</script>
`,
  "app.svelte": `<script>
  import { readFileSync } from "node:fs";
  export async function load() {
    return readFileSync("a", "utf8");
  }
</script>

<button onclick={() => readFileSync("b")}>open</button>
`,
  "bare.svelte": "<button onclick={async () => alert(1)}>open</button>\n",
  "page.astro": `---
import { readFileSync } from "node:fs";
async function load() {
  return readFileSync("a", "utf8");
}
---
<ul>{items.map((item) => item.name)}</ul>
`,
};

interface Message {
  readonly ruleId: string | null;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly suggestions?: readonly {
    readonly fix: { readonly range: readonly [number, number]; readonly text: string };
  }[];
}

describe("the plugin on component files", function () {
  this.timeout(180_000);
  let project: Project | undefined;
  after(() => project?.remove());

  function lint(name: string): readonly Message[] {
    project ??= new Project(
      [
        "eslint@10",
        "vue-eslint-parser@10.4.2",
        "svelte-eslint-parser@1.10.1",
        "svelte@5",
        "astro-eslint-parser@3.2.0",
      ],
      files,
    );
    const { stdout, stderr } = project.eslint(["--format", "json", name]);
    assert.equal(stderr, "");
    const [file] = JSON.parse(stdout) as { readonly messages: readonly Message[] }[];
    return file?.messages ?? [];
  }

  /** The file with the first suggestion applied. */
  function mended(name: string, { suggestions = [] }: Message): string {
    assert.ok(project !== undefined);
    const text = readFileSync(path.join(project.folder, name), "utf8");
    const fix = suggestions[0]?.fix;
    assert.ok(fix !== undefined, "a suggestion is offered");
    return text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
  }

  it("reports and mends in a Vue component's script", () => {
    const [message, ...more] = lint("app.vue");
    assert.ok(message !== undefined);
    assert.deepEqual(more, []);
    assert.deepEqual(
      [message.ruleId, message.line, message.column],
      ["unblock/no-blocking-call", 10, 14],
    );
    assert.equal(
      mended("app.vue", message),
      files["app.vue"]
        .replace(
          'import { readFileSync } from "node:fs";',
          'import { readFile } from "node:fs/promises";',
        )
        .replace("readFileSync(", "await readFile("),
    );
  });

  it("reports in a Svelte component, and keeps its imports in the script", () => {
    const [message, ...more] = lint("app.svelte");
    assert.ok(message !== undefined);
    assert.deepEqual(more, []);
    assert.deepEqual([message.line, message.column], [4, 12]);
    assert.equal(
      mended("app.svelte", message),
      files["app.svelte"]
        .replace('"node:fs";', '"node:fs";\n  import { readFile } from "node:fs/promises";')
        .replace('readFileSync("a"', 'await readFile("a"'),
    );
  });

  it("reports in a Svelte component's markup", () => {
    assert.deepEqual(
      lint("bare.svelte").map(({ ruleId, line, column }) => [ruleId, line, column]),
      [["unblock/no-blocking-call", 1, 30]],
    );
  });

  it("reports and mends in the front matter of an Astro page", () => {
    const [message, ...more] = lint("page.astro");
    assert.ok(message !== undefined);
    assert.deepEqual(more, []);
    assert.deepEqual([message.line, message.column], [4, 10]);
    assert.equal(
      mended("page.astro", message),
      files["page.astro"]
        .replace(
          'import { readFileSync } from "node:fs";',
          'import { readFile } from "node:fs/promises";',
        )
        .replace("readFileSync(", "await readFile("),
    );
  });
});
