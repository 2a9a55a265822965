/** Commands, builds, bots and tests as whole files. */
import { named, withFiles, type SnippetSet } from "../snippet.js";

export const wholeTools: SnippetSet = {
  "a command with commander": named(
    "cli.mjs",
    `
#!/usr/bin/env node
import { Command } from "commander";
import fs from "fs-extra";
import { execa, execaSync } from "execa";
import { input, confirm } from "@inquirer/prompts";
import ora from "ora";

const program = new Command();
const pkg = fs.readJsonSync(new URL("./package.json", import.meta.url));
program.version(pkg.version);

async function create(name, options) {
  const spinner = ora("Creating").start();
  fs.ensureDirSync(name); // !call
  await fs.copy("template", name);
  const answer = await input({ message: "Title?" });
  if (!(await confirm({ message: "Go on?" }))) return;
  if (options.git) execaSync("git", ["init"], { cwd: name }); // !call
  await execa("npm", ["install"], { cwd: name });
  fs.outputJsonSync(name + "/config.json", { answer }); // !call
  spinner.succeed();
}
program.command("create <name>").option("--git").action(create);
program.command("clean").action(() => fs.removeSync("dist"));
program.command("info").action(async () => console.log(fs.readdirSync("."))); // !call
await program.parseAsync();`.trimStart(),
  ),
  "a build with esbuild and a watcher": `
import { build, context, transformSync, buildSync } from "esbuild";
import chokidar from "chokidar";
import { readFileSync, writeFileSync, cpSync, rmSync } from "node:fs";
import sass from "sass";

rmSync("dist", { recursive: true, force: true });

const styles = {
  name: "styles",
  setup(build) {
    build.onLoad({ filter: /\\.scss$/ }, async ({ path }) => {
      const { css } = sass.compile(path); // !call
      return { contents: css, loader: "css" };
    });
    build.onEnd(() => writeFileSync("dist/built", ""));
  },
};
export async function bundle(watch) {
  cpSync("public", "dist", { recursive: true }); // !call
  const result = await build({ entryPoints: ["src/main.ts"], plugins: [styles], metafile: true });
  writeFileSync("dist/meta.json", JSON.stringify(result.metafile)); // !call
  if (!watch) return;
  const running = await context({ entryPoints: ["src/main.ts"], plugins: [styles] });
  chokidar.watch("public").on("change", (name) => cpSync(name, "dist/" + name));
  await running.watch();
}
export const inline = (name) => readFileSync(name, "utf8").length;`,
  "a bot with commands from a folder": `
import { Client, Collection } from "discord.js";
import fs from "node:fs";
import path from "node:path";
const client = new Client({ intents: [] });
client.commands = new Collection();
for (const file of fs.readdirSync("commands").filter((name) => name.endsWith(".js"))) {
  const command = await import(path.resolve("commands", file));
  client.commands.set(command.name, command);
}
client.on("interactionCreate", async (interaction) => {
  const command = client.commands.get(interaction.commandName);
  if (!command) return;
  fs.appendFileSync("usage.log", interaction.commandName + "\\n"); // !call
  await command.execute(interaction);
});
client.once("ready", () => fs.writeFileSync("ready", ""));`,
  "a scraper with a polite pause": `
import { execSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
function sleep(ms) {
  execSync("sleep " + ms / 1000);
}
export async function scrape(urls) {
  for (const url of urls) {
    const response = await fetch(url);
    await writeFile(encodeURIComponent(url), await response.text());
    sleep(500); // !chain
    await delay(500);
  }
}`,
  "a migration runner": withFiles(
    `
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { db, applied } from "./db.js";
export async function migrate(folder) {
  const names = readdirSync(folder).sort(); // !call
  const done = applied(); // !chain
  for (const name of names) {
    if (done.has(name)) continue;
    db.exec(await readFile(folder + name, "utf8")); // !call
  }
}`,
    {
      "db.js": `
import { DatabaseSync } from "node:sqlite";
export const db = new DatabaseSync("app.db");
const all = db.prepare("select name from migrations");
export const applied = () => new Set(all.all().map((row) => row.name));`,
    },
  ),
  "a plugin host": `
import { createRequire } from "node:module";
import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";
const require = createRequire(import.meta.url);
export class Host {
  plugins = [];
  async load(folder) {
    for (const name of fs.readdirSync(folder)) { // !call
      const file = path.join(folder, name);
      if (name.endsWith(".cjs")) this.plugins.push(require(file));
      else this.plugins.push(await import(file));
    }
  }
  run(hook, ...args) {
    return this.plugins.map((plugin) => plugin[hook]?.(...args));
  }
  async evaluate(code) {
    const script = new vm.Script(code);
    return script.runInNewContext({}); // !call
  }
}`,
  "tests with fixtures": named(
    "app.spec.ts",
    `
import { test, expect } from "vitest";
import fs from "node:fs";
import { execFileSync } from "node:child_process";
const fixture = fs.readFileSync("fixture.json", "utf8");
test("plain", () => {
  expect(fs.existsSync("a")).toBe(true);
});
test("async", async () => {
  expect(execFileSync("node", ["cli.js"], { encoding: "utf8" })).toBe(fixture); // !call
  await expect(fs.promises.stat("b")).rejects.toThrow();
});`,
  ),
};
