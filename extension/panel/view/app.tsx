import { useCallback, useEffect, useMemo, useReducer, useRef } from "preact/hooks";
import type { PanelBootstrap } from "../../protocol.js";
import type { Host } from "../host.js";
import { changedModel, loadOptions, readControls } from "../model/controls.js";
import { describeSegment, segmentSentence, stepLabels } from "../model/describe.js";
import { calledAs } from "../model/format.js";
import { headline } from "../model/headline.js";
import { readLearning, type Learning } from "../model/learning.js";
import { progressOf } from "../model/outcome.js";
import {
  initialState,
  knownModel,
  reduce,
  type Action,
  type State,
  type Subject,
} from "../model/state.js";
import { translator } from "../model/text.js";
import { why } from "../model/why.js";
import type { Simulator } from "../simulation/simulator.js";
import { Controls } from "./controls.js";
import { Distribution } from "./distribution.js";
import { Exports } from "./exports.js";
import { Figures } from "./figures.js";
import { Headline } from "./headline.js";
import { Impact } from "./impact.js";
import { Learn } from "./learn.js";
import { Steps } from "./steps.js";
import { Timeline } from "./timeline.js";
import { Why } from "./why.js";
import { useSimulation } from "./use-simulation.js";
import { useSteadyPage } from "./use-steady-page.js";
import { useWords, WordsContext } from "./words.js";

interface AppProps {
  readonly host: Host;
  readonly bootstrap: PanelBootstrap;
  readonly simulator: Simulator;
}

export function App({ host, bootstrap, simulator }: AppProps) {
  const { locale, messages } = bootstrap;
  const words = useMemo(() => ({ t: translator(messages), locale }), [messages, locale]);
  return (
    <WordsContext.Provider value={words}>
      <Panel host={host} simulator={simulator} />
    </WordsContext.Provider>
  );
}

/** What was there before a reload, so that the panel does not come up empty. */
function restored(host: Host): State {
  const { model, controls = {} } = host.restore();
  const state = { ...initialState, learning: readLearning(controls["learning"]) };
  if (model === undefined) return { ...state, controls: readControls(controls) };
  return reduce(state, { type: "show", model, controls: readControls(controls) });
}

/** What is simulated of a function; the same objects as long as nothing changes that matters for it. */
function useSubject({ model, calibration, controls }: Subject) {
  const known = useMemo(
    () => knownModel({ model, calibration, controls }),
    [model, calibration, controls.measured],
  );
  const changed = useMemo(() => known && changedModel(known, controls), [known, controls]);
  const load = useMemo(() => loadOptions(controls), [controls]);
  return { known, changed, load };
}

