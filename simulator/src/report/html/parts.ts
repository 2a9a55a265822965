/** Pieces of markup that every report is made of. */
import { escapeXml } from "../escape.js";
import type { Table } from "../table.js";

/** A table that scrolls within itself on a narrow screen. */
export function htmlTable(table: Table): string {
  const row = (cells: readonly string[], tag: "th" | "td") =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeXml(cell)}</${tag}>`).join("")}</tr>`;
  return (
    `<div class="scroll"><table><thead>${row(table.columns, "th")}</thead>` +
    `<tbody>${table.rows.map((cells) => row(cells, "td")).join("")}</tbody></table></div>`
  );
}

export interface Card {
  readonly figure: string;
  readonly caption: string;
}

/** Figures to read from across the room. */
export function cards(entries: readonly Card[]): string {
  const markup = entries.map(
    ({ figure, caption }) =>
      `<div class="card"><b>${escapeXml(figure)}</b><span>${escapeXml(caption)}</span></div>`,
  );
  return `<div class="cards">${markup.join("")}</div>`;
}

export function warningBox(text: string): string {
  return `<p class="warning">${escapeXml(text)}</p>`;
}

export function faint(text: string): string {
  return `<p class="faint">${escapeXml(text)}</p>`;
}
