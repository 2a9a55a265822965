/** A proposed file name without folders or characters that some file system refuses; never empty. */
export function safeFileName(proposal: string): string {
  const last = proposal.split(/[/\\]/u).at(-1) ?? "";
  // eslint-disable-next-line no-control-regex -- they are what must go
  const name = last.replace(/[<>:"|?*\u0000-\u001f]/gu, "_").replace(/^\.+|[. ]+$/gu, "");
  return name === "" ? "unblock" : name.slice(-100);
}
