import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A folder for the tests of the `describe` that this is called in; removed after them. */
export function temporaryFolder(): { write(name: string, text: string): string } {
  let folder = "";
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "spawn-blocking-"));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });
  return {
    /** Writes a file and returns its path. */
    write(name, text) {
      const file = path.join(folder, name);
      writeFileSync(file, text);
      return file;
    },
  };
}
