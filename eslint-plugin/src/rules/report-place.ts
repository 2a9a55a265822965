/** Where a rule reports: its name without the namespace, and where the report starts. */
export interface ReportPlace {
  readonly rule: string;
  /** From 1. */
  readonly line: number;
  /** From 0. */
  readonly column: number;
}
