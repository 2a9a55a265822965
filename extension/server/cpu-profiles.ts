/** The CPU profile that the user's settings name, for the durations in the panel. */
import { readFile, stat } from "node:fs/promises";
import { parseCpuProfile, type CpuProfile } from "unblock-simulator/workload";
import { filledText, translateFilled } from "./filled-texts.js";
import type { Translate } from "./translate.js";

/** A profile of some minutes has tens of megabytes; what is larger is something else. */
const mostBytes = 200_000_000;

/** What the simulator says of a file that is JSON and no CPU profile. */
const problems = [
  filledText("it is no object"),
  filledText("it has no nodes, as a CPU profile of V8's has"),
  filledText("nodes[{0}] is no node of a CPU profile"),
  filledText("it has no samples"),
  filledText("it has not one time delta for each sample"),
  filledText("samples[{0}] names no node"),
];

export type ReadCpuProfile =
  | { readonly ok: true; readonly profile: CpuProfile }
  | { readonly ok: false; readonly message: string };

/** Reads profiles; the last one is kept as long as its file does not change, since each takes a moment to read. */
export class CpuProfiles {
  #last: { readonly version: string; readonly read: ReadCpuProfile } | undefined;

  /** Never throws: the message says what is wrong with the file, in the user's language. */
  async at(file: string, translate: Translate): Promise<ReadCpuProfile> {
    try {
      const { mtimeMs, size } = await stat(file);
      if (size > mostBytes) {
        return { ok: false, message: translate("it is too large for a CPU profile") };
      }
      const version = `${file} ${String(mtimeMs)} ${String(size)}`;
      if (this.#last?.version === version) return this.#last.read;
      const parsed = parseCpuProfile(JSON.parse(await readFile(file, "utf8")));
      const problem = (message: string) => translateFilled(message, problems, translate);
      const read: ReadCpuProfile = parsed.ok
        ? parsed
        : { ok: false, message: translate("it is no CPU profile: {0}", problem(parsed.message)) };
      this.#last = { version, read };
      return read;
    } catch (error) {
      if (error instanceof SyntaxError) return { ok: false, message: translate("it is no JSON") };
      const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
      return { ok: false, message: isMissing ? translate("there is no such file") : String(error) };
    }
  }
}
