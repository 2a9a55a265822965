/** The thread that loads the workspace's ESLint: a configuration that hangs or exits takes only this thread with it. */
import { parentPort } from "node:worker_threads";
import type { ProbeAnswer, ProbeRequest } from "./messages.js";
import { configurationSources, type ConfigurationSources } from "./configuration-sources.js";
import { configurationOf, readConfiguration } from "./read-configuration.js";

/** By configuration: the thread ends when one of them changes. */
const known = new Map<string, ConfigurationSources>();

function sourcesOf(configuration: string): ConfigurationSources {
  const sources = known.get(configuration) ?? configurationSources(configuration);
  known.set(configuration, sources);
  return sources;
}

parentPort?.on("message", ({ id, file, folder }: ProbeRequest) => {
  const configuration = configurationOf(file, folder);
  const sources = configuration === undefined ? undefined : sourcesOf(configuration);
  void readConfiguration(file, folder, sourcesOf).then((outcome) => {
    parentPort?.postMessage({ id, outcome, sources } satisfies ProbeAnswer);
  });
});
