import { commonjs, type SnippetSet } from "../snippet.js";

/** Well-used packages. */
export const packages: SnippetSet = {
  "fs-extra, its own": `
    import fse from "fs-extra";
    export async function f(p) {
      fse.readJsonSync(p); // !call
      fse.outputFileSync(p, "x"); // !call
      fse.ensureDirSync("d"); // !call
      fse.pathExistsSync(p); // !call
      fse.removeSync("d"); // !call
      fse.copySync("a", "b"); // !call
      fse.moveSync("a", "b"); // !call
      fse.emptyDirSync("d"); // !call
      fse.writeJSONSync(p, {}); // !call
    }`,
  "fs-extra, Node.js' own through it": `
    import { readFileSync } from "fs-extra";
    export async function f(p) { return readFileSync(p); } // !call`,
  "fs-extra, asynchronous": `
    import fse from "fs-extra";
    export async function f(p) { await fse.readJson(p); await fse.ensureDir("d"); return fse.pathExists(p); }`,
  "graceful-fs": commonjs(`
    const fs = require("graceful-fs");
    exports.f = async (p) => fs.readdirSync(p); // !call`),
  "graceful-fs, asynchronous": commonjs(`
    const fs = require("graceful-fs");
    exports.f = async (p, cb) => fs.readdir(p, cb);`),
  "better-sqlite3, prepare and get": `
    import Database from "better-sqlite3";
    const db = new Database("app.db");
    export async function user(id) {
      return db.prepare("SELECT * FROM users WHERE id = ?").get(id); // !call
    }`,
  "better-sqlite3, statement prepared at the top": `
    import Database from "better-sqlite3";
    const db = new Database("app.db");
    const insert = db.prepare("INSERT INTO t VALUES (?)");
    export async function add(x) { insert.run(x); } // !call`,
  "better-sqlite3, called without new, CommonJS": commonjs(`
    const db = require("better-sqlite3")("app.db");
    exports.all = async () => db.prepare("SELECT 1").all(); // !call`),
  "better-sqlite3, exec, pragma and transaction": `
    import Database from "better-sqlite3";
    const db = new Database("app.db");
    export async function f() {
      db.exec("VACUUM"); // !call
      db.pragma("journal_mode = WAL"); // !call
    }`,
  "better-sqlite3, in a class": `
    import Database from "better-sqlite3";
    class Repository {
      db = new Database("app.db");
      async find(id) { return this.db.prepare("SELECT 1").get(id); } // !call
    }`,
  "better-sqlite3, in the constructor": `
    import Database from "better-sqlite3";
    class Repository {
      constructor(file) { this.db = new Database(file); }
      async find(id) { return this.db.prepare("SELECT 1").get(id); } // !call
    }`,
  "sqlite3 is asynchronous": `
    import sqlite3 from "sqlite3";
    const db = new sqlite3.Database("app.db");
    export async function f(cb) { db.get("SELECT 1", cb); db.exec("VACUUM"); db.prepare("x").run(); }`,
  "a Map's get is not a database's": `
    const db = new Map();
    export async function f(id) { return db.get(id); }`,
  bcrypt: `
    import bcrypt from "bcrypt";
    export async function f(p, h) { return bcrypt.compareSync(p, h) || bcrypt.hashSync(p, 12); } // !call !call`,
  bcryptjs: commonjs(`
    const bcrypt = require("bcryptjs");
    exports.f = async (p) => bcrypt.hashSync(p, 10); // !call`),
  "bcryptjs, salt": `
    import { genSaltSync, hashSync } from "bcryptjs";
    export async function f(p) { return hashSync(p, genSaltSync(10)); } // !call !call`,
  "bcrypt, asynchronous": `
    import bcrypt from "bcrypt";
    export async function f(p, h) { return (await bcrypt.compare(p, h)) && bcrypt.hash(p, 12); }`,
  execa: `
    import { execaSync, execa } from "execa";
    export async function f() { await execa("make"); return execaSync("make", ["all"]); } // !call`,
  "execa, sync and commandSync of old versions": commonjs(`
    const execa = require("execa");
    exports.f = async () => { execa.sync("make"); execa.commandSync("make all"); }; // !call !call`),
  "execa, $.sync": `
    import { $ } from "execa";
    export async function f() { await $\`make\`; return $.sync\`make all\`; } // !call`,
  "cross-spawn": commonjs(`
    const spawn = require("cross-spawn");
    exports.f = async () => { spawn("make"); return spawn.sync("make", []); }; // !call`),
  "cross-spawn, named": `
    import { sync as spawnSync } from "cross-spawn";
    export async function f() { return spawnSync("make"); } // !call`,
  shelljs: `
    import shell from "shelljs";
    export async function f() {
      shell.exec("make"); // !call
      shell.rm("-rf", "dist"); // !call
      shell.cp("-R", "a", "b"); // !call
      shell.mkdir("-p", "x"); // !call
    }`,
  "shelljs, asynchronous exec": `
    import shell from "shelljs";
    export async function f(cb) { shell.exec("make", { async: true }); shell.exec("make", cb); }`,
  "shelljs, which and echo": `
    import shell from "shelljs";
    export async function f() { shell.config.silent = true; return shell.error(); }`,
  glob: `
    import { globSync, glob } from "glob";
    export async function f() { await glob("*"); return globSync("**/*.js"); } // !call`,
  "glob.sync": commonjs(`
    const glob = require("glob");
    exports.f = async () => glob.sync("**/*"); // !call`),
  "fast-glob": `
    import fg from "fast-glob";
    export async function f() { await fg("*"); return fg.sync(["**/*.js"]); } // !call`,
  "fast-glob, globSync": `
    import fg from "fast-glob";
    export async function f() { return fg.globSync("**/*.js"); } // !call`,
  globby: `
    import { globbySync, globby } from "globby";
    export async function f() { await globby("*"); return globbySync("*"); } // !call`,
  "globby, old": commonjs(`
    const globby = require("globby");
    exports.f = async () => globby.sync("*"); // !call`),
  rimraf: `
    import { rimrafSync, rimraf } from "rimraf";
    export async function f() { await rimraf("a"); rimrafSync("dist"); } // !call`,
  "rimraf.sync": commonjs(`
    const rimraf = require("rimraf");
    exports.f = async () => { rimraf.sync("dist"); }; // !call`),
  mkdirp: `
    import { mkdirpSync, mkdirp } from "mkdirp";
    export async function f() { await mkdirp("a"); mkdirpSync("b"); } // !call`,
  "mkdirp.sync": commonjs(`
    const mkdirp = require("mkdirp");
    exports.f = async () => { mkdirp.sync("b"); }; // !call`),
  tmp: `
    import tmp from "tmp";
    export async function f() { tmp.fileSync(); return tmp.dirSync({ unsafeCleanup: true }).name; } // !call !call`,
  "tmp, asynchronous": `
    import tmp from "tmp";
    export async function f(cb) { tmp.file(cb); tmp.setGracefulCleanup(); }`,
  sass: `
    import * as sass from "sass";
    export async function f() { await sass.compileAsync("a.scss"); return sass.compile("a.scss"); } // !call`,
  "sass, strings and the old API": `
    import sass from "sass";
    export async function f(t) { sass.renderSync({ file: "a" }); return sass.compileString(t); } // !call !call`,
  "sharp is asynchronous": `
    import sharp from "sharp";
    export async function f(b) { return sharp(b).resize(10).toBuffer(); }`,
  "jsonwebtoken's synchronous sign": `
    import jwt from "jsonwebtoken";
    export async function f(key) { return jwt.sign({ a: 1 }, key, { algorithm: "RS256" }); } // !call`,
  "jsonwebtoken with a callback": `
    import jwt from "jsonwebtoken";
    export async function f(key, done) { jwt.sign({ a: 1 }, key, { algorithm: "RS256" }, done); jwt.decode("x"); }`,
  "readline-sync": `
    import readline from "readline-sync";
    export async function f() { readline.question("name? "); return readline.keyInYN("sure? "); } // !call !call`,
  "prompt-sync": commonjs(`
    const prompt = require("prompt-sync")({ sigint: true });
    exports.f = async () => prompt("name? "); // !call`),
  "prompt-sync, ESM": `
    import promptSync from "prompt-sync";
    const ask = promptSync();
    export async function f() { return ask("name? "); } // !call`,
  "sync-fetch": `
    import fetch from "sync-fetch";
    export async function f(url) { return fetch(url).json(); } // !call`,
  "sync-request": commonjs(`
    const request = require("sync-request");
    exports.f = async (url) => request("GET", url).getBody(); // !call`),
  synckit: `
    import { createSyncFn } from "synckit";
    const format = createSyncFn(new URL("./worker.js", import.meta.url));
    export async function f(text) { return format(text); } // !call`,
  "synckit's worker": `
    import { runAsWorker } from "synckit";
    import fs from "fs";
    runAsWorker(async (p) => fs.readFileSync(p));`,
  deasync: commonjs(`
    const deasync = require("deasync");
    const stat = deasync(require("fs").stat);
    exports.f = async (p) => { deasync.sleep(100); return stat(p); }; // !call !call`),
  "deasync, loopWhile": commonjs(`
    const { loopWhile, runLoopOnce } = require("deasync");
    exports.f = async (state) => { loopWhile(() => !state.done); }; // !call`),
  "node-fetch, axios, got and undici": `
    import fetch from "node-fetch";
    import axios from "axios";
    import got from "got";
    export async function f(url) { await axios.get(url); await got(url); return fetch(url); }`,
  "pg, mysql2 and mongodb": `
    import pg from "pg";
    import mysql from "mysql2/promise";
    const pool = new pg.Pool();
    export async function f() { await pool.query("SELECT 1"); return (await mysql.createConnection({})).execute("x"); }`,
  "knex, a query builder with first, run and all": `
    import knex from "knex";
    const db = knex({ client: "pg" });
    export async function f() { return db("users").where({ id: 1 }).first(); }`,
  argon2: `
    import argon2 from "argon2";
    export async function f(p) { return argon2.hash(p); }`,
  "@node-rs/argon2": `
    import { hashSync } from "@node-rs/argon2";
    export async function f(p) { return hashSync(p); } // !call`,
  which: `
    import which from "which";
    export async function f() { await which("git"); return which.sync("git"); } // !call`,
  "find-up and locate-path": `
    import { findUpSync } from "find-up";
    export async function f() { return findUpSync("package.json"); } // !call`,
  cosmiconfig: `
    import { cosmiconfigSync } from "cosmiconfig";
    export async function f() { return cosmiconfigSync("x").search(); } // !call`,
  "write-file-atomic": commonjs(`
    const write = require("write-file-atomic");
    exports.f = async () => { await write("a", "b"); write.sync("a", "b"); }; // !call`),
  jsonfile: `
    import { readFileSync, readFile } from "jsonfile";
    export async function f(p) { await readFile(p); return readFileSync(p); } // !call`,
};
