/** Notices when the ESLint extension reports our rules, so that nothing is reported twice. */
import * as vscode from "vscode";
import type { EslintReportsParams } from "../protocol.js";

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

export function watchEslint(notify: (params: EslintReportsParams) => void): vscode.Disposable {
  const reported = new Set<string>();
  const look = (uris: readonly vscode.Uri[]) => {
    for (const uri of uris) {
      const key = uri.toString();
      const reports = vscode.languages.getDiagnostics(uri).some(isEslintsReportOfOurs);
      if (reports === reported.has(key)) continue;
      if (reports) reported.add(key);
      else reported.delete(key);
      notify({ uri: key, reports });
    }
  };
  look(vscode.languages.getDiagnostics().map(([uri]) => uri));
  return vscode.languages.onDidChangeDiagnostics((event) => look(event.uris));
}
