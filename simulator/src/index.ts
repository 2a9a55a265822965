/** The browser-safe part of the simulator. */
export type { Cause, TriedRemedy } from "./explain/cause.js";
export type {
  Histogram,
  Metrics,
  Result,
  Summary,
  TaskResult,
  WorkerResult,
} from "./report/result.js";
export type * from "./scenario/types.js";
export { SegmentState } from "./engine/trace.js";
export type { Lane, LaneKind, Queue, QueueKind, Trace } from "./engine/trace.js";
export {
  bystanderAloneMs,
  bystanderSteps,
  defaultLoad,
  defaultLoadOptions,
  defaultSeeds,
  describeLoad,
  loadAloneMs,
  loadTaskNames,
} from "./scenario/default-load.js";
export type { LoadOptions } from "./scenario/default-load.js";
export { aloneMs, bystanders, findBystander } from "./scenario/bystanders.js";
export type { Bystander, BystanderArrival, BystanderName } from "./scenario/bystanders.js";
export { blockingMs, toSteps } from "./scenario/modelled-function.js";
export type * from "./scenario/modelled-function.js";
export { parseCalibration, withCalibration } from "./scenario/calibration.js";
export type { Calibration, Machine, MeasuredCall } from "./scenario/calibration.js";
export { findPreset, presets } from "./scenario/presets.js";
export type { Preset } from "./scenario/presets.js";
export { describeErrors, parseScenario } from "./scenario/validate.js";
export type { ParsedScenario } from "./scenario/validate.js";
export type { DocumentError } from "./scenario/format/check.js";
export { indexLanes, layOutLanes } from "./report/lane-layout.js";
export type { LaneBox, LaneIndex, LaneRow, LaneView } from "./report/lane-layout.js";
export { lanesToShow, stateStyles, styleOf } from "./report/lane-names.js";
export { layOutQueues } from "./report/queue-layout.js";
export type { QueueRow } from "./report/queue-layout.js";
export { distribution, logRange } from "./report/distribution.js";
export type { Distribution } from "./report/distribution.js";
export { formatCount, formatMs, formatShare, plural, scaleMarks } from "./report/units.js";
export { summarise } from "./report/percentiles.js";
export { lanesSvg } from "./report/svg/lanes.js";
export { compareVariants, pictureOf, scenarioFor } from "./compare.js";
export { harmRatio, spreadOf, variantOutcome } from "./report/comparison.js";
export type { Comparison, LatencyOverSeeds, Spread, VariantOutcome } from "./report/comparison.js";
export { chromeTrace } from "./report/chrome-trace.js";
export type { ReportedRun, SimulationReport } from "./report/simulation-report.js";
export { simulate } from "./simulate.js";
export type { SimulateOptions, Simulation } from "./simulate.js";
export { explain, explainInPhrases } from "./explain/explain.js";
export type { PhrasedCause } from "./explain/explain.js";
export { tell } from "./explain/phrase.js";
export type { Language, Phrase } from "./explain/phrase.js";
export { remedyTrials } from "./explain/remedies.js";
export type { EndReason, RunOptions } from "./runtime/outcome.js";
