/** Real code that the rules run over: published versions, pinned, so that counts stay comparable. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cacheFolder } from "../cache.js";

export interface CorpusPackage {
  readonly name: string;
  readonly version: string;
}

export const corpusPackages: readonly CorpusPackage[] = [
  { name: "firebase-tools", version: "15.34.2" },
  { name: "netlify-cli", version: "27.10.2" },
  { name: "@node-red/runtime", version: "5.0.7" },
  { name: "parse-server", version: "9.10.0" },
  { name: "verdaccio", version: "6.10.4" },
];

/**
 * The folder that holds the unpacked package, without its dependencies. Fetched from the npm registry once.
 * Throws npm's or tar's error when it can't be had.
 */
export function unpackedFolder({ name, version }: CorpusPackage): string {
  const cache = cacheFolder("corpus");
  const folder = path.join(cache, `${name.replace("/", "+")}@${version}`);
  const complete = path.join(folder, ".complete");
  if (existsSync(complete)) return folder;
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  const packed = execFileSync("npm", ["pack", "--silent", `${name}@${version}`], {
    cwd: partial,
    encoding: "utf8",
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "inherit"],
  });
  const tarball = packed.trim().split("\n").at(-1) ?? "";
  execFileSync("tar", ["-xzf", tarball], { cwd: partial, stdio: "inherit" });
  rmSync(path.join(partial, tarball));
  renameSync(partial, folder);
  writeFileSync(complete, "");
  return folder;
}

/** The package's scripts, as paths relative to its folder, sorted. */
export function scriptsOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.[cm]?js$/.test(name))
    .map((name) => name.split(path.sep).join("/"))
    .sort();
}
