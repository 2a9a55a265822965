/** Notices when the ESLint extension reports our rules, so that nothing is reported twice. */
import * as vscode from "vscode";
import type { EslintReportsParams } from "../protocol.js";
import { isEslintsReportOfOurs } from "./eslint-report.js";

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
