import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { withDependency } from "../../../extension/client/add-dependency.js";

const add = (text: string) => withDependency(text, "spawn-blocking", "^0.1.0");

describe("adding a dependency to package.json", () => {
  it("sorts it in and keeps everything else, indentation and line ends too", () => {
    assert.equal(
      add(
        '{\r\n\t"name": "x",\r\n\t"dependencies": {\r\n\t\t"a": "1",\r\n\t\t"z": "2"\r\n\t}\r\n}\r\n',
      ),
      '{\r\n\t"name": "x",\r\n\t"dependencies": {\r\n\t\t"a": "1",\r\n\t\t"spawn-blocking": "^0.1.0",\r\n\t\t"z": "2"\r\n\t}\r\n}\r\n',
    );
  });

  it("begins the list where there is none", () => {
    assert.equal(
      add('{ "name": "x" }'),
      '{\n  "name": "x",\n  "dependencies": {\n    "spawn-blocking": "^0.1.0"\n  }\n}\n',
    );
  });

  it("changes nothing where it is there, or the text is not a package.json", () => {
    assert.equal(add('{ "dependencies": { "spawn-blocking": "^0.0.1" } }'), undefined);
    assert.equal(add("{"), undefined);
    assert.equal(add("[]"), undefined);
  });

  it("asks for the version that this repository has", () => {
    const url = new URL("../../../spawn-blocking/package.json", import.meta.url);
    const { version } = JSON.parse(readFileSync(url, "utf8")) as { version: string };
    const source = new URL("../../../extension/client/add-dependency-command.ts", import.meta.url);
    assert.match(
      readFileSync(source, "utf8"),
      new RegExp(`"\\^${version.replaceAll(".", "\\.")}"`, "u"),
    );
  });
});
