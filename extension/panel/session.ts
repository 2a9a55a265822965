/** What the page knows, and what it does about it: hears the client, asks the simulator, keeps what must be kept. */
import type { Host } from "./host.js";
import { readControls } from "./model/controls.js";
import { readLearning } from "./model/learning.js";
import { previewFor } from "./model/preview.js";
import { simulatedOf, type Simulated } from "./model/simulated.js";
import { initialState, reduce, type Action, type State } from "./model/state.js";
import { simulateInto } from "./simulation/simulate-into.js";
import type { Simulator } from "./simulation/simulator.js";

export interface Session {
  readonly state: () => State;
  /** What is being simulated, or was last. */
  readonly simulated: () => Simulated;
  readonly dispatch: (action: Action) => void;
  /** Calls back after every change, before anything is drawn. Returns how to stop. */
  readonly subscribe: (changed: (before: State) => void) => () => void;
}

/**
 * Begins with what was there before a reload. The simulator is asked in the same moment in which something changes, not
 * when that has been drawn.
 */
export function startSession(host: Host, simulator: Simulator): Session {
  let state = restored(host);
  let simulated = simulatedOf(state.coming ?? state);
  const listeners = new Set<(before: State) => void>();
  let forget: () => void = () => undefined;
  const simulate = () => {
    forget();
    const { changed, load } = simulated;
    if (changed === undefined) return;
    forget = simulateInto(
      simulator,
      { model: changed, load, preview: previewFor(state) },
      dispatch,
    );
  };
  const dispatch = (action: Action) => {
    const before = state;
    state = reduce(before, action);
    const wanted = simulatedOf(state.coming ?? state, simulated);
    const isNew = wanted !== simulated;
    simulated = wanted;
    if (isNew) simulate();
    save(host, before, state);
    for (const changed of listeners) changed(before);
  };
  simulate();
  host.listen((message) => {
    switch (message.type) {
      case "show": {
        const { type, model, controls, calibration, cpuProfile } = message;
        dispatch({
          type,
          model,
          ...(controls && { controls: readControls(controls) }),
          ...(calibration && { calibration }),
          ...(cpuProfile && { cpuProfile }),
        });
        // A panel that was closed and opened again goes on with the tour where it was.
        if (!state.isTouched && controls?.["learning"] !== undefined) {
          dispatch({ type: "restoreLearning", learning: readLearning(controls["learning"]) });
        }
        return;
      }
      case "failed":
        dispatch({ type: "fail", message: message.message });
        return;
      case "cursorLine":
        dispatch({ type: "cursor", file: message.file, line: message.line });
    }
  });
  host.post({ type: "ready" });
  return {
    state: () => state,
    simulated: () => simulated,
    dispatch,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

/** What was there before a reload, so that the panel does not come up empty. */
function restored(host: Host): State {
  const { model, controls = {} } = host.restore();
  const state = { ...initialState, learning: readLearning(controls["learning"]) };
  if (model === undefined) return { ...state, controls: readControls(controls) };
  return reduce(state, { type: "show", model, controls: readControls(controls) });
}

function save(host: Host, before: State, { model, controls, learning, isTouched }: State): void {
  if (before.model === model && before.controls === controls && before.learning === learning)
    return;
  // The tour stands beside the controls: a key more in what only the panel knows.
  const saved = { ...controls, learning };
  host.save({ ...(model && { model }), controls: saved });
  if (isTouched) host.post({ type: "stateChanged", controls: saved });
}
