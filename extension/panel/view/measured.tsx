import type { Calibration } from "unblock-simulator";
import type { CpuProfileUse } from "../../protocol.js";
import type { Controls } from "../model/controls.js";
import { calledAs, formatDate } from "../model/format.js";
import type { Translate } from "../model/text.js";
import { useWords } from "./words.js";

export interface MeasuredProps {
  /** The function's. */
  readonly name: string;
  /** What was measured on this machine, where that was done. */
  readonly calibration: Calibration | undefined;
  /** The profile that the settings name, where they do. */
  readonly cpuProfile: CpuProfileUse | undefined;
  readonly controls: Controls;
  readonly onChange: (change: Partial<Controls>) => void;
  readonly onChooseProfile: () => void;
  readonly onDropProfile: () => void;
}

/** Where durations come from: whether to go by what was measured on this machine, and by which profile. */
export function Measured(props: MeasuredProps) {
  const { t } = useWords();
  const { cpuProfile, onChooseProfile, onDropProfile } = props;
  return (
    <div class="measured">
      <Calibrated {...props} />
      <p class="note">
        {cpuProfile !== undefined && profileSentence(props.name, cpuProfile, t)}{" "}
        <button class="link" type="button" onClick={onChooseProfile}>
          {cpuProfile === undefined ? t("Use a CPU profile …") : t("Use another …")}
        </button>
        {cpuProfile !== undefined && (
          <button class="link" type="button" onClick={onDropProfile}>
            {t("Drop it")}
          </button>
        )}
      </p>
    </div>
  );
}

function Calibrated({
  calibration,
  controls,
  onChange,
}: Pick<MeasuredProps, "calibration" | "controls" | "onChange">) {
  const { t, locale } = useWords();
  if (calibration === undefined) {
    return (
      <p class="note">
        {t("Durations are computed or typical. {0} measures them on this machine.", calibrate)}
      </p>
    );
  }
  const { measuredAt, machine } = calibration;
  return (
    <label class="inline">
      <input
        type="checkbox"
        checked={controls.measured}
        onChange={({ currentTarget: { checked } }) => {
          onChange({ measured: checked });
        }}
      />
      {t(
        "Durations as measured on this machine on {0} ({1})",
        formatDate(measuredAt, locale),
        machine.processor,
      )}
    </label>
  );
}

const calibrate = "npx unblock calibrate";

function profileSentence(
  name: string,
  { file, calls, problem }: CpuProfileUse,
  t: Translate,
): string {
  const called = calledAs(name);
  if (problem !== undefined) return t("The CPU profile {0} is not used: {1}.", file, problem);
  if (calls === 0) return t("The CPU profile {0} saw no call of {1}.", file, called);
  return calls === 1
    ? t("The CPU profile {0} saw one call of {1}.", file, called)
    : t("The CPU profile {0} saw {1} calls of {2}.", file, calls, called);
}
