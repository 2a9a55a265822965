/** Packages that hash and sign. What each exports was read from its published version. */
import { cost } from "./cost.js";
import type { BlockingApi, CatalogModule, CostRange } from "./types.js";

const machine = "Node 20, 2-core VM";

interface Bcrypt {
  readonly module: string;
  readonly perUnitMs: number;
  readonly typicalMs: number;
  readonly onThreadpool: boolean;
  readonly caveat?: string;
}

function bcryptModule({
  module,
  perUnitMs,
  typicalMs,
  onThreadpool,
  caveat,
}: Bcrypt): CatalogModule {
  const range = cost(
    perUnitMs * 2 ** 8,
    typicalMs,
    perUnitMs * 2 ** 14,
    `10 rounds; lower end: 8; upper end: 14; ${machine}`,
  );
  const api = (name: string): BlockingApi => ({
    kind: "cpu",
    cost: range,
    asyncForm: {
      module,
      name,
      style: "promise",
      onThreadpool,
      ...(caveat === undefined ? {} : { caveat }),
    },
  });
  return {
    module,
    aliases: [],
    apis: {
      hashSync: {
        ...api("hash"),
        formula: {
          // bcryptjs and bcrypt both take 10 where the rounds are left out.
          factors: [{ argument: 1, fallback: 10, growth: "exponential" }],
          perUnitMs,
          unit: "iterations",
          basis: `2 to the power of the rounds; ${machine}`,
        },
      },
      compareSync: api("compare"),
      genSaltSync: {
        ...api("genSalt"),
        cost: cost(0.003, 0.005, 0.1, `16 random bytes; ${machine}`),
      },
    },
  };
}

/** Hashes in native code, whose asynchronous forms run on libuv's threads. */
function nodeRs(
  module: string,
  range: CostRange,
  names: Readonly<Record<string, string>>,
): CatalogModule {
  const apis = Object.entries(names).map(([name, asyncName]): [string, BlockingApi] => [
    name,
    {
      kind: "cpu",
      cost: range,
      asyncForm: { module, name: asyncName, style: "promise", onThreadpool: true },
    },
  ]);
  return { module, aliases: [], apis: Object.fromEntries(apis) };
}

const jsonWebToken: CatalogModule = {
  module: "jsonwebtoken",
  aliases: [],
  apis: {
    sign: {
      kind: "cpu",
      cost: cost(0.46, 0.77, 2, `HS256, or RS256 with 2,048 bits; ${machine}`),
      when: [{ is: "no-callback" }],
      asyncForm: {
        module: "jsonwebtoken",
        name: "sign",
        style: "callback",
        onThreadpool: false,
        caveat: "computes on the same thread all the same",
      },
    },
    verify: {
      kind: "cpu",
      cost: cost(0.46, 0.49, 2, `HS256; ${machine}`),
      when: [{ is: "no-callback" }],
      asyncForm: {
        module: "jsonwebtoken",
        name: "verify",
        style: "callback",
        onThreadpool: false,
        caveat: "computes on the same thread all the same",
      },
    },
  },
  harmless: { decode: "parses a short text" },
};

export const cryptoPackages: readonly CatalogModule[] = [
  bcryptModule({ module: "bcrypt", perUnitMs: 0.07, typicalMs: 71, onThreadpool: true }),
  bcryptModule({
    module: "bcryptjs",
    perUnitMs: 0.1,
    typicalMs: 101,
    onThreadpool: false,
    caveat: "it computes on the same thread all the same, in slices of up to 100 ms",
  }),
  nodeRs("@node-rs/argon2", cost(10, 25, 1000, `argon2id with its defaults; an estimate`), {
    hashSync: "hash",
    hashRawSync: "hashRaw",
    verifySync: "verify",
  }),
  nodeRs("@node-rs/bcrypt", cost(20, 250, 1000, "12 rounds, its default; an estimate"), {
    hashSync: "hash",
    compareSync: "compare",
    verifySync: "verify",
  }),
  jsonWebToken,
];
