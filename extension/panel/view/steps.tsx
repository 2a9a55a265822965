import {
  blockingMs,
  type ModelledFunction,
  type ModelledRemedy,
  type ModelledStep,
} from "unblock-simulator";
import { durationAt, positionOf, sliderSteps } from "../layout/slider-scale.js";
import { hasChanges, longestStepMs, remediesOf } from "../model/controls.js";
import { baseName, calledAs, formatMs } from "../model/format.js";
import type { Translate } from "../model/text.js";
import { Measured, type MeasuredProps } from "./measured.js";
import { useWords } from "./words.js";

interface StepsProps extends Omit<MeasuredProps, "name"> {
  /** As it was found, so that a change can be taken back. */
  readonly original: ModelledFunction;
  /** With the user's changes. */
  readonly model: ModelledFunction;
  readonly cursorLine: number | undefined;
  readonly onOpen: (file: string, line: number) => void;
}

type TimedStep = Exclude<ModelledStep, { kind: "loop" }>;
type LoopStep = Extract<ModelledStep, { kind: "loop" }>;

/** The function, step by step: what it does, for how long, and how that is known. */
export function Steps(props: StepsProps) {
  const { t, locale } = useWords();
  const { original, model, controls, onChange } = props;
  const heldMs = blockingMs(model.steps);
  return (
    <section class="steps" aria-labelledby="steps-title">
      <h2 id="steps-title">
        {heldMs > 0
          ? t(
              "What {0} does: it holds its thread for {1} each time",
              calledAs(original.name),
              formatMs(heldMs, locale),
            )
          : t("What {0} does: it never holds its thread", calledAs(original.name))}
        {hasChanges(controls) && (
          <button
            class="quiet"
            type="button"
            onClick={() => {
              onChange({ durations: {}, counts: {}, remedies: {} });
            }}
          >
            {t("Undo all changes")}
          </button>
        )}
      </h2>
      <Measured name={original.name} {...props} />
      {model.steps.length === 0 ? (
        <p class="note">{t("Nothing in it takes time that could be told from its text.")}</p>
      ) : (
        <>
          <div class="step-row titles" aria-hidden="true">
            <span>{t("Step")}</span>
            <span>{t("Duration")}</span>
            <span />
            <span>{t("Source")}</span>
            <span>{t("The fix")}</span>
          </div>
          <StepList {...props} steps={model.steps} />
        </>
      )}
    </section>
  );
}

function StepList(props: StepsProps & { readonly steps: readonly ModelledStep[] }) {
  return (
    <ol>
      {props.steps.map((step) => (
        <li
          key={step.id}
          class={`step ${step.kind} ${step.at.line === props.cursorLine ? "lit" : ""}`}
        >
          {step.kind === "loop" ? (
            <Loop {...props} step={step} />
          ) : (
            <TimedStepRow {...props} step={step} />
          )}
        </li>
      ))}
    </ol>
  );
}

function Loop(props: StepsProps & { readonly step: LoopStep }) {
  const { t } = useWords();
  const { step, controls, onChange } = props;
  return (
    <>
      <div class="step-row">
        <StepPlace {...props} />
        <label class="inline">
          {t("rounds")}
          <input
            type="number"
            min={0}
            max={10000}
            step={1}
            value={step.count}
            aria-label={t("Rounds of {0}", step.label)}
            onInput={({ currentTarget: input }) => {
              if (input.value === "" || !input.validity.valid) return;
              onChange({ counts: { ...controls.counts, [step.id]: input.valueAsNumber } });
            }}
          />
        </label>
        <span class={`source ${step.countSource}`}>{sourceWord(step.countSource, t)}</span>
      </div>
      <StepList {...props} steps={step.steps} />
    </>
  );
}

