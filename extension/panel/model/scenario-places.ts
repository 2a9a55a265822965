/** The files that a scenario's steps point to, without the folders that say where on a machine they are. */
import type { Scenario } from "unblock-simulator";

/** The same scenario with each `at.file` relative to the folder that all of them share, with forward slashes. */
export function withoutCommonFolder(scenario: Scenario): Scenario {
  const files = new Set<string>();
  mapFiles(scenario, (file) => {
    files.add(file);
    return file;
  });
  const folders = [...files].map((file) => file.split(/[/\\]/u).slice(0, -1));
  const [first = [], ...others] = folders;
  let shared = 0;
  while (shared < first.length && others.every((folder) => folder[shared] === first[shared])) {
    shared++;
  }
  return mapFiles(scenario, (file) => file.split(/[/\\]/u).slice(shared).join("/"));
}

function mapFiles<Value>(value: Value, change: (file: string) => string): Value {
  const copy: unknown = JSON.parse(JSON.stringify(value), (key, part: unknown) =>
    key === "at" && isPlace(part) ? { ...part, file: change(part.file) } : part,
  );
  return copy as Value;
}

function isPlace(part: unknown): part is { readonly file: string } {
  return (
    typeof part === "object" && part !== null && "file" in part && typeof part.file === "string"
  );
}
