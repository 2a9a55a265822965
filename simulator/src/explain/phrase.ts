/** Sentences as data: an English template and what fills it, so that they can be told in other languages too. */
import type { Lane } from "../engine/trace.js";

export interface Phrase {
  /** With `{0}`, `{1}` and so on, where the values go. */
  readonly template: string;
  readonly values: readonly PhraseValue[];
}

export type PhraseValue =
  | string
  | number
  | Phrase
  | { readonly durationMs: number }
  | { readonly lane: Lane }
  | { readonly task: string };

/** `template` must be written out where this is called: translations are looked for there. */
export function phrase(template: string, ...values: readonly PhraseValue[]): Phrase {
  return { template, values };
}

/** How a language says what it says in its own way. */
export interface Language {
  readonly say: (template: string, ...values: readonly (string | number)[]) => string;
  readonly duration: (ms: number) => string;
  readonly lane: (lane: Lane) => string;
  readonly task: (name: string) => string;
}

/** The phrase as text, beginning with a capital letter. */
export function tell(of: Phrase, language: Language): string {
  const text = textOf(of, language);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function textOf(value: PhraseValue, language: Language): string {
  if (typeof value !== "object") return String(value);
  if ("durationMs" in value) return language.duration(value.durationMs);
  if ("lane" in value) return language.lane(value.lane);
  if ("task" in value) return language.task(value.task);
  const values = value.values.map((each) => textOf(each, language));
  return language.say(value.template, ...values);
}

export const english: Language = {
  say: (template, ...values) =>
    template.replace(/\{(\d+)\}/g, (_, index: string) => String(values[Number(index)])),
  duration,
  lane: ({ name }) => name,
  task: (name) => name,
};

/** 0.5 ms, 198 ms, 2.5 s: three digits. */
function duration(ms: number): string {
  return ms >= 1000 ? `${threeDigits(ms / 1000)} s` : `${threeDigits(ms)} ms`;
}

function threeDigits(value: number): string {
  return String(Number(value.toPrecision(3)));
}
