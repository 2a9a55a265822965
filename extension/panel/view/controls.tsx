import { useId } from "preact/hooks";
import {
  bystanderChoices,
  callsChoices,
  chooseBystander,
  numberControls,
  runtimeChoices,
  type BystanderChoice,
  type CallsChoice,
  type Controls as ControlValues,
  type NumberControl,
  type RuntimeChoice,
} from "../model/controls.js";
import type { Translate } from "../model/text.js";
import { ChoiceField } from "./choice-field.js";
import { NumberField } from "./number-field.js";
import { useWords } from "./words.js";

interface ControlsProps {
  readonly controls: ControlValues;
  readonly onChange: (change: Partial<ControlValues>) => void;
}

const fieldsOf: Readonly<Record<RuntimeChoice, readonly NumberControl[]>> = {
  node: ["threadpoolSize", "workerThreads", "cores"],
  cluster: ["processes", "threadpoolSize", "workerThreads", "cores"],
  "multi-thread": ["workers", "maxBlockingThreads", "cores"],
  "current-thread": ["maxBlockingThreads", "cores"],
};

/** Runtime and load. Every change simulates anew. */
export function Controls({ controls, onChange }: ControlsProps) {
  const { t } = useWords();
  const id = useId();
  const numbers = (fields: readonly NumberControl[]) =>
    fields.map((field) => (
      <NumberField
        key={field}
        label={fieldName(field, t)}
        value={controls[field]}
        {...numberControls[field]}
        onChange={(value) => {
          onChange({ [field]: value });
        }}
      />
    ));
  return (
    <section class="controls" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t("Runtime and load")}</h2>
      <div class="fields">
        <ChoiceField
          label={t("Runtime")}
          value={controls.runtime}
          choices={runtimeChoices}
          nameOf={(choice) => runtimeName(choice, t)}
          onChange={(runtime) => {
            onChange({ runtime });
          }}
        />
        {numbers(fieldsOf[controls.runtime])}
      </div>
      <div class="fields">
        <ChoiceField
          label={t("The function is called")}
          value={controls.calls}
          choices={callsChoices}
          nameOf={(choice) => callsName(choice, t)}
          onChange={(calls) => {
            onChange({ calls });
          }}
        />
        {numbers(controls.calls === "stream" ? ["callsPerSecond"] : ["callsAtOnce"])}
      </div>
      <div class="fields">
        <ChoiceField
          label={t("Who waits")}
          value={controls.bystander}
          choices={bystanderChoices}
          nameOf={(choice) => bystanderName(choice, t)}
          onChange={(choice) => {
            onChange(chooseBystander(choice));
          }}
        />
        {numbers([
          "bystandersPerSecond",
          ...(controls.bystander === "custom"
            ? (["bystanderCpuMs", "bystanderIoMs"] as const)
            : []),
        ])}
      </div>
    </section>
  );
}

export function runtimeName(choice: RuntimeChoice, t: Translate): string {
  switch (choice) {
    case "node":
      return t("Node.js");
    case "cluster":
      return t("Node.js cluster");
    case "multi-thread":
      return t("Tokio-like, multi-thread");
    case "current-thread":
      return t("Tokio-like, one thread");
  }
}

function callsName(choice: CallsChoice, t: Translate): string {
  switch (choice) {
    case "stream":
      return t("again and again");
    case "at-once":
      return t("many times at once");
  }
}

export function bystanderName(choice: BystanderChoice, t: Translate): string {
  switch (choice) {
    case "request":
      return t("2 ms request");
    case "page":
      return t("page with three database queries");
    case "timer":
      return t("timer every 5 ms");
    case "health-check":
      return t("health check");
    case "custom":
      return t("my own request");
  }
}

function fieldName(field: NumberControl, t: Translate): string {
  switch (field) {
    case "processes":
      return t("Processes");
    case "workers":
      return t("Workers");
    case "threadpoolSize":
      return t("libuv threads");
    case "workerThreads":
      return t("Worker threads");
    case "maxBlockingThreads":
      return t("Blocking pool threads");
    case "cores":
      return t("Cores");
    case "callsPerSecond":
      return t("Calls per second");
    case "callsAtOnce":
      return t("Calls at once");
    case "bystandersPerSecond":
      return t("Other requests per second");
    case "bystanderCpuMs":
      return t("They compute, in milliseconds");
    case "bystanderIoMs":
      return t("They await I/O, in milliseconds");
  }
}
