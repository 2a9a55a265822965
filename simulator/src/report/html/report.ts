/** A report as a page that stands alone, to send to a colleague. */
import type { Trace } from "../../engine/trace.js";
import type { Cause } from "../../explain/cause.js";
import { escapeXml } from "../escape.js";
import { remedyTable } from "../remedy-table.js";
import { describeRuntime, warnings } from "../simulation-report.js";
import type { ReportedRun, SimulationReport } from "../simulation-report.js";
import { distributionSvg } from "../svg/distribution.js";
import type { LatencySamples } from "../svg/distribution.js";
import { lanesSvg } from "../svg/lanes.js";
import { latencyTable } from "../table.js";
import { formatCount, formatMs } from "../units.js";
import { htmlPage } from "./page.js";
import { cards, faint, htmlTable, warningBox } from "./parts.js";
import type { Card } from "./parts.js";

export function htmlReport(report: SimulationReport): string {
  const body = [
    `<h1>${escapeXml(report.title)}</h1>`,
    ...report.notes.map(faint),
    ...report.runs.map((run, index) => runSection(run, `run${index}`)),
    distributions(report.runs),
  ];
  return htmlPage({ title: report.title, body: body.filter((part) => part !== "").join("\n") });
}

function runSection(run: ReportedRun, id: string): string {
  const { result, scenario, trace } = run;
  const parts = [
    run.label === "" ? "" : `<h2>${escapeXml(run.label)}</h2>`,
    faint(`${describeRuntime(scenario.runtime)}; seed ${scenario.seed ?? 1}`),
    ...warnings(result).map(warningBox),
    cards(headline(run)),
    trace === null ? "" : `<div class="scroll">${lanesSvg(trace, { id, styled: true })}</div>`,
    htmlTable(latencyTable(result)),
  ];
  if (result.causes.length > 0) {
    const items = result.causes.map(causeItem);
    parts.push(`<h3>Why</h3><ul>${items.join("")}</ul>`);
  }
  const source = escapeXml(JSON.stringify(scenario)).slice(0, 20_000);
  parts.push(`<details><summary>Scenario</summary><pre>${source}</pre></details>`);
  return `<section>${parts.filter((part) => part !== "").join("\n")}</section>`;
}

function causeItem(cause: Cause): string {
  const tried = remedyTable(cause);
  if (tried === null) return `<li>${escapeXml(cause.text)}</li>`;
  const rows = tried.rows.map(({ helps, left, text }) => {
    const row = `<b>${escapeXml(left)}</b> ${escapeXml(text)}`;
    return helps ? `<li>${row}</li>` : `<li class="faint">${row}</li>`;
  });
  return `<li>${escapeXml(cause.text)}<p class="faint">${escapeXml(tried.heading)}</p><ul>${rows.join("")}</ul></li>`;
}

/** The run in four figures. */
function headline({ result }: ReportedRun): Card[] {
  const tasks = Object.entries(result.tasks).filter(([name]) => !result.growing.includes(name));
  const worst = tasks.reduce<[string, number] | undefined>((most, [name, task]) => {
    const p99 = task.latencyMs?.p99 ?? 0;
    return most === undefined || p99 > most[1] ? [name, p99] : most;
  }, undefined);
  const blocked = result.workers.reduce((sum, worker) => sum + worker.blockedMs, 0);
  const completed = Object.values(result.tasks).reduce((sum, task) => sum + task.completed, 0);
  return [
    { figure: formatMs(result.makespanMs), caption: "until the last completion" },
    { figure: formatCount(completed), caption: "tasks completed" },
    ...(worst === undefined
      ? []
      : [{ figure: formatMs(worst[1]), caption: `99th percentile of ${worst[0]}` }]),
    { figure: formatMs(blocked), caption: "of the workers' time blocked, in all" },
  ];
}

/** For each task name that has latencies, all runs below each other. */
function distributions(runs: readonly ReportedRun[]): string {
  const names = [...new Set(runs.flatMap((run) => Object.keys(run.result.tasks)))];
  const pictures = names.flatMap((name) => {
    const sets = runs.flatMap(({ label, trace }): LatencySamples[] =>
      trace === null ? [] : [{ label, samples: latencies(trace, name) }],
    );
    const picture = distributionSvg(name, sets);
    return picture === "" ? [] : [`<h3>${escapeXml(name)}</h3>${picture}`];
  });
  return pictures.length === 0 ? "" : `<h2>Latencies</h2>${pictures.join("\n")}`;
}

/** Milliseconds from arrival to completion of the completed tasks of that name. */
function latencies(trace: Trace, name: string): Float64Array {
  const wanted = trace.taskNames.indexOf(name);
  const found: number[] = [];
  for (let index = 0; index < trace.tasks.length; index++) {
    const latency = trace.tasks.completedNs[index] - trace.tasks.arrivalNs[index];
    if (trace.tasks.name[index] === wanted && !Number.isNaN(latency)) found.push(latency / 1e6);
  }
  return Float64Array.from(found);
}
