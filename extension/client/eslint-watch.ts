/** Notices when the ESLint extension reports our rules, so that nothing is reported twice. */
import * as vscode from "vscode";
import type { EslintReportsParams } from "../protocol.js";
import { isEslintsReportOfOurs } from "./eslint-report.js";

export class EslintWatch implements vscode.Disposable {
  private readonly notify: (params: EslintReportsParams) => void;
  private readonly reported = new Set<string>();
  private readonly subscription: vscode.Disposable;

  constructor(notify: (params: EslintReportsParams) => void) {
    this.notify = notify;
    this.look(vscode.languages.getDiagnostics().map(([uri]) => uri));
    this.subscription = vscode.languages.onDidChangeDiagnostics(({ uris }) => this.look(uris));
  }

  /** Tells a server that has just started what was noticed before. */
  repeat(): void {
    for (const uri of this.reported) this.notify({ uri, reports: true });
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private look(uris: readonly vscode.Uri[]): void {
    for (const uri of uris) {
      const key = uri.toString();
      const reports = vscode.languages.getDiagnostics(uri).some(isEslintsReportOfOurs);
      if (reports === this.reported.has(key)) continue;
      if (reports) this.reported.add(key);
      else this.reported.delete(key);
      this.notify({ uri: key, reports });
    }
  }
}
