/** The user's settings under `unblock.*`, as the server uses them. The manifest describes them to people. */

export type OwnerSetting = "auto" | "extension" | "eslint" | "off";
export type SeveritySetting = "auto" | "error" | "warning" | "information" | "hint";

export interface Settings {
  readonly enable: boolean;
  readonly diagnostics: { readonly owner: OwnerSetting; readonly severity: SeveritySetting };
  readonly codeLens: { readonly enable: boolean };
  readonly hover: { readonly enable: boolean };
  /** Larger files get no diagnostics, lenses or hovers. */
  readonly maxFileSizeKb: number;
  /** A .cpuprofile, absolute or from the workspace's folder; empty: none. */
  readonly cpuProfile: string;
}

export const defaultSettings: Settings = {
  enable: true,
  diagnostics: { owner: "auto", severity: "auto" },
  codeLens: { enable: true },
  hover: { enable: true },
  maxFileSizeKb: 1024,
  cpuProfile: "",
};

const owners: readonly OwnerSetting[] = ["auto", "extension", "eslint", "off"];
const severities: readonly SeveritySetting[] = ["auto", "error", "warning", "information", "hint"];

/** Reads the section `unblock`; a value of the wrong type counts as not set, as everywhere in VS Code. */
export function readSettings(section: unknown): Settings {
  return {
    enable: flag(get(section, "enable"), defaultSettings.enable),
    diagnostics: {
      owner: oneOf(owners, get(section, "diagnostics", "owner"), defaultSettings.diagnostics.owner),
      severity: oneOf(
        severities,
        get(section, "diagnostics", "severity"),
        defaultSettings.diagnostics.severity,
      ),
    },
    codeLens: { enable: flag(get(section, "codeLens", "enable"), defaultSettings.codeLens.enable) },
    hover: { enable: flag(get(section, "hover", "enable"), defaultSettings.hover.enable) },
    maxFileSizeKb: positive(get(section, "maxFileSizeKb"), defaultSettings.maxFileSizeKb),
    cpuProfile: text(get(section, "cpuProfile"), defaultSettings.cpuProfile),
  };
}

function get(value: unknown, ...path: string[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== "object" || current === null) return undefined;
    current = (current as Record<string, unknown>)[key];
  }
  return current;
}

function flag(value: unknown, fallback: boolean): boolean {
  return typeof value === "boolean" ? value : fallback;
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown, fallback: T): T {
  return allowed.find((candidate) => candidate === value) ?? fallback;
}

function text(value: unknown, fallback: string): string {
  return typeof value === "string" ? value.trim() : fallback;
}

function positive(value: unknown, fallback: number): number {
  return typeof value === "number" && Number.isFinite(value) && value > 0 ? value : fallback;
}
