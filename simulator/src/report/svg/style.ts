/** Colours and patterns of the pictures. Patterns and labels say the same without colour. */

/** Colours as custom properties, light and dark; a page that sets the same properties overrides them. */
export const colours = {
  light: {
    "--ink": "#1c2128",
    "--faint": "#656d76",
    "--line": "#d1d9e0",
    "--paper": "#ffffff",
    "--panel": "#f6f8fa",
    "--running": "#2f81c7",
    "--blocked": "#c4342d",
    "--hatch": "#ffd9d4",
    "--holding": "#d97706",
    "--bars": "#fde3bd",
    "--apart": "#2f9e57",
    "--stripes": "#cfeeda",
    "--driver": "#d9e2ec",
    "--scheduling": "#8b949e",
    "--steal": "#8a3ffc",
    "--queue": "#b26a00",
  },
  dark: {
    "--ink": "#e6edf3",
    "--faint": "#9198a1",
    "--line": "#3d444d",
    "--paper": "#0d1117",
    "--panel": "#151b23",
    "--running": "#58a6ff",
    "--blocked": "#f0625a",
    "--hatch": "#5b1a17",
    "--holding": "#e8912d",
    "--bars": "#5a3507",
    "--apart": "#57c27d",
    "--stripes": "#174a2a",
    "--driver": "#2a313c",
    "--scheduling": "#6e7681",
    "--steal": "#c297ff",
    "--queue": "#e3a33c",
  },
} as const;

function declarations(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}:${value}`)
    .join(";");
}

/** CSS that gives `selector` the colours, following what the reader's system prefers. */
export function colourCss(selector: string): string {
  return (
    `${selector}{${declarations(colours.light)};color-scheme:light dark}` +
    `@media (prefers-color-scheme:dark){${selector}{${declarations(colours.dark)}}}`
  );
}

/** CSS of the shapes in the pictures. */
export const shapeCss =
  ".running{fill:var(--running)}.driver{fill:var(--driver)}.scheduling{fill:var(--scheduling)}" +
  ".lane{fill:var(--panel)}.label{fill:var(--ink);font:12px system-ui,sans-serif}" +
  ".mark{fill:var(--faint);font:11px system-ui,sans-serif}.grid{stroke:var(--line)}" +
  ".steal{stroke:var(--steal);fill:none}.stolen{fill:var(--steal)}" +
  ".queue{fill:var(--queue);fill-opacity:.35;stroke:var(--queue)}";

const patterned = {
  blocked: { turn: 45, ground: "--blocked", line: "--hatch" },
  holding: { turn: 0, ground: "--holding", line: "--bars" },
  apart: { turn: 90, ground: "--apart", line: "--stripes" },
} as const;

/** Whether the shapes of a style are filled with a pattern. */
export function isPatterned(style: string): style is keyof typeof patterned {
  return style in patterned;
}

/** Hatches, bars and stripes, `ID-STYLE` each: what makes others wait is told from the rest by more than its colour. */
export function patterns(id: string): string {
  return Object.entries(patterned)
    .map(
      ([style, { turn, ground, line }]) =>
        `<pattern id="${id}-${style}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(${turn})">` +
        `<rect width="6" height="6" style="fill:var(${ground})"/>` +
        `<rect width="2" height="6" style="fill:var(${line})"/></pattern>`,
    )
    .join("");
}
