/** Loops that ask by failing: `try { accessSync(name); there = true; } catch {}`, `try { process.kill(pid, 0); } catch { break; }`. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, isInside, isLoop, parentOf, type Node } from "../syntax/ast.js";
import type { Idleness } from "./idle.js";
import type { SourceFile } from "../syntax/source-file.js";

/** The polls of a loop's body whose failure, or success, leaves the loop, while the other way does nothing. */
export function pollsByThrowing(idleness: Idleness, file: SourceFile, body: Node): Node[] {
  const polls: Node[] = [];
  const pending: Node[] = [body];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isFunction(node)) continue;
    if (node.type === "TryStatement" && node.handler !== null) {
      const poll = idleness.pollThatThrows(file, node.block);
      const isDecided = leaves(node.block)
        ? idleness.roundMayIdle(file, node.handler.body)
        : leaves(node.handler.body) && idleness.roundMayIdle(file, node.block);
      if (poll !== undefined && isDecided) polls.push(poll);
    }
    pending.push(...file.children(node));
  }
  return polls;
}

/** The poll whose failure, or success, decides whether code comes to a place that sets a flag. */
export function pollDecidingBy(idleness: Idleness, file: SourceFile, place: Node): Node[] {
  for (
    let above = parentOf(place);
    above !== undefined && !isFunction(above) && !isLoop(above);
    above = parentOf(above)
  ) {
    if (above.type !== "TryStatement" || above.handler === null) continue;
    const isInBlock = isInside(place, above.block);
    const other = isInBlock ? above.handler.body : above.block;
    const poll = idleness.pollThatThrows(file, above.block);
    if (poll !== undefined && idleness.roundMayIdle(file, other)) return [poll];
  }
  return [];
}

function leaves({ body }: TSESTree.BlockStatement): boolean {
  const last = body.at(-1);
  return last?.type === "BreakStatement" || last?.type === "ReturnStatement";
}
