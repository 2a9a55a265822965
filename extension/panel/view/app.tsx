import { useCallback, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { PanelBootstrap } from "../../protocol.js";
import type { Host } from "../host.js";
import type { Controls as ControlValues } from "../model/controls.js";
import { calledAs } from "../model/format.js";
import type { Learning } from "../model/learning.js";
import { progressOf } from "../model/outcome.js";
import { simulatedOf } from "../model/simulated.js";
import type { State } from "../model/state.js";
import { translator } from "../model/text.js";
import type { Session } from "../session.js";
import { Controls } from "./controls.js";
import { Exports } from "./exports.js";
import { Learn } from "./learn.js";
import { Result } from "./result.js";
import { Status } from "./status.js";
import { Steps } from "./steps.js";
import { useSession } from "./use-session.js";
import { useSteadyPage } from "./use-steady-page.js";
import { useWords, WordsContext } from "./words.js";

interface AppProps {
  readonly session: Session;
  readonly host: Host;
  readonly bootstrap: PanelBootstrap;
}

export function App({ session, host, bootstrap }: AppProps) {
  const { locale, messages } = bootstrap;
  const words = useMemo(() => ({ t: translator(messages), locale }), [messages, locale]);
  return (
    <WordsContext.Provider value={words}>
      <Panel session={session} host={host} />
    </WordsContext.Provider>
  );
}

function Panel({ session, host }: Pick<AppProps, "session" | "host">) {
  const page = useRef<HTMLElement>(null);
  const hold = useSteadyPage(page, session);
  const state = useSession(session, hold);
  const { model, learning, controls, outcome, explained, failure } = state;
  const { changed, load } = session.simulated();
  const current = outcome !== undefined && outcome.model === changed && outcome.load === load;
  const done = current && outcome.done;

  const { dispatch } = session;
  const onChange = useCallback(
    (change: Partial<ControlValues>) => {
      dispatch({ type: "control", change });
    },
    [dispatch],
  );
  const onLearn = useCallback(
    (change: Partial<Learning>) => {
      dispatch({ type: "learn", change });
    },
    [dispatch],
  );
  const onOpen = useCallback(
    (file: string, line: number) => {
      host.post({ type: "openLocation", file, line });
    },
    [host],
  );
  const scrollTo = useCallback((part: string) => {
    page.current?.querySelector(part)?.scrollIntoView({ block: "start" });
  }, []);

  const tourIsAsked = useRef(false);
  useLayoutEffect(() => {
    if (!tourIsAsked.current) return;
    tourIsAsked.current = false;
    // Its lanes have their height a rendering later; until then the page is too short to scroll that far.
    requestAnimationFrame(() => {
      scrollTo("#learn");
    });
  }, [learning.open]);

  // What no outcome changes is not rendered anew for each.
  const steps = useSteps(session, state, { host, onChange, onOpen });
  const runtimeAndLoad = useMemo(
    () => <Controls {...{ controls, onChange }} />,
    [controls, onChange],
  );
  const tour = useMemo(() => <Learn learning={learning} onChange={onLearn} />, [learning, onLearn]);
  // What stands below the lanes is not shown before it can stay where it is.
  const isWhole = explained !== undefined || failure !== undefined || model === undefined;

  return (
    <main ref={page}>
      <Status {...{ state, done }} />
      {outcome === undefined && <NothingYet {...{ model, failure }} />}
      {failure !== undefined && <p class="failure">{failure}</p>}
      {outcome !== undefined && (
        <Result
          {...{ state, outcome, done, dispatch, onOpen, scrollTo }}
          progress={current ? progressOf(outcome) : 0}
          onTour={() => {
            tourIsAsked.current = !learning.open;
            onLearn({ open: true });
            scrollTo("#learn");
          }}
        />
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

/** The steps of the function that is shown, which need not be the one that is being simulated. */
function useSteps(
  session: Session,
  state: State,
  { host, onChange, onOpen }: StepsHandlers,
): preact.ComponentChild {
  const { model, calibration, cpuProfile, controls, coming, cursor } = state;
  const { known, changed } = useMemo(
    () => (coming === undefined ? session.simulated() : simulatedOf(state)),
    [session, coming, model, calibration, controls],
  );
  const cursorLine = cursor?.file === model?.file ? cursor?.line : undefined;
  return useMemo(
    () =>
      known !== undefined &&
      changed !== undefined && (
        <Steps
          original={known}
          model={changed}
          onChooseProfile={() => {
            host.post({ type: "chooseCpuProfile" });
          }}
          onDropProfile={() => {
            host.post({ type: "dropCpuProfile" });
          }}
          {...{ cursorLine, calibration, cpuProfile, controls, onChange, onOpen }}
        />
      ),
    [known, changed, cursorLine, calibration, cpuProfile, controls, onChange, onOpen, host],
  );
}

interface StepsHandlers {
  readonly host: Host;
  readonly onChange: (change: Partial<ControlValues>) => void;
  readonly onOpen: (file: string, line: number) => void;
}

/** What stands where the result will be. */
function NothingYet({ model, failure }: Pick<State, "model" | "failure">) {
  const { t } = useWords();
  return (
    <>
      <h1 class="only-read">{t("Latency")}</h1>
      {failure === undefined && (
        <p class="note">
          {model === undefined ? (
            t("Put the cursor into a function, and it is simulated here.")
          ) : (
            <strong>{t("Simulating {0} …", calledAs(model.name))}</strong>
          )}
        </p>
      )}
    </>
  );
}
