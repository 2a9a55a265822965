/** What the analysis left out, for who asks: `DEBUG=unblock npx eslint .` writes one line for each file to stderr. */

/** Whether DEBUG names us, as it does for ESLint itself: "unblock", "eslint:*,unblock", "*". */
function isOn(): boolean {
  return (process.env.DEBUG ?? "")
    .split(/[\s,]+/u)
    .some((name) => /^(?:unblock(?::\*)?|\*)$/u.test(name));
}

export class DebugLog {
  readonly #said = new Set<string>();

  /** Says why a file is left out, once for each file. */
  leftOut(path: string, reason: string): void {
    if (!isOn() || this.#said.has(path)) return;
    this.#said.add(path);
    const [firstLine] = reason.split("\n");
    process.stderr.write(`unblock: ${path} is left out: ${firstLine ?? reason}\n`);
  }
}
