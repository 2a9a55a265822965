/** How long a call takes: from the catalog, computed from constant arguments where a formula allows. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { BlockingApi, CallCondition, CostFactor, CostLimit } from "../catalog/types.js";
import { argumentsOf, isFunction, unwrap, type CallNode, type Node } from "./syntax/ast.js";
import { constantNumber, constantOf, onlyValue, propertyOf } from "./values/constants.js";
import type { SourceFile } from "./syntax/source-file.js";
import type { Estimate, Remedy } from "./types.js";

/** Computed costs hold for the machine they were measured on; others are up to twice as slow or as fast. */
const machineSpread = 2;

/** The arguments that an API gets: those of the call, or those that `.call` and `Reflect.apply` hand on. */
export type Arguments = readonly Node[];

/** The arguments of a direct call. */
export function directArguments(call: CallNode): Arguments {
  return argumentsOf(call);
}

/** The time that a call of this API takes. */
export function estimateOf(file: SourceFile, entry: BlockingApi, given: Arguments): Estimate {
  const computed = byFormula(file, entry, given);
  if (computed !== undefined) return computed;
  const { lowMs, typicalMs, highMs, basis, source = "typical" } = entry.cost;
  const limit = entry.limit === undefined ? undefined : limitOf(file, entry.limit, given);
  if (limit === undefined || limit >= highMs) {
    return { lowMs, typicalMs, highMs, source, basis };
  }
  return {
    lowMs: Math.min(lowMs, limit),
    typicalMs: Math.min(typicalMs, limit),
    highMs: limit,
    source: limit < typicalMs ? "computed" : source,
    basis: `${basis}; at most its timeout of ${String(limit)} ms`,
  };
}

function byFormula(file: SourceFile, entry: BlockingApi, given: Arguments): Estimate | undefined {
  const { formula } = entry;
  if (formula === undefined) return undefined;
  const count = productOf(file, formula.factors, given);
  const weight = productOf(file, formula.weights ?? [], given);
  if (count === undefined || weight === undefined) return undefined;
  const typicalMs = count * weight * formula.perUnitMs;
  if (!Number.isFinite(typicalMs) || typicalMs < 0) return undefined;
  const exact = formula.unit === "ms";
  return {
    lowMs: exact ? typicalMs : typicalMs / machineSpread,
    typicalMs,
    highMs: exact ? typicalMs : typicalMs * machineSpread,
    source: "computed",
    basis: `${count.toLocaleString("en")} ${formula.unit}; ${formula.basis}`,
  };
}

function productOf(
  file: SourceFile,
  factors: readonly CostFactor[],
  given: Arguments,
): number | undefined {
  let product = 1;
  for (const factor of factors) {
    const value = valueOf(file, factor, given);
    if (value === undefined) return undefined;
    product *= factor.growth === "exponential" ? 2 ** value : value;
  }
  return product;
}

function valueOf(file: SourceFile, factor: CostFactor, given: Arguments): number | undefined {
  const value =
    factor.values === undefined ? factorOf(file, factor, given) : namedOf(file, factor, given);
  if (factor.per === undefined || value === undefined) return value;
  const size = valueOf(file, factor.per, given);
  return size === undefined ? undefined : Math.ceil(value / size);
}

/** What the name of an algorithm counts as. */
function namedOf(
  file: SourceFile,
  { argument, values, fallback }: CostFactor,
  given: Arguments,
): number | undefined {
  const node = given[argument];
  const name = node === undefined ? undefined : constantOf(file, node)?.value;
  return (typeof name === "string" ? values?.[name.toLowerCase()] : undefined) ?? fallback;
}

function factorOf(file: SourceFile, factor: CostFactor, given: Arguments): number | undefined {
  const argument = given[factor.argument];
  if (factor.properties === undefined) {
    return argument === undefined ? factor.fallback : constantNumber(file, argument);
  }
  if (argument === undefined) return factor.fallback;
  for (const name of factor.properties) {
    const property = optionOf(file, argument, name);
    if (property === "unknown") return undefined;
    if (property !== undefined) return constantNumber(file, property);
  }
  return factor.fallback;
}

function limitOf(file: SourceFile, limit: CostLimit, given: Arguments): number | undefined {
  const argument = given[limit.argument];
  if (argument === undefined) return undefined;
  const property =
    limit.property === undefined ? argument : optionOf(file, argument, limit.property);
  if (property === undefined || property === "unknown") return undefined;
  const value = constantNumber(file, property);
  // Node takes 0 for "no timeout" in a child process's options.
  return value !== undefined && value > 0 && Number.isFinite(value) ? value : undefined;
}

/** The value of an option of an object; undefined if it is left out; "unknown" if the object is not seen. */
function optionOf(file: SourceFile, argument: Node, name: string): Node | "unknown" | undefined {
  const literal = objectLiteral(file, argument);
  if (literal === undefined) return "unknown";
  const property = propertyOf(literal, name);
  if (property !== undefined) return property;
  return literal.properties.some((one) => one.type === "SpreadElement") ? "unknown" : undefined;
}

function objectLiteral(file: SourceFile, node: Node): TSESTree.ObjectExpression | undefined {
  const inner = unwrap(node);
  if (inner.type === "ObjectExpression") return inner;
  const variable = inner.type === "Identifier" ? file.variableOf(inner) : undefined;
  const initial = variable === undefined ? undefined : onlyValue(file, variable);
  return initial === undefined || unwrap(initial).type !== "ObjectExpression"
    ? undefined
    : objectLiteral(file, initial);
}

/** Whether a call with these arguments blocks, by the conditions of its entry. What can't be known does not. */
export function conditionsHold(file: SourceFile, entry: BlockingApi, given: Arguments): boolean {
  return (entry.when ?? []).every((condition) => holds(file, condition, given));
}

function holds(file: SourceFile, condition: CallCondition, given: Arguments): boolean {
  if (condition.is === "no-callback") {
    return !given.some((argument) => isCallback(file, argument));
  }
  const argument = given[condition.argument];
  if (condition.is === "number") {
    return argument !== undefined && constantNumber(file, argument) !== undefined;
  }
  if (condition.is === "not-object") {
    return argument === undefined || objectLiteral(file, argument) === undefined;
  }
  const option =
    argument === undefined || condition.property === undefined
      ? argument
      : optionOf(file, argument, condition.property);
  const known =
    option === undefined || option === "unknown" ? undefined : constantOf(file, option)?.value;
  return condition.is === "equals" ? known === condition.value : known !== condition.value;
}

/** A function written in place, or a name that may well be one: `done`, `callback`, `cb`, `next`. */
export function isCallback(file: SourceFile, argument: Node): boolean {
  const node = unwrap(argument);
  if (isFunction(node)) return true;
  if (node.type !== "Identifier") return false;
  const [definition] = file.variableOf(node)?.defs ?? [];
  return (
    (definition !== undefined &&
      isFunction(definition.node) &&
      definition.type === "FunctionName") ||
    /^(?:cb|done|next|callback|.*Callback)$/u.test(node.name)
  );
}

/** What takes a call of this API off the event loop. */
export function remedyOf(entry: BlockingApi, estimate: Estimate): Remedy {
  if (entry.kind === "wait") return estimate.source === "computed" ? "timer" : "async";
  if (entry.asyncForm === undefined) return "spawn-blocking";
  if (entry.asyncForm.onThreadpool) return "threadpool";
  return entry.kind === "cpu" ? "spawn-blocking" : "async";
}
