import { useId } from "preact/hooks";
import {
  numberControls,
  runtimeChoices,
  type Controls as ControlValues,
  type NumberControl,
  type RuntimeChoice,
} from "../model/controls.js";
import type { Translate } from "../model/text.js";
import { NumberField } from "./number-field.js";
import { useWords } from "./words.js";

interface ControlsProps {
  readonly controls: ControlValues;
  readonly onChange: (change: Partial<ControlValues>) => void;
}

const fieldsOf: Readonly<Record<RuntimeChoice, readonly NumberControl[]>> = {
  node: ["threadpoolSize", "workerThreads"],
  cluster: ["processes", "threadpoolSize", "workerThreads"],
  "multi-thread": ["workers", "maxBlockingThreads"],
  "current-thread": ["maxBlockingThreads"],
};

const loadFields: readonly NumberControl[] = ["cores", "callsPerSecond", "bystandersPerSecond"];

/** Runtime and load. Every change simulates anew. */
export function Controls({ controls, onChange }: ControlsProps) {
  const { t } = useWords();
  const id = useId();
  const fields = [...fieldsOf[controls.runtime], ...loadFields];
  return (
    <section class="controls" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t("Runtime and load")}</h2>
      <div class="fields">
        <div class="field">
          <label for={id}>{t("Runtime")}</label>
          <select
            id={id}
            value={controls.runtime}
            onChange={({ currentTarget: { value } }) => {
              const runtime = runtimeChoices.find((choice) => choice === value);
              if (runtime !== undefined) onChange({ runtime });
            }}
          >
            {runtimeChoices.map((choice) => (
              <option key={choice} value={choice}>
                {runtimeName(choice, t)}
              </option>
            ))}
          </select>
        </div>
        {fields.map((field) => (
          <NumberField
            key={field}
            label={fieldName(field, t)}
            value={controls[field]}
            {...numberControls[field]}
            onChange={(value) => {
              onChange({ [field]: value });
            }}
          />
        ))}
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
    case "bystandersPerSecond":
      return t("Other requests per second");
  }
}
