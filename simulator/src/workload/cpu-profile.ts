/**
 * A CPU profile of V8's (`node --cpu-prof`, Chrome's DevTools: Profiler.Profile of the inspector protocol) as a list of
 * samples, each with the functions that were on the stack.
 */

/** A function on the stack. */
export interface Frame {
  readonly functionName: string;
  /** A file URL, a path, "node:fs"; empty for native code. */
  readonly url: string;
  /** From 1; 0 for native code. */
  readonly line: number;
}

export interface CpuProfileNode {
  readonly frame: Frame;
  /** The caller; null for the root. */
  readonly parent: CpuProfileNode | null;
}

export interface CpuProfileSample {
  readonly node: CpuProfileNode;
  /** Milliseconds until the next sample. */
  readonly ms: number;
}

export interface CpuProfile {
  readonly nodes: readonly CpuProfileNode[];
  /** In order of time. */
  readonly samples: readonly CpuProfileSample[];
  /** The median time between samples in milliseconds: what is shorter is seen by chance. */
  readonly intervalMs: number;
}

export type ParsedCpuProfile =
  | { readonly ok: true; readonly profile: CpuProfile }
  | { readonly ok: false; readonly message: string };

interface RawNode {
  readonly id: number;
  readonly callFrame: {
    readonly functionName: string;
    readonly url: string;
    readonly lineNumber: number;
  };
  readonly children?: readonly number[];
}

/** Reads a document of a profile. Never throws: the message names what is wrong and where. */
export function parseCpuProfile(document: unknown): ParsedCpuProfile {
  const problem = problemOf(document);
  if (problem !== undefined) return { ok: false, message: problem };
  const { nodes, samples, timeDeltas } = document as {
    readonly nodes: readonly RawNode[];
    readonly samples: readonly number[];
    readonly timeDeltas: readonly number[];
  };
  const tree = treeOf(nodes);
  const unknown = samples.findIndex((id) => !tree.has(id));
  if (unknown >= 0) return { ok: false, message: `samples[${unknown}] names no node` };
  // A delta is the time since the sample before (V8's cpu-profiler.h): what a sample saw lasts until the next one.
  const sampled = samples.flatMap((id, index): CpuProfileSample[] => {
    const node = tree.get(id);
    const micros = Math.max(0, timeDeltas[index + 1] ?? 0);
    return node === undefined ? [] : [{ node, ms: micros / 1000 }];
  });
  const intervalMs = medianOf(timeDeltas) / 1000;
  return { ok: true, profile: { nodes: [...tree.values()], samples: sampled, intervalMs } };
}

/** Whether the frame stands for V8's own work, which interrupts what runs without ending it. */
export function isCollectingGarbage({ frame }: CpuProfileNode): boolean {
  return frame.url === "" && frame.functionName === "(garbage collector)";
}

function problemOf(document: unknown): string | undefined {
  if (!isRecord(document)) return "it is no object";
  const { nodes, samples, timeDeltas } = document;
  if (!Array.isArray(nodes)) return "it has no nodes, as a CPU profile of V8's has";
  const bad = nodes.findIndex((node) => !isNode(node));
  if (bad >= 0) return `nodes[${bad}] is no node of a CPU profile`;
  if (!isNumbers(samples)) return "it has no samples";
  if (!isNumbers(timeDeltas) || timeDeltas.length !== samples.length) {
    return "it has not one time delta for each sample";
  }
  return undefined;
}

function isNode(value: unknown): value is RawNode {
  if (!isRecord(value) || typeof value["id"] !== "number" || !isRecord(value["callFrame"])) {
    return false;
  }
  const { children, callFrame } = value;
  return (
    (children === undefined || isNumbers(children)) &&
    typeof callFrame["functionName"] === "string" &&
    typeof callFrame["url"] === "string" &&
    typeof callFrame["lineNumber"] === "number"
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((each) => typeof each === "number");
}

/** Nodes by id. Walks from the callers down; a node that no caller names is a root. */
function treeOf(nodes: readonly RawNode[]): ReadonlyMap<number, CpuProfileNode> {
  const raw = new Map(nodes.map((node) => [node.id, node]));
  const called = new Set(nodes.flatMap(({ children = [] }) => children));
  const tree = new Map<number, CpuProfileNode>();
  const waiting = nodes
    .filter(({ id }) => !called.has(id))
    .map(({ id }): readonly [number, CpuProfileNode | null] => [id, null]);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [id, parent] = next;
    const node = raw.get(id);
    if (node === undefined || tree.has(id)) continue;
    const { functionName, lineNumber, url } = node.callFrame;
    const made = { frame: { functionName, url, line: lineNumber + 1 }, parent };
    tree.set(id, made);
    for (const child of node.children ?? []) waiting.push([child, made]);
  }
  return tree;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