function TimedStepRow(props: StepsProps & { readonly step: TimedStep }) {
  const { t, locale } = useWords();
  const { step, controls, onChange } = props;
  const setMs = (ms: number) => {
    onChange({ durations: { ...controls.durations, [step.id]: ms } });
  };
  const changed = Object.hasOwn(controls.durations, step.id);
  return (
    <div class="step-row">
      <StepPlace {...props} />
      <input
        type="range"
        min={0}
        max={sliderSteps}
        step={1}
        value={positionOf(step.ms)}
        aria-label={t("Duration of {0}", step.label)}
        aria-valuetext={formatMs(step.ms, locale)}
        onInput={({ currentTarget: input }) => {
          setMs(durationAt(input.valueAsNumber));
        }}
      />
      <label class="inline">
        <input
          type="number"
          min={0}
          max={longestStepMs}
          step="any"
          value={Number(step.ms.toPrecision(3))}
          aria-label={t("Duration of {0} in milliseconds", step.label)}
          onInput={({ currentTarget: input }) => {
            if (input.value !== "" && input.validity.valid) setMs(input.valueAsNumber);
          }}
        />
        ms
      </label>
      <span class={`source ${step.source}`} title={step.basis}>
        {sourceWord(step.source, t)}
        {changed && (
          <button
            class="quiet"
            type="button"
            aria-label={t("Undo the change to {0}", step.label)}
            title={t("Back to what was found")}
            onClick={() => {
              onChange({ durations: without(controls.durations, step.id) });
            }}
          >
            ↺
          </button>
        )}
      </span>
      {(step.kind === "block" || step.kind === "compute") && (
        <select
          aria-label={t("What the fix does to {0}", step.label)}
          value={step.remedy}
          onChange={({ currentTarget: { value } }) => {
            const remedy = remediesOf(controls.runtime).find((known) => known === value);
            if (remedy !== undefined) {
              onChange({ remedies: { ...controls.remedies, [step.id]: remedy } });
            }
          }}
        >
          {remediesOf(controls.runtime).map((remedy) => (
            <option key={remedy} value={remedy}>
              {remedyName(remedy, t)}
            </option>
          ))}
        </select>
      )}
      <p class="basis">
        {kindWord(step.kind, t)}; {step.basis} ({formatMs(step.lowMs, locale)} –{" "}
        {formatMs(step.highMs, locale)})
      </p>
    </div>
  );
}

function without<T>(map: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(map).filter(([other]) => other !== key));
}

function StepPlace({ step, onOpen }: Pick<StepsProps, "onOpen"> & { readonly step: ModelledStep }) {
  const { t } = useWords();
  const place = `${baseName(step.at.file)}:${step.at.line}`;
  return (
    <span class="place">
      <span class={`swatch ${step.kind}`} aria-hidden="true" />
      <span class="label">{step.label}</span>
      <button
        class="link"
        type="button"
        aria-label={t("Open {0}, {1}", place, step.label)}
        onClick={() => {
          onOpen(step.at.file, step.at.line);
        }}
      >
        {place}
      </button>
    </span>
  );
}

function kindWord(kind: ModelledStep["kind"], t: Translate): string {
  switch (kind) {
    case "block":
      return t("blocks the thread");
    case "compute":
      return t("computes on the thread");
    case "timer":
      return t("awaited timer");
    case "io":
      return t("awaited I/O");
    case "threadpool":
      return t("awaited, on the thread pool");
    case "worker":
      return t("awaited, on a worker thread");
    case "loop":
      return t("loop");
  }
}

function sourceWord(source: TimedStep["source"], t: Translate): string {
  switch (source) {
    case "computed":
      return t("computed");
    case "measured":
      return t("measured");
    case "typical":
      return t("typical");
    case "set":
      return t("set");
  }
}

export function remedyName(remedy: ModelledRemedy, t: Translate): string {
  switch (remedy) {
    case "timer":
      return t("awaited timer");
    case "async":
      return t("async call");
    case "threadpool":
      return t("async, thread pool");
    case "spawn-blocking":
      return t("spawnBlocking");
    case "block-in-place":
      return t("block in place");
    case "parallel":
      return t("data-parallel pool");
  }
}
