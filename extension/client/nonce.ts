import { randomBytes } from "node:crypto";

/** A value that nobody can guess, for one page's content security policy. */
export function createNonce(): string {
  return randomBytes(24).toString("base64url");
}
