/** What a real run and a simulated run both leave behind: the samples of each task's name, in milliseconds. */
export interface TaskSamples {
  readonly arrived: number;
  readonly completed: number;
  readonly latencyMs: readonly number[];
  readonly startDelayMs: readonly number[];
  readonly latenessMs: readonly number[];
}

export interface Run {
  readonly makespanMs: number;
  readonly tasks: Readonly<Record<string, TaskSamples>>;
}
