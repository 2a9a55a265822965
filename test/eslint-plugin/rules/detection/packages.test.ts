import { snippets } from "./snippets.js";

snippets("packages that block", {
  "functions that carry the synchronous form": `
    import { rimraf, native, manual } from "rimraf";
    import { mkdirp, native as mk } from "mkdirp";
    import { globSync, globIterate } from "glob";
    import spawn from "cross-spawn";
    import { isGitIgnoredSync, isIgnoredByIgnoreFilesSync, generateGlobTasksSync } from "globby";
    export async function f(d) {
      rimraf.nativeSync(d); // !call
      native.sync(d); // !call
      manual.sync(d); // !call
      mkdirp.manualSync(d); // !call
      mk.sync(d); // !call
      for (const x of globSync.iterate("a")) x; // !call
      for (const x of globIterate.sync("a")) x; // !call
      spawn.spawn.sync("a"); // !call
      isGitIgnoredSync({ cwd: d }); // !call
      isIgnoredByIgnoreFilesSync("a"); // !call
      generateGlobTasksSync("a"); // !call
      await Promise.all([rimraf(d), native(d), mkdirp.manual(d), mk(d)]);
    }`,
  "drop-in replacements of fs": `
    import fse, { readJsonSync } from "fs-extra";
    import gracefulFs from "graceful-fs";
    async function f() {
      fse.readFileSync("a"); // !call
      fse.copySync("a", "b"); // !call
      readJsonSync("a"); // !call
      gracefulFs.readFileSync("a"); // !call
      await fse.readJson("a");
    }`,
  "better-sqlite3": `
    import Database from "better-sqlite3";
    const db = new Database("a.db");
    const all = db.prepare("SELECT 1");
    const move = db.transaction(() => { db.exec("x"); });
    async function f(id) {
      db.exec("VACUUM"); // !call
      db.pragma("journal_mode"); // !call
      db.prepare("SELECT 1").get(id); // !call
      db.prepare("SELECT 1").pluck().all(); // !call
      all.run(id); // !call
      move(); // !call
      new Database("b.db"); // !call
      db.close();
    }`,
  "better-sqlite3 in a class": `
    const Database = require("better-sqlite3");
    class Users {
      constructor(path) { this.db = new Database(path); this.find = this.db.prepare("SELECT 1"); }
      async get(id) {
        return this.find.get(id) ?? this.db.prepare("x").get(id); // !call !call
      }
    }`,
  "node:sqlite": `
    import { DatabaseSync } from "node:sqlite";
    const db = new DatabaseSync(":memory:");
    async function f() {
      db.exec("CREATE TABLE a (b)"); // !call
      const statement = db.prepare("SELECT 1");
      statement.all(); // !call
      for (const row of statement.iterate()) {} // !call
    }`,
  "bcrypt, bcryptjs and jsonwebtoken": `
    import bcrypt from "bcrypt";
    import { compareSync } from "bcryptjs";
    import * as jwt from "jsonwebtoken";
    async function f(password, hash, token) {
      bcrypt.hashSync(password, 10); // !call
      compareSync(password, hash); // !call
      await bcrypt.hash(password, 10);
      jwt.verify(token, "key"); // !call
      jwt.sign({}, "key"); // !call
      jwt.decode(token);
    }`,
  "compilers in native code": `
    import swc, { transformSync } from "@swc/core";
    import { parseSync } from "oxc-parser";
    import * as oxc from "oxc-transform";
    import { minifySync } from "oxc-minify";
    async function f(code) {
      swc.minifySync(code); // !call
      transformSync(code); // !call
      parseSync("a.ts", code); // !call
      oxc.transformSync("a.ts", code); // !call
      minifySync("a.js", code); // !call
      await swc.transform(code);
    }`,
  "child processes": `
    import spawn from "cross-spawn";
    import { execaSync, execa } from "execa";
    import shell from "shelljs";
    async function f() {
      spawn.sync("ls"); // !call
      execaSync("ls"); // !call
      shell.exec("ls"); // !call
      shell.exec("ls", { async: true });
      shell.exec("ls", () => {});
      await execa("ls");
    }`,
  "globs, removal, folders, temporary files": `
    import { globSync, glob } from "glob";
    import fg from "fast-glob";
    import { globbySync } from "globby";
    import { rimrafSync } from "rimraf";
    import { mkdirpSync } from "mkdirp";
    import tmp from "tmp";
    async function f() {
      globSync("*"); // !call
      fg.sync("*"); // !call
      globbySync("*"); // !call
      rimrafSync("a"); // !call
      mkdirpSync("a"); // !call
      tmp.fileSync(); // !call
      await glob("*");
      await fg("*");
    }`,
  "sass, prompts, requests": `
    import * as sass from "sass";
    import readline from "readline-sync";
    import promptSync from "prompt-sync";
    import fetch from "sync-fetch";
    import request from "sync-request";
    const prompt = promptSync();
    async function f() {
      sass.compile("a.scss"); // !call
      readline.question("?"); // !call
      prompt("?"); // !call
      fetch("/"); // !call
      request("GET", "/"); // !call
      await sass.compileAsync("a.scss");
    }`,
  "synckit and deasync": `
    import { createSyncFn } from "synckit";
    const format = createSyncFn(new URL("./worker.js", import.meta.url));
    const deasync = require("deasync");
    async function f() {
      format("x"); // !call
      deasync.sleep(10); // !call
    }`,
  "Deno and Bun": `
    async function f() {
      Deno.readTextFileSync("a"); // !call
      Deno.writeFileSync("a", x); // !call
      Bun.spawnSync(["ls"]); // !call
      await Deno.readTextFile("a");
      await Bun.file("a").text();
    }`,
  "compiling, serialising and looking inside": `
    import v8 from "node:v8";
    import vm from "node:vm";
    import inspector from "node:inspector";
    async function f(bytes) {
      v8.writeHeapSnapshot(); // !call
      new WebAssembly.Module(bytes); // !call
      inspector.waitForDebugger(); // !call
      await WebAssembly.compile(bytes);
    }`,
});
