/** Reads a scenario from a file, or takes a preset by its name. */
import { readFileSync, statSync } from "node:fs";
import { maxDepth, nestsTooDeeply } from "../scenario/format/depth.js";
import { suggestion } from "../scenario/format/spelling.js";
import { findPreset, presets } from "../scenario/presets.js";
import { describeErrors, parseScenario } from "../scenario/validate.js";
import type { Scenario } from "../scenario/types.js";
import { BadInput, reason } from "./command-io.js";
import { jsonFailureOffset } from "./json-place.js";

/** A scenario larger than this is refused unread: it would be a mistake, or a trace. */
const largestBytes = 20_000_000;

export interface NamedDocument {
  /** As reports call it. */
  readonly name: string;
  /** One line about it; empty for a file. */
  readonly about: string;
  /** Not validated yet: options may change it first. */
  readonly document: unknown;
}

/**
 * The scenario that a word of the command line means: a preset, or else a file.
 * @throws BadInput naming the file and what is wrong with it.
 */
export function readDocument(target: string): NamedDocument {
  const preset = findPreset(target);
  if (preset !== undefined) {
    return { name: preset.name, about: preset.about, document: structuredClone(preset.scenario) };
  }
  const text = readText(target);
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new BadInput(`${target}: invalid JSON${jsonErrorPlace(text, error)}`);
  }
  // Before anything copies it: options, and a sweep's values.
  if (nestsTooDeeply(document)) {
    throw new BadInput(`${target}: nested deeper than ${maxDepth} levels`);
  }
  return { name: target, about: "", document };
}

/** The document as a scenario. @throws BadInput naming the path in the document. */
export function toScenario({ name, document }: NamedDocument): Scenario {
  const parsed = parseScenario(document);
  if (!parsed.ok) throw new BadInput(`${name}: ${describeErrors(parsed.errors)}`);
  return parsed.scenario;
}

function readText(file: string): string {
  let size: number;
  try {
    const stats = statSync(file);
    if (stats.isDirectory()) throw new BadInput(`cannot read ${file}: it is a folder`);
    size = stats.size;
    if (size <= largestBytes) return readFileSync(file, "utf8").replace(/^\ufeff/, "");
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const names = presets.map((preset) => preset.name);
    const isName = /^[\w-]+$/.test(file);
    const hint = isName ? `, and no preset of that name${near(file, names)}` : "";
    throw new BadInput(`cannot read ${file}: ${reason(error)}${hint}`);
  }
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  throw new BadInput(
    `${file} has ${megabytes(size)} MB; a scenario may have at most ${megabytes(largestBytes)} MB`,
  );
}

/** Only a name that is near: the list of all presets would be longer than a line. */
function near(name: string, names: readonly string[]): string {
  const text = suggestion(name, names);
  return text.includes("did you mean") ? text : " (unblock simulate --list shows them)";
}

/** " at line 3, column 14: Unexpected token '}'". */
function jsonErrorPlace(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  // V8 adds an offset or an excerpt, by version.
  const what = message.split(/ in JSON| at position|, (?:\.{3})?"/)[0];
  const before = text.slice(0, jsonFailureOffset(text)).split("\n");
  const column = before[before.length - 1].length + 1;
  return ` at line ${before.length}, column ${column}: ${what}`;
}
