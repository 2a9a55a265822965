/** Whether the package that a file belongs to already depends on what a fix would import. */
import { readFile } from "node:fs/promises";
import path from "node:path";

const fields = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];

/** The package.json that a fix with spawn-blocking should add it to; undefined where there is none, or it is there. */
export async function packageJsonWithoutSpawnBlocking(file: string): Promise<string | undefined> {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, "package.json");
    const manifest = await readManifest(candidate);
    if (manifest !== undefined) {
      const has = fields.some((field) =>
        Object.hasOwn(asRecord(manifest[field]), "spawn-blocking"),
      );
      return has || manifest["name"] === "spawn-blocking" ? undefined : candidate;
    }
    if (folder === path.dirname(folder)) return undefined;
  }
}

async function readManifest(file: string): Promise<Record<string, unknown> | undefined> {
  try {
    return asRecord(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return undefined;
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
