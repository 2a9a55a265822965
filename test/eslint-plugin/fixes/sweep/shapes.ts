/** Code around a call: who runs it, and what is done with its result. */
import type { System } from "./calls.js";

/** Text around a call: `CALL` stands for it. `x` and `y` are names that the code around declares. */
export type Shape = (call: string) => string;

/** What is done with the result, as statements of the function around. */
const positions: Readonly<Record<string, Shape>> = {
  statement: (call) => `${call};`,
  returned: (call) => `return ${call};`,
  declared: (call) => `const result = ${call};\nreturn result;`,
  "a member is read": (call) => `return ${call}.length;`,
  "a method is called": (call) => `return ${call}.toString().trim();`,
  "an element is read": (call) => `return ${call}[0];`,
  negated: (call) => `if (!${call}) return 1;\nreturn 2;`,
  compared: (call) => `return ${call} === x;`,
  "an operand of a power": (call) => `return ${call} ** 2;`,
  interpolated: (call) => `return \`\${${call}} and more\`;`,
  "an argument": (call) => `return String(${call}, y);`,
  "in an array": (call) => `return [x, ${call}];`,
  "in parentheses": (call) => `return (${call});`,
  "a branch": (call) => `return x ? ${call} : undefined;`,
  "after an operator": (call) => `return x ?? ${call};`,
  "iterated over": (call) => `for (const one of ${call}) y(one);`,
  "among comments": (call) => `/* before */ ${call} /* after */; // end`,
  "without semicolons": (call) => `let z = x\n${call}\nreturn z`,
  "in a try": (call) => `try { return ${call}; } catch (error) { return y(error); }`,
  "in a loop": (call) => `for (let i = 0; i < 3; i++) { y(${call}); }`,
};

/** What only TypeScript has. */
const typedPositions: Readonly<Record<string, Shape>> = {
  "of an asserted type": (call) => `return ${call} as unknown;`,
  "not null": (call) => `return [${call}!, x!];`,
  "a member that is not null": (call) => `return (${call} as any)!.length!;`,
  "satisfies a type": (call) => `return ${call} satisfies unknown;`,
  "an argument of a generic": (call) => `return Promise.resolve<unknown>(${call});`,
};

export function positionsIn(system: System): Readonly<Record<string, Shape>> {
  return system === "typescript" ? { ...positions, ...typedPositions } : positions;
}

/** Who runs it, as a module's text. */
const surroundings: Readonly<Record<string, Shape>> = {
  "async function": (body) => `async function run(x, y) {\n${body}\n}\n`,
  "async arrow function": (body) => `const run = async (x, y) => {\n${body}\n};\n`,
  "async method": (body) => `class Worker {\nasync run(x, y) {\n${body}\n}\n}\n`,
  "function expression handed over": (body) => `register(async function (x, y) {\n${body}\n});\n`,
  "callback of map": (body) =>
    `async function run(list, y) {\nreturn list.map((x) => {\n${body}\n});\n}\n`,
  "callback of forEach": (body) =>
    `async function run(list, y) {\nlist.forEach((x) => {\n${body}\n});\n}\n`,
  "sync function that an async one calls": (body) =>
    `async function run(x, y) {\nreturn inner(x, y);\n}\nfunction inner(x, y) {\n${body}\n}\n`,
  "two sync functions below an async one": (body) =>
    `const outer = (x, y) => inner(x, y);\nfunction inner(x, y) {\n${body}\n}\nasync function run(x, y) {\nawait outer(x, y);\n}\n`,
  "reaction of a promise": (body) =>
    `async function run(x, y) {\nreturn Promise.resolve(x).then((z) => {\n${body}\n});\n}\n`,
};

/** TypeScript has decorators. */
export function surroundingsIn(system: System): Readonly<Record<string, Shape>> {
  if (system !== "typescript") return surroundings;
  return {
    ...surroundings,
    "decorated method": (body) =>
      `declare const logged: any;\nclass Worker {\n@logged()\nasync run(x, y) {\n${body}\n}\n}\n`,
  };
}

/** Parameters have a type in TypeScript, whatever they hold. */
export function typed(text: string, system: System): string {
  if (system !== "typescript") return text;
  return text
    .replaceAll("(x, y) {", "(x: any, y: any) {")
    .replaceAll("(x, y) =>", "(x: any, y: any) =>")
    .replaceAll("(list, y) {", "(list: any[], y: any) {");
}
