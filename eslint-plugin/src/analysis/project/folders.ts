/** Files by their folders' listings: one look at the disk answers for every relative import of a folder. */
import fs from "node:fs";
import path from "node:path";

export class Folders {
  readonly #aliases: Readonly<Record<string, readonly string[]>>;
  readonly #extensions: readonly string[];
  /** The plain files of a folder; links need a closer look than this. */
  readonly #files = new Map<string, ReadonlySet<string>>();

  constructor(aliases: Readonly<Record<string, readonly string[]>>, extensions: readonly string[]) {
    this.#aliases = aliases;
    this.#extensions = extensions;
  }

  /** The file that an absolute path without links means, with or without its extension; undefined where unsure. */
  fileNamed(wanted: string): string | undefined {
    const folder = path.dirname(wanted);
    const files = this.#filesIn(folder);
    const name = path.basename(wanted);
    const extension = path.extname(name);
    const stem = name.slice(0, name.length - extension.length);
    const found =
      this.#aliases[extension]?.map((one) => stem + one).find((one) => files.has(one)) ??
      (files.has(name) ? name : undefined) ??
      this.#extensions.map((one) => name + one).find((one) => files.has(one));
    return found === undefined ? undefined : path.join(folder, found);
  }

  forget(): void {
    this.#files.clear();
  }

  #filesIn(folder: string): ReadonlySet<string> {
    let files = this.#files.get(folder);
    if (files === undefined) {
      files = new Set(listing(folder));
      this.#files.set(folder, files);
    }
    return files;
  }
}

function listing(folder: string): string[] {
  try {
    // Under a link files have two paths: which one counts is for the resolver to say.
    if (fs.realpathSync.native(folder) !== folder) return [];
    return fs
      .readdirSync(folder, { withFileTypes: true })
      .flatMap((entry) => (entry.isFile() ? [entry.name] : []));
  } catch {
    return [];
  }
}
