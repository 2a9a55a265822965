/** A small shop: sign-up, checkout and a report for accounting. It runs: `npx tsx demo/service/server.ts`. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { checkout } from "./checkout.js";
import { isEnabled } from "./feature-flags.js";
import { hashPassword } from "./passwords.js";
import { monthlyReport } from "./reports.js";

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/** What every request goes through: it looks innocent. */
export async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://localhost");
  if (!isEnabled("shop")) {
    response.writeHead(503).end("closed for maintenance\n");
    return;
  }
  switch (`${request.method} ${url.pathname}`) {
    case "GET /health":
      response.end("ok\n");
      return;
    case "POST /sign-up":
      response.end(`${await hashPassword(await readBody(request))}\n`);
      return;
    case "POST /checkout":
      response.end(`${await checkout(await readBody(request))}\n`);
      return;
    case "GET /report":
      response.end(await monthlyReport(url.searchParams.get("month") ?? "2026-01"));
      return;
    default:
      response.writeHead(404).end("not found\n");
  }
}

if (process.argv[1]?.endsWith("server.ts")) {
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.writeHead(500).end(`${String(error)}\n`);
    });
  });
  server.listen(Number(process.env["PORT"] ?? 3000), () =>
    console.log("listening", server.address()),
  );
}
