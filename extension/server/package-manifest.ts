/** The package.json nearest to a file, which says what the file's package depends on and how its modules are loaded. */
import { readFile } from "node:fs/promises";
import path from "node:path";

export interface PackageManifest {
  readonly path: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Undefined where there is none; one that is not JSON is passed over. */
export async function nearestManifest(file: string): Promise<PackageManifest | undefined> {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, "package.json");
    const content = await readManifest(candidate);
    if (content !== undefined) return { path: candidate, content };
    if (folder === path.dirname(folder)) return undefined;
  }
}

export function packageType(manifest: PackageManifest | undefined): "module" | "commonjs" {
  return manifest?.content["type"] === "module" ? "module" : "commonjs";
}

async function readManifest(file: string): Promise<Record<string, unknown> | undefined> {
  try {
    return asRecord(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return undefined;
  }
}

export function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
