/** One scenario of the manifest: what it is about, and how its figures are judged. */
import type { Figure } from "./figures.js";
import type { GroupName } from "./groups.js";

export interface Entry {
  /** `scenarios/<name>.json` */
  readonly name: string;
  readonly about: string;
  readonly group: GroupName;
  readonly figures: readonly Figure[];
  /** Part of the subset that is measured for every change. */
  readonly always?: true;
  /** Why a figure misses its target where that is known, for the accuracy page. */
  readonly missedBecause?: string;
}
