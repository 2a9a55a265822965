/** What is said of arguments that can't be sent to a thread. */
import { SpawnError } from "./errors.js";
import { pathText } from "./sendable.js";
import type { Unsendable } from "./sendable.js";

/** @param chunkStart of a `parallelMap`, whose first argument is a chunk of its items: the index of the first. */
export function unsendableArgument(
  { path, description }: Unsendable,
  chunkStart: number | undefined,
  cause?: unknown,
): SpawnError {
  const [argument, ...within] = path;
  const index = Number(argument);
  let where = pathText("args", path);
  if (chunkStart !== undefined && index === 0) {
    where = pathText(`items[${chunkStart + Number(within[0])}]`, within.slice(1));
  } else if (chunkStart !== undefined) {
    where = pathText(`options.args[${index - 1}]`, within);
  }
  return new SpawnError(
    "ERR_SPAWN_BLOCKING_NOT_CLONEABLE",
    `${where} is ${description}, which can't be sent to another thread`,
    cause === undefined ? {} : { cause },
  );
}
