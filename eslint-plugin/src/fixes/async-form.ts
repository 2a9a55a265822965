/** `fs.readFileSync(p, "utf8")` to `await readFile(p, "utf8")`: functions that have a twin that returns a promise. */
import { argumentsFit } from "./calls/arguments-fit.js";
import { plainCall, renameMember, replaceCallee, type PlainCall } from "./calls/callee.js";
import { makeAvailable } from "./imports/imports.js";
import type { BlockingCall, Fixer, PromiseForm } from "./types.js";

export const asyncForm: Fixer = (blocking) => {
  const call = plainCall(blocking);
  const form = blocking.api.asyncForm;
  if (call === undefined || form?.style !== "promise" || !argumentsFit(blocking, call)) return [];
  if (form.name.includes(".prototype.") || form.module === "global") return renamed(blocking, call);
  const available = makeAvailable(
    { sourceCode: blocking.sourceCode, node: call.node, beside: blocking.module },
    form,
  );
  if (available === undefined) return [];
  const callee = replaceCallee(blocking.sourceCode, call, available.expression);
  if (callee === undefined) return [];
  const name = form.name === "default" ? "the default export" : form.name;
  const exact = form.caveat === undefined || isChecked(blocking);
  return [
    {
      text: withCaveat(`Await ${name} of ${form.module}`, exact ? undefined : form.caveat),
      edits: [...callee, ...available.edits],
      exact,
    },
  ];
};

/** The caveats of node:fs are about arguments, which were looked at, and one about links, which gives the same path. */
function isChecked({ module, path }: BlockingCall): boolean {
  return (module === "node:fs" || module === "fs-extra") && path !== "existsSync";
}

function withCaveat(text: string, caveat: string | undefined): string {
  return caveat === undefined ? `${text}.` : `${text} (${caveat}).`;
}

/** Methods keep their object, and globals their namespace: only the last name changes. */
function renamed({ api, path }: BlockingCall, call: PlainCall): PromiseForm[] {
  const name = api.asyncForm?.name.split(".").at(-1);
  const edit = name === undefined ? undefined : renameMember(call, name);
  if (edit === undefined || name === undefined) return [];
  const holder = path
    .split(".")
    .slice(0, -1)
    .filter((part) => part !== "prototype")
    .join(".");
  return [
    {
      text: withCaveat(`Await ${holder}.${name}`, api.asyncForm?.caveat),
      edits: [edit],
      exact: api.asyncForm?.caveat === undefined,
    },
  ];
}
