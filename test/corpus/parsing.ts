/** Whether and how published scripts parse. */
import * as espree from "espree";

export type SourceType = "module" | "commonjs" | "script";

export function parses(text: string, sourceType: SourceType): boolean {
  try {
    espree.parse(text, { ecmaVersion: "latest", sourceType });
    return true;
  } catch {
    return false;
  }
}

/** Undefined for what is no valid script or module in itself. */
export function sourceTypeOf(text: string): SourceType | undefined {
  return (["commonjs", "module", "script"] as const).find((type) => parses(text, type));
}
