/** The `unblock` command: finds the subcommand, and turns whatever goes wrong into one line and an exit code. */
import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { UnsupportedStepError } from "../runtime/errors.js";
import { calibrateCommand } from "./calibrate.js";
import { BadInput, processIo } from "./command-io.js";
import type { CommandIo } from "./command-io.js";
import { reportCommand } from "./report.js";
import { simulateCommand } from "./simulate.js";

const badInput = 2;

/**
 * Runs the command with its arguments (without node and the script) and returns the exit code: 0, 1 when a budget is
 * broken, 2 for bad input, with one line on standard error.
 */
export async function run(argv: readonly string[], io: CommandIo = processIo()): Promise<number> {
  let code = 0;
  const exit = (value: number) => {
    code = value;
  };
  const program = new Command("unblock")
    .description("shows how long everybody else waits for a task that blocks")
    .version(version())
    .addCommand(reportCommand(io, exit))
    .addCommand(simulateCommand(io, exit));
  program.addCommand(calibrateCommand(io, exit));
  for (const command of [program, ...program.commands]) configure(command, io);
  try {
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    return failure(error, io);
  }
}

function configure(command: Command, io: CommandIo): void {
  command.exitOverride().showHelpAfterError(false);
  command.configureOutput({
    writeOut: io.out,
    writeErr: io.error,
    getOutHelpWidth: () => io.columns,
    getErrHelpWidth: () => io.columns,
    outputError: (text, write) => {
      // Commander may add a suggestion on a line of its own; the contract is one line.
      write(
        `unblock: ${text
          .replace(/^error: /, "")
          .trim()
          .replace(/\n/g, " ")}\n`,
      );
    },
  });
}

function failure(error: unknown, io: CommandIo): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : badInput;
  if (error instanceof BadInput || error instanceof UnsupportedStepError) {
    io.error(`unblock: ${error.message}\n`);
    return badInput;
  }
  throw error;
}

function version(): string {
  const file = new URL("../../package.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
