import { execFileSync } from "node:child_process";

const script =
  "let sum = 0; for (let i = 0; i < 2e7; i++) sum += i % 97; console.log(process.argv[1], sum);";

/** Builds the accounting report in a process of its own, "so that it doesn't slow the service down". */
export async function monthlyReport(month: string): Promise<string> {
  return execFileSync(process.execPath, ["-e", script, month], { encoding: "utf8" });
}
