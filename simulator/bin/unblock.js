#!/usr/bin/env node
// Committed as it is, outside dist: npm links a workspace's bin only if the file is there before the build.
import { existsSync } from "node:fs";

const main = new URL("../dist/cli/main.js", import.meta.url);
if (existsSync(main)) {
  const { run } = await import(main.href);
  process.exitCode = await run(process.argv.slice(2));
} else {
  console.error("unblock: not built yet; run `npm run build` in the repository first");
  process.exitCode = 2;
}
