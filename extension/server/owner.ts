/** Decides who reports a file's findings, so that nothing is reported twice and the user can see why. */
import type { DiagnosticsOwner } from "../protocol.js";
import type { RuleConfiguration } from "./configuration.js";
import { recommended } from "./flat-config.js";
import type { ProbeOutcome } from "./probe/messages.js";
import type { OwnerSetting } from "./settings.js";
import type { Translate } from "./translate.js";

export interface OwnerQuestion {
  readonly setting: OwnerSetting;
  readonly trusted: boolean;
  /** Whether the ESLint extension is installed and switched on. */
  readonly eslintExtension: boolean;
  /** Whether the ESLint extension reports our rules in this file right now. */
  readonly eslintReports: boolean;
  /** Absent where the workspace was not asked: untrusted, or a document without a file. */
  readonly probe: ProbeOutcome | undefined;
}

export interface Ownership {
  readonly owner: DiagnosticsOwner;
  /** One sentence for the language status item. */
  readonly reason: string;
  /** By which the embedded linter works, whoever owns the diagnostics: lenses and hovers follow the same options. */
  readonly configuration: RuleConfiguration;
}

export function decideOwner(question: OwnerQuestion, translate: Translate): Ownership {
  const { setting, probe } = question;
  const configuration = probe?.found === true ? probe.configuration : recommended;
  const decided = (owner: DiagnosticsOwner, reason: string): Ownership => ({
    owner,
    reason,
    configuration,
  });
  if (setting !== "auto") {
    return decided(setting, translate("The setting {0} says so.", "unblock.diagnostics.owner"));
  }
  if (question.eslintReports) {
    return decided(
      "eslint",
      translate("The ESLint extension reports Unblock's rules in this file."),
    );
  }
  if (!question.trusted) {
    return decided(
      "extension",
      translate("The workspace is not trusted, so its ESLint configuration was not loaded."),
    );
  }
  if (probe === undefined) {
    return decided("extension", translate("The document has no file that ESLint could look at."));
  }
  // The probe's sentences are few and fixed, save where a configuration's own error stands in them.
  if (!probe.found) return decided("extension", translate(probe.why));
  if (!isAnyRuleOn(configuration)) {
    return decided(
      "off",
      translate("The workspace's ESLint configuration switches the rules off here."),
    );
  }
  return question.eslintExtension
    ? decided(
        "eslint",
        translate("The ESLint extension runs, and its configuration has the rules."),
      )
    : decided(
        "extension",
        translate(
          "The workspace's ESLint configuration has the rules, but the ESLint extension is not there.",
        ),
      );
}

function isAnyRuleOn({ rules }: RuleConfiguration): boolean {
  return Object.values(rules).some(([severity]) => severity !== 0);
}
