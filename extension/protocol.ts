/**
 * Every message between the client, the language server and the panel.
 *
 * Client and server speak the language server protocol plus the requests named here. Client and panel exchange the
 * two message unions `PanelMessage` (panel to client) and `ClientMessage` (client to panel) through `postMessage`;
 * each end checks what arrives with `isPanelMessage` or `isClientMessage` and drops anything else.
 */

import { parseCalibration } from "unblock-simulator";
import type { Calibration, ModelledFunction, ModelledStep } from "unblock-simulator";

// ---- client <-> server ----

/** Request: what a function does, step by step. */
export const modelFunctionMethod = "unblock/modelFunction";

export interface ModelFunctionParams {
  readonly uri: string;
  /** The function around this position (lines and characters count from 0, as in the protocol) … */
  readonly position?: { readonly line: number; readonly character: number };
  /** … or the function of this name. */
  readonly functionName?: string;
}

export type ModelFunctionResult =
  | {
      readonly ok: true;
      readonly model: ModelledFunction;
      /** What `unblock calibrate` measured on this machine; left out where it was never run. */
      readonly calibration?: Calibration;
      /** Left out where the settings name none. */
      readonly cpuProfile?: CpuProfileUse;
    }
  /** `message` is one sentence for the user: no such function, a file that does not parse. */
  | { readonly ok: false; readonly message: string };

/** The CPU profile that the settings name, and what it was good for. */
export interface CpuProfileUse {
  /** As the settings name it. */
  readonly file: string;
  /** How many calls of the function it holds; 0 too where it can't be used. */
  readonly calls: number;
  /** Why it can't be used: the end of a sentence. */
  readonly problem?: string;
}

/** Who reports a file's findings. */
export type DiagnosticsOwner = "extension" | "eslint" | "off";

/** Notification, server to client: who owns a file's diagnostics, for the language status item. */
export const ownerChangedMethod = "unblock/ownerChanged";

export interface OwnerChangedParams {
  readonly uri: string;
  readonly owner: DiagnosticsOwner;
  /** One sentence that says why. */
  readonly reason: string;
}

/** Notification, client to server: the ESLint extension reports (or no longer reports) our rules in this file. */
export const eslintReportsMethod = "unblock/eslintReports";

export interface EslintReportsParams {
  readonly uri: string;
  readonly reports: boolean;
}

/** What the client tells the server when it starts, as `initializationOptions`. */
export interface InitializationOptions {
  /** Whether the workspace is trusted: only then is the user's own ESLint configuration loaded. */
  readonly trusted: boolean;
  /** Whether the ESLint extension is installed and switched on. */
  readonly eslintExtension: boolean;
  /** Translated strings by their English text. */
  readonly messages: Readonly<Record<string, string>>;
}

// ---- client <-> panel ----

/**
 * The panel's controls as the user left them. The panel alone knows what is in it; the client keeps it, so that a
 * panel that was closed opens as it was.
 */
export type PanelControls = Readonly<Record<string, unknown>>;

/** What the panel saves with `setState`, and gets back from the serializer after a reload. */
export interface PanelState {
  readonly model?: ModelledFunction;
  readonly controls?: PanelControls;
}

/**
 * Stands as JSON in the attribute `data-bootstrap` of the element `#unblock`, the page's only element: what the panel
 * needs before its first message.
 */
export interface PanelBootstrap {
  /** "en", "de": for figures and for `<html lang>`. */
  readonly locale: string;
  /** Translated strings by their English text; a string that is missing stays English. */
  readonly messages: Readonly<Record<string, string>>;
}

/** Panel to client. */
export type PanelMessage =
  /** The panel's listeners stand: the client answers with `show` or `failed`. */
  | { readonly type: "ready" }
  /** A click on a segment or a step. */
  | { readonly type: "openLocation"; readonly file: string; readonly line: number }
  /** Offers to save a file; `base64` for pictures. `fileName` is a proposal without folders. */
  | {
      readonly type: "export";
      readonly fileName: string;
      readonly text: string;
      readonly encoding?: "utf8" | "base64";
    }
  /** Asks for a CPU profile to take durations from, or drops the one that the settings name. */
  | { readonly type: "chooseCpuProfile" | "dropCpuProfile" }
  /** The user moved a control. */
  | { readonly type: "stateChanged"; readonly controls: PanelControls };

