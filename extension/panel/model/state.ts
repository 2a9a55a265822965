/** All that the panel shows, as one value, and the actions that change it. */
import { withCalibration, type Calibration, type ModelledFunction } from "unblock-simulator";
import type { CpuProfileUse } from "../../protocol.js";
import { clampView, fitView, revealIn, type TimeView } from "../layout/time-scale.js";
import { controlsFor, defaultControls, functionKey, type Controls } from "./controls.js";
import { notLearning, type Learning } from "./learning.js";
import { isExplained, type Explained, type Outcome, type VariantName } from "./outcome.js";
import { worstWait } from "./worst-wait.js";

export interface Selection {
  readonly variant: VariantName;
  /** Index into the trace's segments. */
  readonly segment: number;
}

/** A function as the panel simulates it. */
export interface Subject {
  /** Undefined until the client has sent one. */
  readonly model: ModelledFunction | undefined;
  /** What was measured on this machine, where that was done. */
  readonly calibration: Calibration | undefined;
  /** The CPU profile that the settings name, where they do. */
  readonly cpuProfile: CpuProfileUse | undefined;
  readonly controls: Controls;
}

export interface State extends Subject {
  /** Another function that is being simulated: what is shown stays until that is whole. */
  readonly coming: (Subject & { readonly model: ModelledFunction }) | undefined;
  /** Why there is nothing to show, in one sentence. */
  readonly failure: string | undefined;
  readonly learning: Learning;
  /** Whether the user changed something, which is then kept for the next panel. */
  readonly isTouched: boolean;
  readonly outcome: Outcome | undefined;
  /** The newest outcome whose reasons are known: they come later than the picture, and stay until there are new ones. */
  readonly explained: Explained | undefined;
  readonly view: TimeView;
  /** Whether the user moved the view; until then it follows the worst wait. */
  readonly viewIsSet: boolean;
  readonly selection: Selection | undefined;
  readonly cursor: { readonly file: string; readonly line: number } | undefined;
}

export type Action =
  | {
      readonly type: "show";
      readonly model: ModelledFunction;
      readonly controls?: Controls;
      readonly calibration?: Calibration;
      readonly cpuProfile?: CpuProfileUse;
    }
  | { readonly type: "learn"; readonly change: Partial<Learning> }
  | { readonly type: "restoreLearning"; readonly learning: Learning }
  | { readonly type: "fail"; readonly message: string }
  | { readonly type: "control"; readonly change: Partial<Controls> }
  | { readonly type: "outcome"; readonly outcome: Outcome }
  | { readonly type: "view"; readonly view: TimeView }
  | { readonly type: "showWorst" }
  | { readonly type: "select"; readonly selection: Selection | undefined }
  /** Selects a segment and brings it into view. */
  | ({ readonly type: "reveal" } & Selection)
  | { readonly type: "cursor"; readonly file: string; readonly line: number };

export const initialState: State = {
  model: undefined,
  coming: undefined,
  failure: undefined,
  calibration: undefined,
  cpuProfile: undefined,
  controls: defaultControls,
  learning: notLearning,
  isTouched: false,
  outcome: undefined,
  explained: undefined,
  view: { startNs: 0, endNs: 1e9 },
  viewIsSet: false,
  selection: undefined,
  cursor: undefined,
};

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case "show":
      return shown(state, action);
    case "fail":
      return { ...arrived(state), failure: action.message };
    case "control":
      return { ...controlled(state, action.change), isTouched: true };
    case "learn":
      return { ...state, learning: { ...state.learning, ...action.change }, isTouched: true };
    case "restoreLearning":
      return { ...state, learning: action.learning };
    case "outcome":
      return withOutcome(state, action.outcome);
    case "view":
      return { ...state, view: clampView(action.view, wholeRun(state)), viewIsSet: true };
    case "showWorst":
      return { ...state, view: worstView(state.outcome), viewIsSet: false };
    case "select":
      return { ...state, selection: action.selection };
    case "reveal":
      return revealed(state, action);
    case "cursor":
      return { ...state, cursor: { file: action.file, line: action.line } };
  }
}

function revealed(state: State, { variant, segment }: Selection): State {
  const segments = state.outcome?.[variant].trace.segments;
  if (segments === undefined) return state;
  const [startNs, endNs] = [segments.startNs[segment] ?? 0, segments.endNs[segment] ?? 0];
  const view = revealIn(state.view, startNs, endNs, wholeRun(state));
  return { ...state, selection: { variant, segment }, view, viewIsSet: true };
}

function shown(state: State, action: Extract<Action, { readonly type: "show" }>): State {
  const { model, calibration, cpuProfile } = action;
  const controls = controlsFor(action.controls ?? state.controls, model);
  const subject = { model, calibration, cpuProfile, controls };
  if (state.model !== undefined && functionKey(state.model) === functionKey(model)) {
    return { ...state, ...subject, coming: undefined, failure: undefined, selection: undefined };
  }
  const next = { ...state, coming: subject };
  return state.explained === undefined || state.failure !== undefined ? arrived(next) : next;
}

/** Shows the function that was coming, for now without a picture. */
function arrived(state: State): State {
  if (state.coming === undefined) return state;
  return {
    ...state,
    ...state.coming,
    coming: undefined,
    failure: undefined,
    outcome: undefined,
    explained: undefined,
    viewIsSet: false,
    selection: undefined,
  };
}

function controlled(state: State, change: Partial<Controls>): State {
  const next = { ...state, controls: { ...state.controls, ...change } };
  if (state.coming === undefined) return next;
  // Changes to the steps are meant for the function that is shown; all others for whatever is simulated.
  const { durations, counts, remedies } = state.coming.controls;
  const controls = { ...state.coming.controls, ...change, durations, counts, remedies };
  return { ...next, coming: { ...state.coming, controls } };
}

function withOutcome(state: State, outcome: Outcome): State {
  const { coming } = state;
  if (coming !== undefined && functionKey(coming.model) === functionKey(outcome.model)) {
    return isExplained(outcome) ? withOutcome(arrived(state), outcome) : state;
  }
  const sameRun = state.outcome?.asWritten.trace === outcome.asWritten.trace;
  const next = {
    ...state,
    outcome,
    explained: isExplained(outcome) ? outcome : state.explained,
    selection: sameRun ? state.selection : undefined,
  };
  if (sameRun) return next;
  // A preview is made for what is in view, and must not move it.
  if (outcome.seedsDone === 0 && state.outcome !== undefined) return next;
  const view = state.viewIsSet ? clampView(state.view, wholeRun(next)) : worstView(outcome);
  return { ...next, view };
}

/** From zero to the end of the axis. */
export function wholeRun({ outcome }: Pick<State, "outcome">): TimeView {
  return { startNs: 0, endNs: outcome?.axisEndNs ?? 1e9 };
}

function worstView(outcome: Outcome | undefined): TimeView {
  const whole = wholeRun({ outcome });
  const worst = outcome && worstWait(outcome.asWritten.trace, outcome.names.bystander);
  if (worst === undefined) return whole;
  // At least 20 ms, so that a harmless function is not shown through a microscope.
  const half = Math.max(0, 20e6 - (worst.endNs - worst.startNs)) / 2;
  return fitView(worst.startNs - half, worst.endNs + half, 0.35, whole);
}

/** The function with what is known of it before the user changes anything: measured durations where that is wanted. */
export function knownModel({
  model,
  calibration,
  controls,
}: Pick<Subject, "model" | "calibration" | "controls">): ModelledFunction | undefined {
  if (model === undefined || calibration === undefined || !controls.measured) return model;
  return withCalibration(model, calibration);
}
