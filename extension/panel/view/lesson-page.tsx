import { useId, useMemo, useRef, useState } from "preact/hooks";
import { commandView } from "../layout/command-view.js";
import type { TimeView } from "../layout/time-scale.js";
import { triedValue, type Learning } from "../model/learning.js";
import { lessonResult, lessonWords } from "../model/lesson-words.js";
import { runLesson, type Lesson } from "../model/lessons.js";
import { layOut, prepareLayout } from "../model/picture.js";
import { isMove, movedSelection } from "../model/step-selection.js";
import { NumberField } from "./number-field.js";
import { Ruler } from "./ruler.js";
import { useTheme, useWidth } from "./use-size.js";
import { VariantLanes } from "./variant-lanes.js";
import { useWords } from "./words.js";

interface LessonPageProps {
  readonly lesson: Lesson;
  readonly learning: Learning;
  readonly onChange: (change: Partial<Learning>) => void;
}

const noLabels = new Map<string, string>();
const fullQueue = 100;
const nothing = () => undefined;

/** One experiment: what happens, its picture, and one thing to try. */
export function LessonPage({ lesson, learning, onChange }: LessonPageProps) {
  const { t, locale } = useWords();
  const keysId = useId();
  const words = lessonWords(lesson.name, t);
  const value = triedValue(learning, lesson);
  const run = useMemo(() => runLesson(lesson, value), [lesson, value]);
  const prepared = useMemo(() => prepareLayout(layOut(run.trace), "handler"), [run]);
  const ruler = useRef<HTMLDivElement>(null);
  const width = useWidth(ruler);
  const theme = useTheme(ruler);
  const bounds: TimeView = useMemo(() => ({ startNs: 0, endNs: run.trace.endNs }), [run]);
  const [view, setView] = useState<TimeView>();
  const [viewOf, setViewOf] = useState(run);
  const [selected, setSelected] = useState(-1);
  // A view into another run means nothing.
  const shown = view !== undefined && viewOf === run ? view : bounds;
  const onView = (next: TimeView) => {
    setView(next);
    setViewOf(run);
  };
  return (
    <div class="lesson-page">
      <p>{words.about}</p>
      <p class="try">{words.task}</p>
      <div class="fields">
        <NumberField
          label={words.control}
          value={value}
          {...lesson.range}
          onChange={(next) => {
            onChange({ tried: { ...learning.tried, [lesson.name]: next } });
          }}
        />
        <input
          type="range"
          min={lesson.range.least}
          max={lesson.range.most}
          step={1}
          value={value}
          aria-label={words.control}
          onInput={({ currentTarget: input }) => {
            onChange({ tried: { ...learning.tried, [lesson.name]: input.valueAsNumber } });
          }}
        />
      </div>
      <p class="lesson-result" role="status">
        {lessonResult(lesson.name, run, t, locale)}
      </p>
      <Ruler place={ruler} view={shown} width={width} />
      <p id={keysId} class="only-read">
        {t(
          "Arrow keys left and right go from one stretch to the next, up and down to the other lanes; plus and minus zoom, with Shift the arrows pan; 0 shows the whole run.",
        )}
      </p>
      {theme !== undefined && width > 0 && (
        <VariantLanes
          title={t("What each thread does")}
          className="experiment"
          keysId={keysId}
          labels={noLabels}
          nowNs={undefined}
          cursor={undefined}
          chain={undefined}
          {...{ prepared, fullQueue, theme, bounds, width, selected }}
          view={shown}
          onView={onView}
          onSelect={setSelected}
          onOpen={nothing}
          onCommand={(command, lane) => {
            if (isMove(command)) {
              setSelected(movedSelection(prepared.index, lane, selected, command, shown));
            } else if (command === "unselect") setSelected(-1);
            else onView(commandView(command, shown, bounds) ?? shown);
          }}
        />
      )}
    </div>
  );
}
