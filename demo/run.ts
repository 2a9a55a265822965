/** `npm run demo`: lints the sample service, simulates what was found, and writes a page to look at. */
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { styleText } from "node:util";
import { ESLint } from "eslint";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const service = path.join("demo", "service");
const page = path.join(root, "demo-report.html");

function heading(text: string): void {
  console.log(`\n${styleText("bold", text)}\n`);
}

async function lint(): Promise<number> {
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: path.join(root, "demo", "lint.config.js"),
  });
  const results = await eslint.lintFiles([service]);
  for (const { filePath, messages } of results) {
    for (const { line, column, ruleId, message, suggestions } of messages) {
      console.log(`${path.relative(root, filePath)}:${line}:${column}  ${ruleId}`);
      console.log(`  ${message}`);
      for (const { desc } of suggestions ?? []) console.log(`  fix: ${desc}`);
    }
  }
  return results.reduce((sum, { messages }) => sum + messages.length, 0);
}

function unblock(...parameters: string[]): void {
  const { status } = spawnSync(
    process.execPath,
    [path.join(root, "simulator", "bin", "unblock.js"), ...parameters],
    { cwd: root, stdio: "inherit" },
  );
  if (status !== 0) throw new Error(`unblock ${parameters.join(" ")} exited with ${status}`);
}

heading(`1. What freezes ${service}: npx eslint ${service}`);
const findings = await lint();
if (findings === 0) throw new Error("the linter found nothing in the sample service");

heading(`2. Who waits, and how long: npx unblock report ${service}`);
unblock("report", service);

heading("3. The same as a page");
rmSync(page, { force: true });
unblock("report", service, "--format", "html", "--output", page);
if (!existsSync(page)) throw new Error(`no page was written to ${page}`);
console.log(pathToFileURL(page).href);
