/** The options that the rules share: what is reported, where, and what else blocks. */
import type { Rule } from "eslint";
import type {
  BlockingKind,
  CatalogModule,
  Confidence,
  ExecutionContext,
} from "../analysis/linting.js";

/** A JSON Schema, as ESLint takes it. */
export type JsonSchema = Exclude<
  NonNullable<Rule.RuleMetaData["schema"]>,
  false | readonly unknown[]
>;

/** What may be chosen as on the event loop. */
export const contexts = [
  "async",
  "promise",
  "reaction",
  "handler",
  "listener",
  "timer",
  "callback",
  "top-level",
] as const satisfies readonly ExecutionContext[];

/** An API that the catalog does not know. */
export interface UserApi {
  readonly module: string;
  readonly name: string;
  readonly kind?: BlockingKind;
  readonly typicalMs?: number;
  readonly construct?: boolean;
  readonly async?: {
    readonly module: string;
    readonly name: string;
    readonly style?: "promise" | "callback";
  };
}

/** What the analysis itself must know; the rest only selects among its findings. */
export interface AnalysisOptions {
  readonly apis?: readonly UserApi[];
  readonly calibration?: boolean | string;
  readonly followPackages?: boolean;
}

export interface RuleOptions extends AnalysisOptions {
  readonly confidence?: Confidence;
  readonly kinds?: readonly BlockingKind[];
  readonly minimumMs?: number;
  readonly allow?: readonly string[];
  readonly allowIn?: readonly string[];
  readonly contexts?: readonly Exclude<ExecutionContext, "spin">[];
  readonly fix?: boolean;
}

const kinds: readonly BlockingKind[] = ["io", "process", "cpu", "wait", "dialog", "database"];

/** The properties that every rule's schema has. */
export const sharedProperties: Readonly<Record<string, JsonSchema>> = {
  confidence: {
    description:
      "The least certain findings that are reported: `definite` (default), `probable` or `possible`.",
    enum: ["definite", "probable", "possible"],
  },
  kinds: {
    description: "What is reported, by what it spends its time on. Default: everything.",
    type: "array",
    items: { enum: [...kinds] },
    uniqueItems: true,
  },
  minimumMs: {
    description: "The least typical time in milliseconds that is reported. Default: 0.",
    type: "number",
    minimum: 0,
  },
  allow: {
    description:
      'APIs that are never reported, by origin: a module ("node:fs"), a member ("node:fs.existsSync") or a global ("Atomics.wait").',
    type: "array",
    items: { type: "string", minLength: 1 },
    uniqueItems: true,
  },
  allowIn: {
    description:
      'Files in which nothing is reported, as globs relative to the working directory: "**/*.test.ts", "scripts/**".',
    type: "array",
    items: { type: "string", minLength: 1 },
    uniqueItems: true,
  },
  contexts: {
    description:
      "What counts as on the event loop. Default: `async`, `promise` and `reaction`. `handler`, `listener`, `timer` and `callback` (Node.js' style, an error first) add functions that are not async themselves, `top-level` a module's body after its first `await`.",
    type: "array",
    items: {
      enum: [...contexts],
    },
    uniqueItems: true,
  },
  apis: {
    description: "APIs that block and that the catalog does not know.",
    type: "array",
    items: {
      type: "object",
      properties: {
        module: {
          description:
            'The module, as it is imported, or "global". A file of the project goes by its path from the working directory: "./src/legacy-db.js".',
          type: "string",
          minLength: 1,
        },
        name: {
          description:
            'The export: "querySync", "default", or a method of what is constructed: "Client.prototype.querySync".',
          type: "string",
          minLength: 1,
        },
        kind: {
          description: "What it spends its time on. Default: `io`.",
          enum: [...kinds],
        },
        typicalMs: {
          description: "How long it takes, in milliseconds. Default: 10.",
          type: "number",
          minimum: 0,
        },
        construct: {
          description: "Whether it is a class whose construction blocks.",
          type: "boolean",
        },
        async: {
          description: "The form that does not block.",
          type: "object",
          properties: {
            module: { description: "Its module.", type: "string", minLength: 1 },
            name: { description: "Its export.", type: "string", minLength: 1 },
            style: {
              description: "How it gives its result. Default: `promise`.",
              enum: ["promise", "callback"],
            },
          },
          required: ["module", "name"],
          additionalProperties: false,
        },
      },
      required: ["module", "name"],
      additionalProperties: false,
    },
  },
  calibration: {
    description:
      "Whether durations measured by `unblock calibrate` stand in place of typical ones: `true` for the file in the cache folder where there is one, or a path. Default: false.",
    anyOf: [{ type: "boolean" }, { type: "string", minLength: 1 }],
  },
  followPackages: {
    description: "Whether calls are followed into installed packages. Default: false.",
    type: "boolean",
  },
};

/** The properties of rules that mend what they report. */
export const fixProperties: Readonly<Record<string, JsonSchema>> = {
  fix: {
    description:
      "Whether `--fix` applies the first suggestion where that keeps the order of effects within the function. Default: false.",
    type: "boolean",
  },
};

/** The catalog entries that users' own APIs are. */
export function catalogOf(apis: readonly UserApi[]): CatalogModule[] {
  return apis.map((one) => {
    const typicalMs = one.typicalMs ?? 10;
    return {
      module: one.module,
      aliases: [],
      apis: {
        [one.name]: {
          kind: one.kind ?? "io",
          cost: {
            lowMs: typicalMs,
            typicalMs,
            highMs: typicalMs,
            basis: one.typicalMs === undefined ? "an assumption" : "your settings",
            ...(one.typicalMs === undefined ? {} : { source: "set" as const }),
          },
          ...(one.construct === true ? { construct: true } : {}),
          ...(one.async === undefined
            ? {}
            : {
                asyncForm: {
                  module: one.async.module,
                  name: one.async.name,
                  style: one.async.style ?? "promise",
                  onThreadpool: false,
                },
              }),
        },
      },
    };
  });
}
