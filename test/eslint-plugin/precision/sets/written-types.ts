import type { Snippet, SnippetSet } from "../snippet.js";

function typescript(code: string): Snippet {
  return {
    language: "typescript",
    code: `
import type { DatabaseSync, StatementSync } from "node:sqlite";
${code}`,
  };
}

/** What written types say of lists, maps and records, where no checker is at hand. */
export const writtenTypes: SnippetSet = {
  "every database of a list": typescript(`
export async function vacuum(all: DatabaseSync[]) {
  for (const database of all) database.exec("VACUUM"); // !call
}`),
  "every database of a readonly list, by forEach": typescript(`
export async function vacuum(all: readonly DatabaseSync[]) {
  all.forEach((database) => { database.exec("VACUUM"); }); // !call
}`),
  "every database of a list, by map": typescript(`
export async function counts(all: DatabaseSync[]) {
  return all.map((database) => database.prepare("SELECT count(*) FROM a").get()); // !call
}`),
  "a database out of a map": typescript(`
export async function vacuum(tenants: Map<string, DatabaseSync>) {
  tenants.get("a")?.exec("VACUUM"); // !call
}`),
  "a database of a record, its name given": typescript(`
export async function vacuum(tenants: Record<string, DatabaseSync>, name: string) {
  tenants[name].exec("VACUUM"); // !call
}`),
  "a database of a record with known names": typescript(`
export async function vacuum(databases: Record<"users" | "orders", DatabaseSync>) {
  databases.users.exec("VACUUM"); // !call
}`),
  "statements that a class keeps in a map": typescript(`
export class Store {
  #statements = new Map<string, StatementSync>();
  async find(name: string) {
    return this.#statements.get(name)!.all(); // !call
  }
}`),
  "a database in a tuple": typescript(`
export async function run([database, query]: [DatabaseSync, string]) {
  database.exec(query); // !call
}`),
  "every database of a set": typescript(`
export async function vacuum(all: Set<DatabaseSync>) {
  for (const database of all) database.exec("VACUUM"); // !call
}`),
  "databases in objects in a list": typescript(`
export async function vacuum(tenants: Array<{ readonly name: string; readonly database: DatabaseSync }>) {
  for (const { name, database } of tenants) console.log(name, database.exec("VACUUM")); // !call
}`),
  "a database out of a pool that begins empty": typescript(`
const pool: DatabaseSync[] = [];
export function release(database: DatabaseSync) { pool.push(database); }
export async function vacuum() {
  const database = pool.pop();
  database?.exec("VACUUM"); // !call
}`),
  "a database by an index signature": typescript(`
interface Context { readonly databases: { readonly [name: string]: DatabaseSync } }
export async function vacuum(context: Context) {
  context.databases.main.exec("VACUUM"); // !call
}`),
  "the values of a map": typescript(`
export async function vacuum(tenants: Map<string, DatabaseSync>) {
  for (const database of tenants.values()) database.exec("VACUUM"); // !call
}`),
  "the entries of a map": typescript(`
export async function vacuum(tenants: Map<string, DatabaseSync>) {
  for (const [name, database] of tenants) console.log(name, database.exec("VACUUM")); // !call
}`),
  "a list that is promised": typescript(`
export async function vacuum(load: Promise<DatabaseSync[]>) {
  for (const database of await load) database.exec("VACUUM"); // !call
}`),
  "an optional member": typescript(`
export async function vacuum(options: { readonly database?: DatabaseSync | null }) {
  options.database?.exec("VACUUM"); // !call
}`),
  "a member of what a factory is given": typescript(`
type Dependencies = { database: DatabaseSync };
export const makeUsers = ({ database }: Dependencies) => ({
  async all() {
    return database.prepare("SELECT * FROM users").all(); // !call
  },
});`),
  "the bound of a class's type parameter": typescript(`
export class Base<T extends { database: DatabaseSync }> {
  constructor(protected readonly dependencies: T) {}
  async vacuum() {
    this.dependencies.database.exec("VACUUM"); // !call
  }
}`),
  "a map of something else that has such a method": typescript(`
export async function run(shells: Map<string, { exec(command: string): Promise<void> }>) {
  for (const [, shell] of shells) await shell.exec("ls");
  await shells.get("a")?.exec("ls");
}`),
  "a list of text": typescript(`
export async function lengths(all: string[]) {
  for (const one of all) console.log(one.trim().length);
}`),
};
