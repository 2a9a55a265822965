/** Whether the package that a file belongs to already depends on what a fix would import. */
import { asRecord, type PackageManifest } from "./package-manifest.js";

const fields = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];

/** The package.json that a fix with spawn-blocking should add it to; undefined where there is none, or it is there. */
export function packageJsonWithoutSpawnBlocking(
  manifest: PackageManifest | undefined,
): string | undefined {
  if (manifest === undefined || manifest.content["name"] === "spawn-blocking") return undefined;
  const has = fields.some((field) =>
    Object.hasOwn(asRecord(manifest.content[field]), "spawn-blocking"),
  );
  return has ? undefined : manifest.path;
}
