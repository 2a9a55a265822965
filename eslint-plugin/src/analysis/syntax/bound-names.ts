import { plainKey, type Node } from "./ast.js";
import { wholeModule } from "../words/word-flow.js";

/** The names that a pattern binds; of a member the last: `exports` of `module.exports`, which is the whole module. */
export function boundNames(pattern: Node): string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "MemberExpression": {
      const name = plainKey(pattern.property, pattern.computed);
      if (name === undefined) return [];
      return name === "exports" ? [wholeModule] : [name];
    }
    case "ObjectPattern":
      return pattern.properties.flatMap((one) =>
        boundNames(one.type === "RestElement" ? one.argument : one.value),
      );
    case "ArrayPattern":
      return pattern.elements.flatMap((one) => (one === null ? [] : boundNames(one)));
    case "AssignmentPattern":
      return boundNames(pattern.left);
    case "RestElement":
      return boundNames(pattern.argument);
    default:
      return [];
  }
}
