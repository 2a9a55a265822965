/** What a command writes to and learns about its surroundings; tests give their own. */
import { openSync, writeFileSync } from "node:fs";
import pc from "picocolors";

export interface CommandIo {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Overwrites the line of progress; an empty text clears it. Does nothing where nobody watches. */
  readonly progress: (text: string) => void;
  /** Characters to a line. */
  readonly columns: number;
  readonly colour: boolean;
  /** Whether the terminal shows more than ASCII. */
  readonly unicode: boolean;
}

/** Input that cannot be used: `run` prints the message as one line and exits with 2. */
export class BadInput extends Error {
  override readonly name = "BadInput";
}

/** Standard output and error of this process. */
export function processIo(): CommandIo {
  const { stdout, stderr, env, platform } = process;
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    // `unblock … | head` closes the pipe: what is left to say has no reader, which is no failure.
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  const locale = env.LC_ALL ?? env.LC_CTYPE ?? env.LANG ?? "";
  const watched = stderr.isTTY;
  return {
    out: (text) => void stdout.write(text),
    error: (text) => void stderr.write(text),
    progress: (text) => {
      if (watched) stderr.write(`\r\u001b[K${text}`);
    },
    columns: Math.max(60, Math.min(stdout.isTTY ? stdout.columns : 80, 160)),
    colour: pc.isColorSupported && stdout.isTTY,
    unicode: platform === "win32" || locale === "" || /utf-?8/i.test(locale),
  };
}

/** Writes a report to a file, or to standard output where none is named. */
export function deliver(text: string, file: string | undefined, io: CommandIo): void {
  if (file === undefined) {
    io.out(text);
    return;
  }
  try {
    writeFileSync(openSync(file, "w"), text);
  } catch (error) {
    throw new BadInput(`cannot write ${file}: ${reason(error)}`);
  }
}

/** What went wrong with a file, in the system's own short words. */
export function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case "ENOENT":
      return "no such file or folder";
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "EISDIR":
      return "it is a folder";
    case "ENOTDIR":
      return "part of its path is no folder";
    default:
      return message;
  }
}
