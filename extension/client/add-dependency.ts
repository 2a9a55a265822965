/** Adds the package that a fix imports to a package.json, as `npm install` would write it. */

/** The text of package.json with the dependency, or undefined where it is there already or the text is not JSON. */
export function withDependency(text: string, name: string, range: string): string | undefined {
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof manifest !== "object" || manifest === null || Array.isArray(manifest))
    return undefined;
  const { dependencies = {} } = manifest as { dependencies?: Record<string, string> };
  if (Object.hasOwn(dependencies, name)) return undefined;
  const sorted = Object.entries({ ...dependencies, [name]: range }).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const indentation = /^[\t ]+(?=")/mu.exec(text)?.[0] ?? "  ";
  const next = JSON.stringify(
    { ...manifest, dependencies: Object.fromEntries(sorted) },
    undefined,
    indentation,
  );
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  return `${next}\n`.replaceAll("\n", lineEnd);
}
