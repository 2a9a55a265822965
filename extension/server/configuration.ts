/** How our rules are configured, by the workspace or by our own recommendation. */

/** How a rule is configured: its severity, then its options. */
export type RuleEntry = readonly [severity: 0 | 1 | 2, ...options: unknown[]];

/** The workspace's own configuration of our rules. */
export interface RuleConfiguration {
  /** What the workspace calls our plugin; inline comments use that name. */
  readonly namespace: string;
  /** By rule name without the namespace. */
  readonly rules: Readonly<Record<string, RuleEntry>>;
}
