/** How often the language server is started again before the user is asked. */
export const maxRestarts = 4;
/** Within this time, in milliseconds. */
export const restartWindowMs = 3 * 60_000;

export interface RestartPolicy {
  /** Called with the time at which the server ended; false means: give up and tell the user. */
  mayRestart(nowMs: number): boolean;
}

/** A server that ends again and again within minutes is not started for ever. */
export function createRestartPolicy(): RestartPolicy {
  let ends: number[] = [];
  return {
    mayRestart(nowMs) {
      ends = [...ends.filter((end) => nowMs - end < restartWindowMs), nowMs];
      return ends.length <= maxRestarts;
    },
  };
}