/** Client to panel. */
export type ClientMessage =
  | {
      readonly type: "show";
      readonly model: ModelledFunction;
      readonly controls?: PanelControls;
      readonly calibration?: Calibration;
      readonly cpuProfile?: CpuProfileUse;
    }
  /** The function could not be modelled; `message` is one sentence for the user. */
  | { readonly type: "failed"; readonly message: string }
  /** The cursor moved: the line (from 1) lights up in the lanes. */
  | { readonly type: "cursorLine"; readonly file: string; readonly line: number };

/** Whether a value from the panel is a message that the client understands. */
export function isPanelMessage(value: unknown): value is PanelMessage {
  if (!isRecord(value)) return false;
  switch (value.type) {
    case "ready":
    case "chooseCpuProfile":
    case "dropCpuProfile":
      return true;
    case "openLocation":
      return isNonEmptyString(value.file) && isLine(value.line);
    case "export":
      return (
        isNonEmptyString(value.fileName) &&
        typeof value.text === "string" &&
        [undefined, "utf8", "base64"].includes(value.encoding as string | undefined)
      );
    case "stateChanged":
      return isRecord(value.controls);
    default:
      return false;
  }
}

/** Whether a value from the client is a message that the panel understands. */
export function isClientMessage(value: unknown): value is ClientMessage {
  if (!isRecord(value)) return false;
  switch (value.type) {
    case "show":
      return (
        isModelledFunction(value.model) &&
        (value.controls === undefined || isRecord(value.controls)) &&
        (value.calibration === undefined || parseCalibration(value.calibration).ok) &&
        (value.cpuProfile === undefined || isCpuProfileUse(value.cpuProfile))
      );
    case "failed":
      return isNonEmptyString(value.message);
    case "cursorLine":
      return isNonEmptyString(value.file) && isLine(value.line);
    default:
      return false;
  }
}

function isCpuProfileUse(value: unknown): value is CpuProfileUse {
  return (
    isRecord(value) &&
    isNonEmptyString(value.file) &&
    isAmount(value.calls) &&
    (value.problem === undefined || isNonEmptyString(value.problem))
  );
}

/** Whether a value that the serializer or `getState` gave back is a state that this version can restore. */
export function isPanelState(value: unknown): value is PanelState {
  return (
    isRecord(value) &&
    (value.model === undefined || isModelledFunction(value.model)) &&
    (value.controls === undefined || isRecord(value.controls))
  );
}

/** Whether a value is a modelled function, all the way down. */
export function isModelledFunction(value: unknown): value is ModelledFunction {
  return (
    isRecord(value) &&
    typeof value.name === "string" &&
    isNonEmptyString(value.file) &&
    isLine(value.line) &&
    areSteps(value.steps, 0)
  );
}

const kinds: ReadonlySet<unknown> = new Set<ModelledStep["kind"]>([
  "block",
  "compute",
  "timer",
  "io",
  "threadpool",
  "worker",
  "loop",
]);

/** Deeper than any loop nest that people write; keeps a hostile value from exhausting the stack. */
const maxDepth = 64;

function areSteps(value: unknown, depth: number): boolean {
  return (
    Array.isArray(value) && depth <= maxDepth && value.every((step) => isModelledStep(step, depth))
  );
}

function isModelledStep(value: unknown, depth: number): value is ModelledStep {
  if (
    !isRecord(value) ||
    !isNonEmptyString(value.id) ||
    typeof value.label !== "string" ||
    !kinds.has(value.kind) ||
    !isRecord(value.at) ||
    !isNonEmptyString(value.at.file) ||
    !isLine(value.at.line)
  ) {
    return false;
  }
  if (value.kind === "loop") {
    return (
      isAmount(value.count) &&
      typeof value.countSource === "string" &&
      areSteps(value.steps, depth + 1)
    );
  }
  const blocks = value.kind === "block" || value.kind === "compute";
  return (
    isAmount(value.ms) &&
    isAmount(value.lowMs) &&
    isAmount(value.highMs) &&
    typeof value.source === "string" &&
    typeof value.basis === "string" &&
    (!blocks || isNonEmptyString(value.remedy))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNonEmptyString(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** A duration in milliseconds, or a number of rounds. */
function isAmount(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function isLine(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1;
}
