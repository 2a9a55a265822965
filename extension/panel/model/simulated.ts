/** What of a subject the simulator is asked about. */
import type { LoadOptions, ModelledFunction } from "unblock-simulator";
import { changedModel, loadOptions } from "./controls.js";
import { knownModel, type Subject } from "./state.js";

export interface Simulated {
  /** The function before the user's changes. */
  readonly known: ModelledFunction | undefined;
  /** With them. */
  readonly changed: ModelledFunction | undefined;
  readonly load: Partial<LoadOptions>;
}

/** The same objects as the time before as long as nothing has changed that matters for them. */
export function simulatedOf(subject: Subject, before?: Simulated & { readonly of: Subject }) {
  const { model, calibration, controls } = subject;
  const isSame =
    before !== undefined &&
    before.of.model === model &&
    before.of.calibration === calibration &&
    before.of.controls === controls;
  if (isSame) return before;
  const known = knownModel(subject);
  return {
    of: subject,
    known,
    changed: known && changedModel(known, controls),
    load: loadOptions(controls),
  };
}
