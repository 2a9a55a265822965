/** The panel's real page in plain Chromium, with what VS Code would put around it. */
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { panelHtml } from "../../../extension/client/panel-html.js";
import type { PanelBootstrap, PanelMessage, PanelState } from "../../../extension/protocol.js";
import { bundlePanel } from "../../../scripts/bundle-panel.js";
import { themes, type ThemeName } from "./themes.js";

export interface OpenOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly bootstrap?: PanelBootstrap;
  /** What an earlier page saved. */
  readonly state?: PanelState;
  readonly reducedMotion?: boolean;
  /** Runs in the page before its scripts. */
  readonly beforeScripts?: () => void;
  /** How long the window stands empty first, in milliseconds. */
  readonly settleMs?: number;
  /** Whether the page is to have no script: what a browser needs for any page of its kind. */
  readonly empty?: boolean;
}

export interface PanelPage {
  readonly page: Page;
  /** As the client would. Any value, so that wrong ones can be tried. */
  readonly send: (message: unknown) => Promise<void>;
  readonly posted: () => Promise<readonly PanelMessage[]>;
  readonly saved: () => Promise<PanelState | undefined>;
  /** Errors of the page and violations of its policy; empty when all is well. */
  readonly errors: readonly string[];
}

export interface Harness {
  readonly open: (options?: OpenOptions) => Promise<PanelPage>;
  readonly close: () => Promise<void>;
  /** "Chromium 120.0". */
  readonly browser: string;
}

const nonce = "bm9uY2U";
const emptyScript = "empty.js";

/** The client's own page, with what VS Code adds to every webview: the theme's variables and the body's class. */
function html(theme: ThemeName, bootstrap: PanelBootstrap, scriptUri: string): string {
  const { bodyClass, variables } = themes[theme];
  const setTheme = `<script nonce="${nonce}">
      document.body.className = ${JSON.stringify(bodyClass)};
      for (const [name, value] of Object.entries(${JSON.stringify(variables)})) {
        document.documentElement.style.setProperty(name, value);
      }
    </script>`;
  return panelHtml({
    cspSource: "'self'",
    nonce,
    scriptUri,
    styleUri: "panel.css",
    bootstrap,
  })
    .replace("</head>", '<link rel="icon" href="data:,"></head>')
    .replace("<body>", `<body>${setTheme}`);
}

function pageOf(query: URLSearchParams, bootstraps: readonly PanelBootstrap[]): string {
  const bootstrap = bootstraps[Number(query.get("bootstrap"))];
  const script = query.get("empty") === "true" ? emptyScript : "panel.js";
  return html((query.get("theme") ?? "dark") as ThemeName, bootstrap, script);
}

/** @param bootstraps of pages, which ask for theirs by number: all messages of a language are too long for an address */
function serve(files: ReadonlyMap<string, string>, bootstraps: readonly PanelBootstrap[]): Server {
  return createServer(({ url = "/" }, response) => {
    const { pathname, searchParams } = new URL(url, "http://localhost");
    const text = pathname === "/" ? pageOf(searchParams, bootstraps) : files.get(pathname.slice(1));
    const type = pathname.endsWith(".js")
      ? "text/javascript"
      : pathname.endsWith(".css")
        ? "text/css"
        : "text/html";
    response.writeHead(text === undefined ? 404 : 200, {
      "content-type": `${type}; charset=utf-8`,
    });
    response.end(text);
  });
}

/** Runs in the page, before its scripts. */
function fakeVsCode(state: PanelState | undefined): void {
  const posted: unknown[] = [];
  let saved: unknown = state;
  Object.assign(window, {
    posted,
    savedState: () => saved,
    acquireVsCodeApi: () => ({
      postMessage: (message: unknown) => posted.push(message),
      getState: () => saved,
      setState: (next: unknown) => {
        saved = next;
      },
    }),
  });
}

/** Chromium as Debian installs it. */
const browserPath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

export async function startHarness({ minify = false } = {}): Promise<Harness> {
  const outputs = await bundlePanel("dist", { minify });
  const files = outputs.map(({ path: file, text }) => [path.basename(file), text] as const);
  const bootstraps: PanelBootstrap[] = [];
  const server = serve(new Map([...files, [emptyScript, ""]]), bootstraps);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const browser: Browser = await chromium.launch({
    executablePath: browserPath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  });
  const { port } = server.address() as AddressInfo;

  return {
    browser: `Chromium ${browser.version()}`,
    open: async (options = {}) => {
      const { theme = "dark", width = 900, height = 1000, state, reducedMotion } = options;
      const { bootstrap = { locale: "en", messages: {} } } = options;
      const page = await browser.newPage({
        viewport: { width, height },
        ...(reducedMotion === true && { reducedMotion: "reduce" as const }),
      });
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") errors.push(message.text());
      });
      // tsx keeps function names through a helper that the page does not have.
      await page.addInitScript("globalThis.__name = (value) => value;");
      await page.addInitScript(fakeVsCode, state);
      if (options.beforeScripts !== undefined) await page.addInitScript(options.beforeScripts);
      if (options.settleMs !== undefined) await page.waitForTimeout(options.settleMs);
      const query = new URLSearchParams({
        theme,
        bootstrap: String(bootstraps.push(bootstrap) - 1),
        empty: String(options.empty ?? false),
      });
      await page.goto(`http://127.0.0.1:${port}/?${query.toString()}`);
      return {
        page,
        errors,
        send: (message) =>
          page.evaluate((data) => {
            window.postMessage(data, "*");
          }, message),
        posted: () => page.evaluate(() => (window as unknown as { posted: PanelMessage[] }).posted),
        saved: () =>
          page.evaluate(() =>
            (window as unknown as { savedState: () => PanelState | undefined }).savedState(),
          ),
      };
    },
    close: async () => {
      await browser.close();
      server.close();
      await once(server, "close");
    },
  };
}
