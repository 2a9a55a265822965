/** A scenario that asks for what the real runtime refuses. `path` names the place in the document. */
export class UnsupportedStepError extends Error {
  override readonly name = "UnsupportedStepError";
  readonly path: string;

  constructor(path: string, problem: string) {
    super(`${path}: ${problem}`);
    this.path = path;
  }
}
