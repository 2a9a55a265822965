import assert from "node:assert/strict";
import { createNonce } from "../../../extension/client/nonce.js";
import { panelHtml } from "../../../extension/client/panel-html.js";

const page = {
  cspSource: "https://*.vscode-cdn.net",
  nonce: "abc",
  scriptUri: "https://x.vscode-cdn.net/dist/panel.js",
  styleUri: "https://x.vscode-cdn.net/dist/panel.css",
  bootstrap: { locale: "de", messages: { Latency: "Latenz" } },
};

describe("the panel's page", () => {
  it("allows only its own script, by nonce, and its own style sheet", () => {
    const policy = /Content-Security-Policy" content="(?<policy>[^"]*)"/u.exec(panelHtml(page));
    assert.deepEqual(policy?.groups?.["policy"]?.replaceAll("&#39;", "'").split("; "), [
      "default-src 'none'",
      "script-src 'nonce-abc'",
      "style-src https://*.vscode-cdn.net",
      "img-src https://*.vscode-cdn.net data: blob:",
      "font-src https://*.vscode-cdn.net",
      "worker-src blob:",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it("carries the language and the translations, with no markup getting through", () => {
    const messages = { '"><script>alert(1)</script>': "</div><img src=x onerror=alert(1)>'" };
    const html = panelHtml({ ...page, bootstrap: { locale: "de", messages } });
    assert.doesNotMatch(html, /<script>|<img/u);
    const attribute = /data-bootstrap="(?<json>[^"]*)"/u.exec(html)?.groups?.["json"] ?? "";
    const json = attribute.replace(/&#(?<code>\d+);/gu, (_, code: string) =>
      String.fromCodePoint(Number(code)),
    );
    assert.deepEqual(JSON.parse(json), { locale: "de", messages });
  });

  it("gets a nonce that is never the same twice", () => {
    const nonces = new Set(Array.from({ length: 100 }, createNonce));
    assert.equal(nonces.size, 100);
    for (const nonce of nonces) assert.match(nonce, /^[\w-]{32}$/u);
  });
});
