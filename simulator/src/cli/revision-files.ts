/** The source files of an earlier revision, laid out in a folder of their own for as long as they are looked at. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { BadInput } from "./command-io.js";

const run = promisify(execFile);

/** What an analysis reads: sources, and the files that say where an import leads. */
const read = /\.(?:[cm]?[jt]sx?|json)$/;

export interface RevisionFiles {
  /** Where the working directory's counterpart lies. */
  readonly workingFolder: string;
  readonly remove: () => Promise<void>;
}

/**
 * Writes the revision's sources to a temporary folder, beside links to the packages that are installed now.
 * No hook and no code of the repository runs. @throws BadInput where there is no git, no repository or no such
 * revision.
 */
export async function layOutRevision(revision: string): Promise<RevisionFiles> {
  const top = (await git(["rev-parse", "--show-toplevel"])).trim();
  const commit = await commitOf(revision);
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), "unblock-base-")));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const files = await checkOut(commit, top, folder);
    await linkPackages(files, top, folder);
    const workingFolder = path.join(folder, path.relative(top, await realpath(process.cwd())));
    await mkdir(workingFolder, { recursive: true });
    return { workingFolder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function commitOf(revision: string): Promise<string> {
  try {
    const words = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`];
    return (await git(words)).trim();
  } catch {
    throw new BadInput(`--base ${revision}: no such file, and no such revision`);
  }
}

/** Through an index of its own, so that neither the user's index nor their hooks take part. */
async function checkOut(commit: string, top: string, folder: string): Promise<string[]> {
  const env = { ...process.env, GIT_INDEX_FILE: path.join(folder, ".unblock-index") };
  await git(["read-tree", commit], { env, cwd: top });
  const listed = await git(["ls-files", "-z"], { env, cwd: top });
  const files = listed.split("\0").filter((file) => read.test(file));
  const given = git(
    ["checkout-index", "-z", "--stdin", "--force", `--prefix=${folder}${path.sep}`],
    { env, cwd: top },
    files.join("\0"),
  );
  await given;
  return files;
}

/** What is installed now stands for what was: imports of packages lead somewhere. */
async function linkPackages(files: readonly string[], top: string, folder: string): Promise<void> {
  const packages = files.filter((file) => path.posix.basename(file) === "package.json");
  const folders = new Set(["", ...packages.map((file) => path.posix.dirname(file))]);
  for (const each of folders) {
    const installed = path.join(top, each, "node_modules");
    const link = path.join(folder, each, "node_modules");
    if (existsSync(installed) && !existsSync(link)) await symlink(installed, link, "junction");
  }
}

interface GitOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
}

async function git(
  words: readonly string[],
  options: GitOptions = {},
  input = "",
): Promise<string> {
  try {
    const running = run("git", [...words], { ...options, maxBuffer: 1 << 30 });
    running.child.stdin?.on("error", () => undefined);
    running.child.stdin?.end(input);
    return (await running).stdout;
  } catch (error) {
    const { code, stderr = "" } = error as NodeJS.ErrnoException & { stderr?: string };
    if (code === "ENOENT") throw new BadInput("--base needs git, which is not on the PATH");
    const [line = "git failed"] = stderr.trim().split("\n");
    throw new BadInput(`--base: ${line.replace(/^fatal: /, "")}`);
  }
}
