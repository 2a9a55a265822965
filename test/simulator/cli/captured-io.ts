import { run } from "../../../simulator/src/cli/main.js";

export interface Captured {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs the command and gives what it printed and its exit code. */
export async function captured(...argv: readonly string[]): Promise<Captured> {
  let out = "";
  let error = "";
  const code = await run(argv, {
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
    progress: () => undefined,
    columns: 80,
    colour: false,
    unicode: true,
  });
  return { code, out, error };
}
