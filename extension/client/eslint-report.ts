/** The safety net against reporting twice: ESLint's own diagnostics tell whether it runs our rules. */

/** What of a diagnostic decides: a plain object, so that the decision can be tested without VS Code. */
export interface SourcedDiagnostic {
  readonly source?: string | undefined;
  readonly code?: string | number | { readonly target: { readonly path: string } } | undefined;
}

/** A diagnostic of the ESLint extension that links to the documentation of one of our rules. */
export function isEslintsReportOfOurs({ source, code }: SourcedDiagnostic): boolean {
  return (
    source === "eslint" &&
    typeof code === "object" &&
    /\/unblock\/.*\/docs\/rules\/[a-z-]+\.md$/u.test(code.target.path)
  );
}
