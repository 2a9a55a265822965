/** Globs over paths, as text: `*`, `**`, `?` and `{a,b}`. No file system. */

/** Whether a path (any separators) matches a glob. */
export function matchesGlob(path: string, glob: string): boolean {
  return toRegExp(glob).test(path.replaceAll("\\", "/"));
}

function toRegExp(glob: string): RegExp {
  let depth = 0;
  const source = glob.replace(/\*\*\/|\*\*|\*|\?|[{},]|[\\^$.+()[\]|]/gu, (token) => {
    switch (token) {
      case "**/":
        return "(?:.*/)?";
      case "**":
        return ".*";
      case "*":
        return "[^/]*";
      case "?":
        return "[^/]";
      case "{":
        depth += 1;
        return "(?:";
      case "}":
        depth -= 1;
        return depth >= 0 ? ")" : "\\}";
      case ",":
        return depth > 0 ? "|" : ",";
      default:
        return `\\${token}`;
    }
  });
  // A brace that is never closed is text.
  return depth > 0 ? toRegExp(glob.replaceAll("{", "[{]")) : new RegExp(`^${source}$`, "u");
}
