/** The panel's page: one element, one script, one style sheet, and a policy that allows nothing else. */
import type { PanelBootstrap } from "../protocol.js";

export interface PanelPage {
  /** `webview.cspSource`. */
  readonly cspSource: string;
  /** Fresh for every page; see `createNonce`. */
  readonly nonce: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  readonly bootstrap: PanelBootstrap;
}

export function panelHtml(page: PanelPage): string {
  // The panel draws with CSS variables and sets sizes from script, for which `style-src` needs no 'unsafe-inline':
  // the policy concerns style attributes in markup, not the style object.
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${page.nonce}'`,
    `style-src ${page.cspSource}`,
    `img-src ${page.cspSource} data: blob:`,
    `font-src ${page.cspSource}`,
    // The simulation runs in a worker, which a webview can start only from text.
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="${escapeHtml(page.bootstrap.locale)}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Unblock</title>
    <link rel="stylesheet" href="${escapeHtml(page.styleUri)}">
  </head>
  <body>
    <div id="unblock" data-bootstrap="${escapeHtml(JSON.stringify(page.bootstrap))}"></div>
    <script nonce="${page.nonce}" src="${escapeHtml(page.scriptUri)}"></script>
  </body>
</html>
`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${String(character.codePointAt(0))};`);
}