function Panel({ host, simulator }: Pick<AppProps, "host" | "simulator">) {
  const { t, locale } = useWords();
  const [state, dispatch] = useReducer(reduce, host, restored);
  const { model, calibration, cpuProfile, controls, learning, outcome, explained, failure } = state;
  const simulated = useSubject(state.coming ?? state);
  const ofShown = useSubject(state);
  const { known, changed } = state.coming === undefined ? simulated : ofShown;

  const page = useRef<HTMLElement>(null);
  const touched = useRef(false);

  useEffect(() => {
    const stop = host.listen((message) => {
      switch (message.type) {
        case "show":
          dispatch({
            type: "show",
            model: message.model,
            ...(message.controls && { controls: readControls(message.controls) }),
            ...(message.calibration && { calibration: message.calibration }),
            ...(message.cpuProfile && { cpuProfile: message.cpuProfile }),
          });
          // A panel that was closed and opened again goes on with the tour where it was.
          if (!touched.current && message.controls?.["learning"] !== undefined) {
            dispatch({ type: "learn", change: readLearning(message.controls["learning"]) });
          }
          return;
        case "failed":
          dispatch({ type: "fail", message: message.message });
          return;
        case "cursorLine":
          dispatch({ type: "cursor", file: message.file, line: message.line });
      }
    });
    host.post({ type: "ready" });
    return stop;
  }, [host]);

  const hold = useSteadyPage(page, outcome);
  const onSimulated = useCallback(
    (action: Action) => {
      hold();
      dispatch(action);
    },
    [hold],
  );
  useSimulation(simulator, simulated.changed, simulated.load, outcome === undefined, onSimulated);

  useEffect(() => {
    // The tour stands beside the controls: a key more in what only the panel knows.
    const saved = { ...controls, learning };
    host.save({ ...(model && { model }), controls: saved });
    if (touched.current) host.post({ type: "stateChanged", controls: saved });
  }, [host, model, controls, learning]);
  const onChange = useCallback((change: Partial<typeof controls>) => {
    touched.current = true;
    dispatch({ type: "control", change });
  }, []);
  const onLearn = useCallback((change: Partial<Learning>) => {
    touched.current = true;
    dispatch({ type: "learn", change });
  }, []);
  const onOpen = useCallback(
    (file: string, line: number) => {
      host.post({ type: "openLocation", file, line });
    },
    [host],
  );

  const profile = useMemo(
    () => ({
      onChooseProfile: () => {
        host.post({ type: "chooseCpuProfile" });
      },
      onDropProfile: () => {
        host.post({ type: "dropCpuProfile" });
      },
    }),
    [host],
  );

  // What no outcome changes is not rendered anew for each.
  const cursorLine = state.cursor?.file === model?.file ? state.cursor?.line : undefined;
  const steps = useMemo(
    () =>
      known !== undefined &&
      changed !== undefined && (
        <Steps
          original={known}
          model={changed}
          {...{ cursorLine, calibration, cpuProfile, controls, onChange, onOpen, ...profile }}
        />
      ),
    [known, changed, cursorLine, calibration, cpuProfile, controls, onChange, onOpen, profile],
  );
  const runtimeAndLoad = useMemo(
    () => <Controls {...{ controls, onChange }} />,
    [controls, onChange],
  );
  const tour = useMemo(() => <Learn learning={learning} onChange={onLearn} />, [learning, onLearn]);

  const current =
    outcome !== undefined && outcome.model === simulated.changed && outcome.load === simulated.load;
  const done = current && outcome.done;
  const status = useMemo(() => {
    if (!done) return "";
    const { text, fix } = headline(outcome, t, locale);
    return `${text} ${fix}`;
  }, [done, outcome, t, locale]);

  const worst = useMemo(
    () => outcome && why(outcome, stepLabels(outcome.model)),
    [outcome?.asWritten.trace, outcome?.model],
  );
  const reasonsAreCurrent = explained?.asWritten.trace === outcome?.asWritten.trace;
  const explainedWorst = useMemo(
    () => (reasonsAreCurrent ? worst : explained && why(explained, stepLabels(explained.model))),
    [explained?.asWritten.trace, explained?.model, reasonsAreCurrent],
  );
  // What stands below the lanes is not shown before it can stay where it is.
  const isWhole = explained !== undefined || failure !== undefined || model === undefined;

  const selected = useMemo(() => {
    if (outcome === undefined || state.selection === undefined) return undefined;
    const { variant, segment } = state.selection;
    const labels = stepLabels(outcome.model);
    return segmentSentence(describeSegment(outcome[variant].trace, segment, labels, t, locale), t);
  }, [outcome, state.selection, t, locale]);

  return (
    <main ref={page}>
      <p class="only-read" role="status" aria-live="polite">
        {failure ?? selected ?? status}
      </p>
      {outcome === undefined && <h1 class="only-read">{t("Latency")}</h1>}
      {outcome === undefined && model !== undefined && failure === undefined && (
        <p class="note">
          <strong>{t("Simulating {0} …", calledAs(model.name))}</strong>
        </p>
      )}
      {failure !== undefined && <p class="failure">{failure}</p>}
      {model === undefined && failure === undefined && (
        <p class="note">{t("Put the cursor into a function, and it is simulated here.")}</p>
      )}
      {outcome !== undefined && (
        <>
          <Headline
            outcome={outcome}
            progress={current ? progressOf(outcome) : 0}
            onTour={() => {
              onLearn({ open: true });
              page.current?.querySelector("#learn")?.scrollIntoView({ block: "start" });
            }}
          />
          <Impact outcome={outcome} />
          <div class="summary">
            <Figures {...{ outcome, done }} />
            <Distribution outcome={outcome} />
          </div>
          <Timeline {...{ outcome, state, worst, dispatch, onOpen }} />
          {explained !== undefined && (
            <Why
              {...{ explained, done, onOpen }}
              worst={explainedWorst}
              current={reasonsAreCurrent}
              onShow={(segment) => {
                // Those of a run that is shown no more have nothing in the lanes.
                if (!reasonsAreCurrent) return;
                dispatch({ type: "reveal", variant: "asWritten", segment });
                page.current?.querySelector(".timeline")?.scrollIntoView({ block: "start" });
              }}
            />
          )}
        </>
      )}
      {isWhole && model !== undefined && (
        <>
          {steps}
          {runtimeAndLoad}
          {outcome !== undefined && (
            <Exports {...{ outcome, page }} view={state.view} post={host.post} />
          )}
        </>
      )}
      {isWhole && tour}
    </main>
  );
}
