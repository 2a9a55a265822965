/** The frame of a page that stands alone: no script, no font, nothing fetched; light and dark. */
import { escapeXml } from "../escape.js";
import { colourCss, shapeCss } from "../svg/style.js";

const pageCss =
  "*{box-sizing:border-box}" +
  "body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}" +
  "main{max-width:1080px;margin:0 auto;padding:32px 24px 64px}" +
  "h1{font-size:28px;line-height:1.25;margin:0 0 8px}h2{font-size:20px;margin:40px 0 4px}" +
  "h3{font-size:16px;margin:28px 0 8px}p{margin:4px 0}.faint{color:var(--faint)}" +
  ".cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));gap:12px;margin:20px 0}" +
  ".card{background:var(--panel);border:1px solid var(--line);border-radius:8px;padding:12px 16px}" +
  ".card b{display:block;font-size:24px;line-height:1.3;font-variant-numeric:tabular-nums}" +
  ".card span{color:var(--faint);font-size:13px}" +
  ".scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}" +
  "th,td{text-align:right;padding:6px 10px;border-bottom:1px solid var(--line);white-space:nowrap}" +
  "th:first-child,td:first-child{text-align:left}th{color:var(--faint);font-weight:500;font-size:13px}" +
  ".warning{border-left:4px solid var(--blocked);background:var(--panel);padding:8px 14px;margin:12px 0}" +
  "svg{max-width:100%;height:auto;display:block}ul{padding-left:20px}li{margin:6px 0}" +
  "details{margin-top:16px}summary{cursor:pointer;color:var(--faint)}" +
  "pre{background:var(--panel);border:1px solid var(--line);border-radius:8px;padding:12px;overflow-x:auto;font-size:13px}" +
  "footer{margin-top:48px;color:var(--faint);font-size:13px}";

export interface Page {
  readonly title: string;
  /** Markup; whoever makes it escapes what comes from outside. */
  readonly body: string;
}

/** A whole HTML document, ending in a newline. */
export function htmlPage(page: Page): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeXml(page.title)}</title>
<style>${colourCss(":root")}${shapeCss}${pageCss}</style>
</head>
<body>
<main>
${page.body}
<footer>Made by Unblock. Virtual time: the scheduler was simulated, nothing was run.</footer>
</main>
</body>
</html>
`;
}
