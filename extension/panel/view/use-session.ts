import { useLayoutEffect, useReducer } from "preact/hooks";
import type { State } from "../model/state.js";
import type { Session } from "../session.js";

/**
 * The session's state, rendered anew whenever it changes.
 * @param beforeOutcome is called when there is another outcome, before it is drawn
 */
export function useSession(session: Session, beforeOutcome: () => void): State {
  const [, render] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(
    () =>
      session.subscribe((before) => {
        if (session.state().outcome !== before.outcome) beforeOutcome();
        render(undefined);
      }),
    [session, beforeOutcome],
  );
  return session.state();
}
