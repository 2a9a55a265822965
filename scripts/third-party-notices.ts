/**
 * The licences of other people's code in the extension's bundles, gathered from what esbuild put into them: most ask
 * that their text goes with every copy.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "esbuild";

/** Notes in `folders` the package folder of each file that goes into a bundle, as far as it is not our own code. */
export function collectPackages(folders: Set<string>): Plugin {
  return {
    name: "collect-packages",
    setup(build) {
      build.initialOptions.metafile = true;
      build.onEnd(({ metafile }) => {
        for (const input of Object.keys(metafile?.inputs ?? {})) {
          const folder = packageFolder(input);
          if (folder !== undefined) folders.add(folder);
        }
      });
    },
  };
}

/** "node_modules/@types/x" of "node_modules/@types/x/lib/y.js"; undefined outside node_modules. */
export function packageFolder(file: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(file.replaceAll("\\", "/"))?.[0];
}

/**
 * One text with the name, the version and the licence of each package.
 * @throws Error for a package that has neither a licence file nor a licence in its package.json
 */
export function thirdPartyNotices(root: string, folders: Iterable<string>): string {
  const notices = new Map<string, string>();
  for (const folder of folders) {
    const absolute = path.resolve(root, folder);
    const manifest = JSON.parse(readFileSync(path.join(absolute, "package.json"), "utf8")) as {
      name: string;
      version: string;
      license?: string;
    };
    const title = `${manifest.name} ${manifest.version}`;
    const texts = licenceFiles(absolute).map((file) =>
      readFileSync(file, "utf8").replaceAll("\r\n", "\n").trim(),
    );
    if (texts.length === 0) {
      if (manifest.license === undefined) throw new Error(`${title} names no licence`);
      texts.push(`Licence: ${manifest.license}`);
    }
    notices.set(title, texts.join("\n\n"));
  }
  const sorted = [...notices].sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = sorted.map(([title, text]) => `${title}\n${"-".repeat(title.length)}\n\n${text}\n`);
  return `Unblock contains code of these packages.\n\n${parts.join("\n\n")}`;
}

function licenceFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /^(?:licen[cs]e|copying|notice|thirdpartynotice)/iu.test(name))
    .sort()
    .map((name) => path.join(folder, name));
}
