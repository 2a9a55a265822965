/** Reads what Node's own modules export. Runs in any supported version of Node, by itself too. */
import { builtinModules, createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** Modules that are only found with their prefix, and so are missing from `builtinModules` in older versions. */
const prefixed = ["node:sqlite", "node:sea", "node:test"];

/** The namespaces of the public modules of this Node, by specifier with `node:`. */
export function platformModules(): Map<string, Record<string, unknown>> {
  const modules = new Map<string, Record<string, unknown>>();
  for (const name of [...builtinModules, ...prefixed]) {
    // Names with an underscore are internal; sys and punycode print that they are deprecated.
    if (name.startsWith("_") || name === "sys" || name === "punycode") continue;
    const specifier = name.startsWith("node:") ? name : `node:${name}`;
    try {
      modules.set(specifier, require(specifier) as Record<string, unknown>);
    } catch {
      // This version does not have it, or not without a flag.
    }
  }
  return modules;
}

/** A member without running getters, which warn or throw on prototypes. */
function ownValue(holder: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(holder, key)?.value;
}

/** Paths of everything whose name ends in Sync: functions, methods of exported classes, and what hangs on them. */
export function blockingByName(namespace: Record<string, unknown>): string[] {
  const paths: string[] = [];
  for (const key of Object.getOwnPropertyNames(namespace)) {
    const value = key.endsWith("Sync") ? namespace[key] : ownValue(namespace, key);
    if (typeof value !== "function") continue;
    if (/^[a-z].*Sync$/.test(key))
      paths.push(key, ...Object.keys(value).map((name) => `${key}.${name}`));
    const prototype: unknown = value.prototype;
    if (!/^[A-Z]/.test(key) || typeof prototype !== "object" || prototype === null) continue;
    const methods = Object.getOwnPropertyNames(prototype).filter((name) => name.endsWith("Sync"));
    paths.push(...methods.map((name) => `${key}.prototype.${name}`));
  }
  return paths;
}

/** What stands at a path of members, or undefined. */
export function atPath(root: object, path: string): unknown {
  let value: unknown = root;
  for (const key of path.split(".")) {
    if ((typeof value !== "object" && typeof value !== "function") || value === null)
      return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
