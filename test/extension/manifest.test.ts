import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { defaultSettings } from "../../extension/server/settings.js";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const read = (name: string) =>
  JSON.parse(readFileSync(path.join(root, name), "utf8")) as Record<string, unknown>;

interface Setting {
  readonly default: unknown;
  readonly scope?: string;
  readonly markdownDescription?: string;
}
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category?: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}
const manifest = read("package.json") as unknown as Manifest;

describe("the extension's manifest", () => {
  it("translates every text, in English and in German", () => {
    const used = [
      ...readFileSync(path.join(root, "package.json"), "utf8").matchAll(/"%(?<key>[^%"]+)%"/gu),
    ].map((match) => match.groups?.["key"] ?? "");
    const sorted = [...new Set(used)].sort();
    assert.deepEqual(Object.keys(read("package.nls.json")).sort(), sorted);
    assert.deepEqual(Object.keys(read("package.nls.de.json")).sort(), sorted);
  });

  it("gives every command the category Unblock", () => {
    for (const { command, category } of manifest.contributes.commands) {
      assert.equal(category, "Unblock", command);
    }
  });

  it("gives every setting a scope and a description", () => {
    for (const [name, setting] of Object.entries(manifest.contributes.configuration.properties)) {
      assert.ok(setting.scope, name);
      assert.ok(setting.markdownDescription, name);
    }
  });

  it("has the defaults that the server uses when nothing is set", () => {
    for (const [name, setting] of Object.entries(manifest.contributes.configuration.properties)) {
      if (name === "unblock.trace.server") continue;
      const value = name
        .split(".")
        .slice(1)
        .reduce<unknown>(
          (current, key) => (current as Record<string, unknown>)[key],
          defaultSettings,
        );
      assert.equal(value, setting.default, name);
    }
  });
});
