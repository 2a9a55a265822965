/** What these tests need that is not in the repository: Rust, Tokio and rayon, and the two programs built with them. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { cacheFolder } from "../cache.js";

const here = path.dirname(fileURLToPath(import.meta.url));

/** Debian's packages of the crates, from which both programs are built without a network. */
const cratePackages = ["librust-tokio-dev", "librust-rayon-dev"];

export interface Programs {
  /** `tokio-reality SCENARIO RUNS` */
  readonly tokio: string;
  /** The addon with which `node/run-scenario.mjs` makes steps of known duration. */
  readonly nodeAddon: string;
  readonly versions: Versions;
}

export interface Versions {
  readonly tokio: string;
  readonly rayon: string;
  readonly node: string;
  readonly rustc: string;
}

/** Why reality cannot be measured on this machine. */
export class MissingError extends Error {
  override readonly name = "MissingError";
}

/**
 * Builds the programs in a folder outside the repository, and installs what that needs where it can.
 * @throws MissingError saying what is missing, where it can't.
 */
export function preparePrograms(): Programs {
  if (process.platform !== "linux") {
    throw new MissingError(`the programs use Linux's timerfd, and this is ${process.platform}`);
  }
  installMissing();
  const registry = crateFolder();
  const build = cacheFolder("reality");
  for (const name of ["Cargo.toml", "Cargo.lock", "kernel", "tokio", "node/addon"]) {
    cpSync(path.join(here, name), path.join(build, name), {
      recursive: true,
      preserveTimestamps: true,
    });
  }
  mkdirSync(path.join(build, ".cargo"), { recursive: true });
  writeFileSync(path.join(build, ".cargo/config.toml"), cargoConfig(registry));
  cargoBuild(build);
  const release = path.join(build, "target/release");
  return {
    tokio: path.join(release, "tokio-reality"),
    nodeAddon: path.join(release, "libnode_steps.so"),
    versions: {
      tokio: crateVersion(build, "tokio"),
      rayon: crateVersion(build, "rayon"),
      node: process.version.slice(1),
      rustc: execFileSync("rustc", ["--version"], { encoding: "utf8" }).split(" ")[1],
    },
  };
}

function installMissing(): void {
  const missing = cratePackages.filter((name) => spawnSync("dpkg", ["-s", name]).status !== 0);
  const rust = ["cargo", "rustc"].filter((tool) => spawnSync(tool, ["--version"]).status !== 0);
  const wanted = [...missing, ...rust];
  if (wanted.length === 0) return;
  const missingError = (why: string) =>
    new MissingError(`${why}; to measure reality, install: apt-get install ${wanted.join(" ")}`);
  if (process.getuid?.() !== 0) throw missingError("only root can install Debian's packages");
  if (spawnSync("apt-get", ["--version"]).status !== 0) throw missingError("there is no apt-get");
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const options of [
    ["update", "-q"],
    ["install", "-q", "-y", "--no-install-recommends", ...wanted],
  ]) {
    const { status, stderr } = spawnSync("apt-get", options, {
      env: environment,
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    if (status !== 0) throw missingError(`apt-get ${options[0]} failed: ${stderr.trim()}`);
  }
}

/** The folder in which Debian keeps crates: that of tokio's own Cargo.toml, less two. */
function crateFolder(): string {
  const files = execFileSync("dpkg", ["-L", "librust-tokio-dev"], { encoding: "utf8" }).split("\n");
  const manifest = files.find((file) => /\/tokio-\d[^/]*\/Cargo\.toml$/.test(file));
  if (manifest === undefined || !existsSync(manifest)) {
    throw new MissingError("librust-tokio-dev holds no tokio-*/Cargo.toml");
  }
  return path.dirname(path.dirname(manifest));
}

/** `tokio_unstable` is there for one knob, `disable_lifo_slot`. */
function cargoConfig(registry: string): string {
  return `[source.crates-io]
replace-with = "debian"

[source.debian]
directory = ${JSON.stringify(registry)}

[build]
rustflags = ["--cfg", "tokio_unstable"]
`;
}

function cargoBuild(folder: string): void {
  const { status, stderr } = spawnSync("cargo", ["build", "--release", "--offline", "--quiet"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, CARGO_TARGET_DIR: path.join(folder, "target") },
  });
  if (status !== 0) throw new Error(`cargo build failed in ${folder}:\n${stderr}`);
}

function crateVersion(folder: string, crate: string): string {
  const output = execFileSync("cargo", ["pkgid", "--offline", crate], {
    cwd: folder,
    encoding: "utf8",
  });
  return output.trim().split(/[#:@]/).at(-1) ?? "unknown";
}
