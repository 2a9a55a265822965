/** `files.filter(existsSync)`, `promise.then(readFileSync)`: a function that blocks, handed to what calls it. */
import type { TSESTree } from "@typescript-eslint/utils";
import { plainKey, type Node } from "../analysis/syntax/ast.js";
import { isUsedAsArray } from "./callbacks/array-result.js";
import { finished } from "./awaited.js";
import { freeName } from "./imports/bindings.js";
import { isAlways } from "./calls/callee.js";
import { isArray } from "./callbacks/for-each.js";
import { makeAvailable } from "./imports/imports.js";
import { guard } from "./async/parentheses.js";
import { Plan } from "./plan.js";
import { isSearch, searchLoop } from "./callbacks/search-loop.js";
import type { BlockingCall, Edit, Suggestion } from "./types.js";

/** Functions that look at their first argument alone: array methods hand over an index and the array too. */
const takesOne = new Set(["existsSync", "pathExistsSync", "unlinkSync", "statSync", "lstatSync"]);

/** The promise for one item. */
interface ItemForm {
  readonly text: string;
  /** The function that gives it, where it is one that takes the item alone. */
  readonly fn?: string;
  readonly promise: (item: string) => string;
  readonly edits: readonly Edit[];
}

export function referenceSuggestions(blocking: BlockingCall): readonly Suggestion[] {
  const { sourceCode, call, path } = blocking;
  if (call.type !== "CallExpression" || call.optional || call.typeArguments !== undefined)
    return [];
  const { callee } = call;
  const [reference] = call.arguments;
  if (callee.type !== "MemberExpression" || callee.optional || reference === undefined) return [];
  if (callee.computed || !isAlways(sourceCode, reference)) return [];
  const method = plainKey(callee.property, callee.computed) ?? "";
  const form = itemForm(blocking);
  if (form === undefined) return [];
  const item = freeName(sourceCode, call, "file", ["path", "item"]);
  const plan = new Plan(blocking, form.edits);
  plan.awaited.add(call);
  if (method === "then") {
    const text = form.fn ?? `(${item}) => ${form.promise(item)}`;
    plan.change([{ range: reference.range, text }]);
    return listed({
      text: form.text,
      edits: plan.edits(),
      keepsOrder: false,
      awaited: plan.awaited,
    });
  }
  if (call.arguments.length > 1 || !takesOne.has(path)) return [];
  const isPlanned = rewritten(plan, call, method, { callee, reference, item, form });
  return isPlanned ? listed(finished(plan, call, form.text, false)) : [];
}

function listed(suggestion: Suggestion | undefined): readonly Suggestion[] {
  return suggestion === undefined ? [] : [suggestion];
}

interface Parts {
  readonly callee: TSESTree.MemberExpression;
  readonly reference: Node;
  readonly item: string;
  readonly form: ItemForm;
}

const atOnce = "The items are worked on at the same time, and come in the same order.";

function rewritten(
  plan: Plan,
  call: TSESTree.CallExpression,
  method: string,
  { callee, reference, item, form }: Parts,
): boolean {
  const { sourceCode } = plan;
  const promise = form.promise(item);
  if (sourceCode.getCommentsInside(call).length > 0 || !isUsedAsArray(call)) return false;
  switch (method) {
    case "map":
      plan.notes.add(atOnce);
      plan.change([{ range: reference.range, text: `(${item}) => ${promise}` }]);
      plan.awaitWith(call, "await Promise.all(", ")");
      return true;
    case "filter": {
      plan.notes.add(atOnce);
      const text = `async (${item}) => (await ${promise}) ? [${item}] : []`;
      plan.change([
        { range: callee.property.range, text: "map" },
        { range: reference.range, text },
      ]);
      plan.wrap(call, `${guard(sourceCode, call)}(await Promise.all(`, ")).flat()");
      return true;
    }
    case "forEach": {
      if (call.parent.type !== "ExpressionStatement") return false;
      plan.notes.add("The loop becomes for…of, and works on one item after the other.");
      // Maps and sets have forEach too: values() gives of each what its forEach gives.
      const values = isArray(sourceCode, callee.object) ? "" : ".values()";
      const items = sourceCode.getText(callee.object) + values;
      const text = `for (const ${item} of ${items}) { await ${promise}; }`;
      plan.change([{ range: call.parent.range, text }]);
      return true;
    }
    default: {
      if (!isSearch(method)) return false;
      const items = sourceCode.getText(callee.object);
      const isIndex = method === "findIndex";
      const index = freeName(sourceCode, call, "index", ["position"]);
      return searchLoop(plan, {
        call,
        method,
        items: isIndex ? `${items}.entries()` : items,
        item: isIndex ? `[${index}, ${item}]` : item,
        test: `await ${promise}`,
        isTight: true,
        hit: isIndex ? index : item,
      });
    }
  }
}

function itemForm(blocking: BlockingCall): ItemForm | undefined {
  const { sourceCode, call, module, path, api } = blocking;
  const near = { sourceCode, node: call, beside: module };
  const form = api.asyncForm;
  if (path === "existsSync" && (module === "node:fs" || module === "graceful-fs")) {
    const access = makeAvailable(near, { module: "node:fs/promises", name: "access" });
    if (access === undefined) return undefined;
    return {
      text: "Await access of node:fs/promises: other code may create or delete the file before the answer is used.",
      promise: (item) => `${access.expression}(${item}).then(() => true, () => false)`,
      edits: access.edits,
    };
  }
  if (form === undefined || form.name.includes(".prototype.") || form.module === "global") {
    return undefined;
  }
  if (form.style !== "promise") return undefined;
  const twin = makeAvailable(near, form);
  if (twin === undefined) return undefined;
  const isMethod = twin.expression.includes(".") && module !== "node:fs";
  const caveat = module === "node:fs" || form.caveat === undefined ? "" : ` (${form.caveat})`;
  return {
    text: `Await ${form.name} of ${form.module}${caveat}.`,
    // A function of a package may want its object.
    ...(isMethod ? {} : { fn: twin.expression }),
    promise: (item) => `${twin.expression}(${item})`,
    edits: twin.edits,
  };
}
