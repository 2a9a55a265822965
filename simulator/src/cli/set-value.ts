/** Changes one value of a document by its path: `--set tasks[0].steps[1].block=20`. */
import { formErrors } from "../scenario/validate.js";
import { BadInput } from "./command-io.js";

type Container = Record<string | number, unknown>;

/**
 * Sets the value at a path written as in error messages. The last part may be new; those before must exist.
 * @throws BadInput naming the part of the path that does not exist.
 */
export function setValue(document: unknown, path: string, value: unknown): void {
  const parts = parsePath(path);
  let container = document;
  parts.slice(0, -1).forEach((part, index) => {
    container = entered(container, part, () => pathText(parts.slice(0, index + 1)));
  });
  const last = parts[parts.length - 1];
  const holder = asContainer(container);
  if (holder === undefined || Array.isArray(holder) !== (typeof last === "number")) {
    throw new BadInput(`--set ${path}: ${pathText(parts.slice(0, -1))} has no ${pathText([last])}`);
  }
  if (Array.isArray(holder) && typeof last === "number" && last > holder.length) {
    throw new BadInput(`--set ${path}: there are only ${holder.length}`);
  }
  Object.defineProperty(holder, last, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

/**
 * Sets a scenario's value as `setValue` does; a number as its text where only texts are taken there, since nobody writes
 * the quotes of `runtime.tokio="1.53"`.
 */
export function setInScenario(document: unknown, path: string, value: unknown): void {
  setValue(document, path, value);
  if (typeof value !== "number" || !isRefused(document, path)) return;
  setValue(document, path, String(value));
  if (isRefused(document, path)) setValue(document, path, value);
}

function isRefused(document: unknown, path: string): boolean {
  return formErrors(document).some((error) => error.path === path);
}

/** Splits `path=value`. The value is JSON where it can be, else a string. @throws BadInput without a "=". */
export function parseAssignment(text: string): { path: string; value: unknown } {
  const at = text.indexOf("=");
  if (at <= 0) throw new BadInput(`--set ${text}: expected path=value`);
  const raw = text.slice(at + 1);
  return { path: text.slice(0, at), value: jsonOrText(raw) };
}

function jsonOrText(raw: string): unknown {
  try {
    return JSON.parse(raw) as unknown;
  } catch {
    return raw;
  }
}

/** `tasks[0].steps` to ["tasks", 0, "steps"]. */
function parsePath(path: string): (string | number)[] {
  const parts: (string | number)[] = [];
  const pattern = /(?:^|\.)([A-Za-z_$][\w$]*)|\[(\d+)\]/y;
  while (pattern.lastIndex < path.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(path);
    if (match === null) throw new BadInput(`--set ${path}: not a path at "${path.slice(at)}"`);
    parts.push(match[1] ?? Number(match[2]));
  }
  return parts;
}

function pathText(parts: readonly (string | number)[]): string {
  return parts
    .map((part, index) =>
      typeof part === "number" ? `[${part}]` : index === 0 ? part : `.${part}`,
    )
    .join("");
}

function entered(container: unknown, part: string | number, text: () => string): unknown {
  const holder = asContainer(container);
  if (holder === undefined || !Object.hasOwn(holder, part)) {
    throw new BadInput(`--set: the scenario has no ${text()}`);
  }
  return holder[part];
}

function asContainer(value: unknown): Container | undefined {
  return typeof value === "object" && value !== null ? (value as Container) : undefined;
}
