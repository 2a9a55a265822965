/** The translations that VS Code loaded, for those who cannot ask VS Code: the server and the panel. */

/** A bundle may hold comments for translators beside a message; only the message is sent. */
export function stringMessages(
  bundle: Readonly<Record<string, string | { message: string }>> | undefined,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(bundle ?? {}).map(([key, value]) => [
      key,
      typeof value === "string" ? value : value.message,
    ]),
  );
}
