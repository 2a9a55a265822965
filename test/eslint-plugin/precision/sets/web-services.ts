/** Handlers, controllers, resolvers, loaders and jobs as web services have them. */
import { commonjs, named, typescript, withFiles, type SnippetSet } from "../snippet.js";

export const webServices: SnippetSet = {
  "an Express router with a wrapper for async handlers": commonjs(
    `
const { Router } = require("express");
const multer = require("multer");
const sharp = require("sharp");
const fs = require("fs"), path = require("path");
const { asyncHandler } = require("./async-handler");
const router = Router();
const upload = multer({ dest: "uploads/" });

router.post("/avatar", upload.single("avatar"), asyncHandler(async (req, res) => {
  const target = path.join("avatars", req.user.id + ".webp");
  await sharp(req.file.path).resize(128).toFile(target);
  fs.unlinkSync(req.file.path); // !call
  res.json({ target });
}));
router.delete("/avatar", (req, res) => {
  fs.unlinkSync(path.join("avatars", req.user.id + ".webp"));
  res.sendStatus(204);
});
module.exports = router;`,
    {
      "async-handler.js": `
exports.asyncHandler = (handler) => (req, res, next) => Promise.resolve(handler(req, res, next)).catch(next);`,
    },
  ),
  "a controller class with bound arrow methods": typescript(`
import type { Request, Response } from "express";
import jwt from "jsonwebtoken";
import bcrypt from "bcryptjs";
import { userRepository } from "./repository";

export class AuthController {
  login = async (req: Request, res: Response): Promise<void> => {
    const user = await userRepository.findByEmail(req.body.email);
    if (!user || !bcrypt.compareSync(req.body.password, user.hash)) { // !call
      res.status(401).end();
      return;
    }
    res.json({ token: jwt.sign({ sub: user.id }, process.env.SECRET!) }); // !call
  };
  public register = async (req: Request, res: Response) => {
    const hash = await bcrypt.hash(req.body.password, 10);
    await userRepository.insert({ ...req.body, hash });
    res.status(201).end();
  };
  private verify(token: string) {
    return jwt.verify(token, process.env.SECRET!);
  }
  me = async (req: Request, res: Response) => {
    const claims = this.verify(req.headers.authorization!.slice(7)); // !chain
    res.json(claims);
  };
}`),
  "jsonwebtoken with a callback does not block": typescript(`
import * as jwt from "jsonwebtoken";
export async function issue(id: string, key: string): Promise<string> {
  return new Promise((resolve, reject) => {
    jwt.sign({ id }, key, { algorithm: "RS256" }, (error, token) => (error ? reject(error) : resolve(token!)));
  });
}
export const decode = async (token: string) => jwt.decode(token);`),
  "Koa with a cache of templates": withFiles(
    `
import Koa from "koa";
import Router from "@koa/router";
import { renderTemplate } from "./views/index.js";
const app = new Koa();
const router = new Router();
router.get("/", async (ctx) => {
  ctx.body = renderTemplate("home", { user: ctx.state.user }); // !chain
});
router.get("/health", (ctx) => { ctx.body = renderTemplate("health", {}); });
app.use(router.routes()).use(router.allowedMethods());
app.listen(3000);`,
    {
      "views/index.js": `export { render as renderTemplate } from "./render.js";`,
      "views/render.js": `
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ejs from "ejs";
const load = (name) => readFileSync(fileURLToPath(new URL("./" + name + ".ejs", import.meta.url)), "utf8");
export function render(name, data) {
  return ejs.render(load(name), data);
}`,
    },
  ),
  "a Fastify plugin with decorators and hooks": typescript(`
import fp from "fastify-plugin";
import type { FastifyInstance } from "fastify";
import { createHash, scryptSync, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";

function check(password: string, stored: string): boolean {
  const [salt, hash] = stored.split(":");
  return timingSafeEqual(Buffer.from(hash, "hex"), scryptSync(password, salt, 64));
}

export default fp(async (fastify: FastifyInstance) => {
  const key = readFileSync("jwt.pem"); // !call
  fastify.decorate("key", key);
  fastify.decorate("checkPassword", check);
  fastify.addHook("preHandler", async (request, reply) => {
    if (request.routeOptions.config.public) return;
    const { user, password } = request.body as Record<string, string>;
    const row = await fastify.db.find(user);
    if (!check(password, row.hash)) reply.code(401); // !chain
  });
  fastify.get("/etag", async () => createHash("sha1").update("x").digest("hex"));
});`),
  "Hono on Bun and on Node": typescript(`
import { Hono } from "hono";
import { serveStatic } from "hono/bun";
import { gunzipSync, gzipSync } from "node:zlib";

const app = new Hono<{ Variables: { raw: Buffer } }>();
app.use("/static/*", serveStatic({ root: "./" }));
app.use("/ingest", async (c, next) => {
  const body = Buffer.from(await c.req.arrayBuffer());
  c.set("raw", c.req.header("content-encoding") === "gzip" ? gunzipSync(body) : body); // !call
  await next();
});
app.post("/ingest", (c) => c.json({ bytes: c.get("raw").length }));
app.get("/report", async (c) => {
  const rows = await fetch("http://store/rows").then((response) => response.text());
  return new Response(gzipSync(rows), { headers: { "content-encoding": "gzip" } }); // !call
});
export default app;`),
  "a Nest controller, its guard and its interceptor": typescript(`
import { CanActivate, Controller, ExecutionContext, Get, Injectable, NestInterceptor, CallHandler, Param, UseGuards } from "@nestjs/common";
import { from, map, Observable } from "rxjs";
import { existsSync, readFileSync, appendFileSync } from "fs";
import { join } from "path";

@Injectable()
export class TokenGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    return readFileSync("tokens", "utf8").includes(context.switchToHttp().getRequest().headers.token);
  }
}
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(map((value) => { appendFileSync("audit", JSON.stringify(value)); return value; }));
  }
}
@Controller("files")
@UseGuards(TokenGuard)
export class FilesController {
  @Get(":name")
  async get(@Param("name") name: string) {
    const file = join("files", name);
    if (!existsSync(file)) throw new Error("gone"); // !call
    return { text: readFileSync(file).toString("base64") }; // !call
  }
  @Get()
  list() { return from([1, 2, 3]); }
}`),
  "a Nest module's factory and a lifecycle hook": typescript(`
import { Module, OnModuleInit, Logger } from "@nestjs/common";
import { ConfigModule } from "@nestjs/config";
import { TypeOrmModule } from "@nestjs/typeorm";
import * as fs from "fs";
import { execSync } from "child_process";

@Module({
  imports: [
    ConfigModule.forRoot({ load: [() => JSON.parse(fs.readFileSync("config.json", "utf8"))] }),
    TypeOrmModule.forRootAsync({
      useFactory: async () => ({
        type: "postgres",
        ssl: { ca: fs.readFileSync("ca.pem") }, // !call
      }),
    }),
  ],
})
export class AppModule implements OnModuleInit {
  private readonly logger = new Logger(AppModule.name);
  async onModuleInit(): Promise<void> {
    this.logger.log(execSync("git rev-parse HEAD").toString()); // !call
  }
}`),
  "a GraphQL server with loaders and subscriptions": `
import { ApolloServer } from "@apollo/server";
import DataLoader from "dataloader";
import { GraphQLScalarType } from "graphql";
import { readFileSync, statSync } from "node:fs";
import { PubSub } from "graphql-subscriptions";

const pubsub = new PubSub();
const sizes = new DataLoader(async (names) => names.map((name) => statSync(name).size)); // !call
const resolvers = {
  Upload: new GraphQLScalarType({ name: "Upload", serialize: (value) => readFileSync(value, "utf8") }),
  File: { size: ({ name }) => sizes.load(name) },
  Mutation: {
    async rename(_root, { from, to }, { fs }) {
      await fs.rename(from, to);
      pubsub.publish("RENAMED", { from, to });
      return readFileSync(to, "utf8"); // !call
    },
  },
  Subscription: { renamed: { subscribe: () => pubsub.asyncIterator("RENAMED") } },
};
export const server = new ApolloServer({ typeDefs: readFileSync("schema.graphql", "utf8"), resolvers });`,
  "Remix's loader and action": named(
    "app/routes/posts.tsx",
    `
import { json, type LoaderFunctionArgs, type ActionFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import fs from "fs";
import matter from "gray-matter";

function readPosts() {
  return fs.readdirSync("posts").map((name) => matter(fs.readFileSync("posts/" + name)).data);
}
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const url = new URL(request.url);
  return json(readPosts().filter((post) => post.tag === url.searchParams.get("tag"))); // !chain
};
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  fs.writeFileSync("posts/" + form.get("slug"), String(form.get("body"))); // !call
  return json({ ok: true });
}
export default function Posts() {
  const posts = useLoaderData<typeof loader>();
  return posts.length;
}`,
  ),
  "Next's pages with props and an API route": named(
    "pages/index.jsx",
    `
import { existsSync, promises as fs, readFileSync } from "fs";
import path from "path";
export async function getStaticProps() {
  const file = path.join(process.cwd(), "data.json");
  if (!existsSync(file)) return { notFound: true }; // !call
  return { props: JSON.parse(await fs.readFile(file, "utf8")) };
}
export const getServerSideProps = async ({ params }) => ({
  props: { html: readFileSync(path.join("cache", params.id), "utf8") }, // !call
});
export default function Page({ title }) {
  return <h1 onClick={() => alert(title)}>{title}</h1>;
}`,
  ),
  "a server action and a cached function": typescript(`
"use server";
import { cache } from "react";
import { revalidatePath } from "next/cache";
import { readFileSync, writeFileSync } from "node:fs";
export const settings = cache(async () => JSON.parse(readFileSync("settings.json", "utf8"))); // !call
export async function save(form: FormData) {
  const current = await settings();
  writeFileSync("settings.json", JSON.stringify({ ...current, name: form.get("name") })); // !call
  revalidatePath("/");
}`),
  "a Lambda that warms up outside of the handler": commonjs(`
const fs = require("fs");
const { S3Client, GetObjectCommand } = require("@aws-sdk/client-s3");
const { unzipSync } = require("zlib");
const model = JSON.parse(fs.readFileSync("model.json"));
const s3 = new S3Client({});
exports.handler = async (event, context) => {
  for (const record of event.Records) {
    const object = await s3.send(new GetObjectCommand({ Bucket: "b", Key: record.s3.object.key }));
    const body = unzipSync(Buffer.from(await object.Body.transformToByteArray())); // !call
    fs.writeFileSync("/tmp/" + record.eventID, body); // !call
  }
  return { statusCode: 200, body: model.version };
};
exports.sync = (event, context, callback) => {
  callback(null, fs.readFileSync("/tmp/x"));
};`),
};
