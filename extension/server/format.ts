/** A duration as people read it: two significant figures below 10 ms, whole milliseconds below 10 s, else seconds. */
export function formatMs(ms: number): string {
  if (ms === 0) return "0 ms";
  if (ms < 0.01) return "< 0.01 ms";
  if (ms < 10) return `${trim(ms.toPrecision(2))} ms`;
  if (ms < 10_000) return `${Math.round(ms).toLocaleString("en")} ms`;
  return `${trim((ms / 1000).toFixed(1))} s`;
}

function trim(figure: string): string {
  return figure.includes(".") ? figure.replace(/\.?0+$/u, "") : figure;
}
