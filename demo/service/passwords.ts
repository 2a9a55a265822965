import { pbkdf2Sync, randomBytes } from "node:crypto";

/** As OWASP recommends for PBKDF2 with HMAC-SHA256. */
const iterations = 600_000;

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = pbkdf2Sync(password, salt, iterations, 32, "sha256");
  await audit("password hashed");
  return `${iterations}$${salt.toString("base64")}$${hash.toString("base64")}`;
}

/** Stands for a write to a remote log. */
async function audit(event: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 2, event));
}
