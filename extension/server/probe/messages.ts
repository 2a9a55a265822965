/** What goes between the server and the thread that loads the workspace's ESLint configuration. */
import type { RuleConfiguration } from "../configuration.js";
import type { ConfigurationSources } from "./configuration-sources.js";

export interface ProbeRequest {
  readonly id: number;
  /** Absolute path of the file that is asked about. */
  readonly file: string;
  /** The workspace folder; configurations above it do not count. */
  readonly folder: string;
}

export type ProbeOutcome =
  /** The workspace's configuration has our plugin. */
  | { readonly found: true; readonly configuration: RuleConfiguration }
  /** It does not, and `why` says so in one sentence. `failed` is true where the configuration could not be read. */
  | { readonly found: false; readonly why: string; readonly failed: boolean };

export interface ProbeAnswer {
  readonly id: number;
  readonly outcome: ProbeOutcome;
  /** Of which files the configuration is made; undefined where there is none. */
  readonly sources?: ConfigurationSources | undefined;
}
