/** Colours of the drawings, read from the style sheet, which takes them from VS Code's theme. */

export const paintRoles = [
  "running",
  "calling",
  "blocked",
  "offloaded",
  "driver",
  "scheduling",
  "waiting",
  "awaiting",
  "stolen",
  "lane",
  "background",
  "foreground",
  "muted",
  "grid",
  "outline",
  "focus",
  "as-written",
  "fixed",
] as const;

export type PaintRole = (typeof paintRoles)[number];

export interface Theme {
  readonly colors: Readonly<Record<PaintRole, string>>;
  readonly font: string;
  readonly highContrast: boolean;
}

/** @param element whose style holds the custom properties `--unblock-<role>` */
export function readTheme(element: Element): Theme {
  const style = getComputedStyle(element);
  const colors = Object.fromEntries(
    paintRoles.map((role) => [role, style.getPropertyValue(`--unblock-${role}`).trim() || "gray"]),
  ) as Record<PaintRole, string>;
  return {
    colors,
    font: `11px ${style.fontFamily || "sans-serif"}`,
    highContrast: document.body.className.includes("high-contrast"),
  };
}

/** Calls back when VS Code changes the theme: it rewrites the classes of the body and the style of the root. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ["style", "class"],
  });
  observer.observe(document.body, { attributes: true, attributeFilter: ["class"] });
  return () => {
    observer.disconnect();
  };
}
