/** The sample that the walkthrough opens: an untitled document, so that nothing is written to the user's disk. */
import * as vscode from "vscode";

const sample = `import { pbkdf2Sync } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

async function report(url) {
  const flags = JSON.parse(readFileSync("flags.json", "utf8"));
  const key = pbkdf2Sync(url.searchParams.get("password") ?? "", "salt", 600_000, 64, "sha512");
  return { flags, key: key.toString("hex") };
}

createServer(async (request, response) => {
  const url = new URL(request.url ?? "/", "http://localhost");
  response.end(JSON.stringify(await report(url)));
}).listen(8080);
`;

export async function openSample(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({
    language: "javascript",
    content: sample,
  });
  await vscode.window.showTextDocument(document);
}
