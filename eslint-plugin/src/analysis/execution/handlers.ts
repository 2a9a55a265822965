/** Which calls take request handlers: routes and hooks of Express, Koa, Fastify, Hono and their like, `node:http`. */
import {
  calleeOf,
  isFunction,
  lastName,
  plainKey,
  unwrap,
  wrapped,
  type FunctionNode,
  type Node,
} from "../syntax/ast.js";
import type { Resolver } from "../values/resolve.js";
import type { SourceFile } from "../syntax/source-file.js";
import type { ApiValue } from "../values/values.js";

const frameworks = new Set([
  "express",
  "koa",
  "@koa/router",
  "koa-router",
  "fastify",
  "hono",
  "restify",
  "polka",
  "connect",
  "@hapi/hapi",
]);

const httpModules = new Set(["node:http", "node:https", "node:http2"]);

const routeMethods = new Set(
  "get post put patch delete del head options all use route param addHook register".split(" "),
);

/** Properties of a route that is written as an object, and of a route's options: Fastify's, hapi's. */
const handlerProperties = new Set(
  "handler preHandler onRequest preParsing preValidation preSerialization onSend onResponse".split(
    " ",
  ),
);

/** Names that routers go by where nothing tells what they are. */
const routerName = /^(?:app|server|router|fastify|.*(?:App|Server|Router))$/u;

export function isRouteMethod(name: string): boolean {
  return routeMethods.has(name);
}

/** Whether a function of a package takes request handlers. */
export function isRoute({ module, path }: ApiValue): boolean {
  const method = path.at(-1);
  return frameworks.has(module) && method !== undefined && routeMethods.has(method);
}

/** Whether an object is a router: by its name, or as what a plugin of a server gets. */
export function isRouter(resolver: Resolver, file: SourceFile, object: Node): boolean {
  return routerName.test(lastName(object)) || isPluginInstance(resolver, file, object);
}

/** Whether an object emits requests. */
export function isServer(resolver: Resolver, file: SourceFile, object: Node): boolean {
  return (
    /server$/iu.test(lastName(object)) ||
    resolver
      .valuesOf(file, object)
      .some((value) => value.kind === "api" && httpModules.has(value.module))
  );
}

/** `instance` of `server.register((instance, options, done) => { … })`. */
function isPluginInstance(resolver: Resolver, file: SourceFile, object: Node): boolean {
  const node = unwrap(object);
  if (node.type !== "Identifier") return false;
  const [definition] = file.variableOf(node)?.defs ?? [];
  if (definition?.type !== "Parameter" || !isFunction(definition.node)) return false;
  const plugin = definition.node;
  const call = wrapped(plugin).parent;
  return (
    plugin.params[0] === definition.name &&
    call?.type === "CallExpression" &&
    lastName(calleeOf(call)) === "register" &&
    takesRoutes(resolver, file, calleeOf(call))
  );
}

/** Whether a function is the handler of a route that is written as an object: `server.route({ handler() { … } })`. */
export function isHandlerProperty(
  resolver: Resolver,
  file: SourceFile,
  node: FunctionNode,
): boolean {
  const property = wrapped(node).parent;
  if (property?.type !== "Property" || property.value !== wrapped(node)) return false;
  if (!handlerProperties.has(plainKey(property.key, property.computed) ?? "")) return false;
  const call = property.parent.parent;
  return (
    call.type === "CallExpression" &&
    call.arguments.some((argument) => argument === property.parent) &&
    takesRoutes(resolver, file, calleeOf(call))
  );
}

function takesRoutes(resolver: Resolver, file: SourceFile, callee: Node): boolean {
  if (callee.type !== "MemberExpression" || !isRouteMethod(lastName(callee))) return false;
  return (
    resolver.valuesOf(file, callee).some((value) => value.kind === "api" && isRoute(value)) ||
    isRouter(resolver, file, callee.object)
  );
}
