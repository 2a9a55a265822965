import { cost } from "./cost.js";
import type { AsyncForm, CatalogModule } from "./types.js";

const machine = "Node 20, 2-core VM";

/** The function of `node:crypto` that takes a callback and runs on libuv's threads. */
function callback(name: string): AsyncForm {
  return { module: "node:crypto", name, style: "callback", onThreadpool: true };
}

/** Time for one iteration of HMAC, SHA-512 being 1. */
const digestCosts: Readonly<Record<string, number>> = {
  sha1: 0.5,
  "sha-1": 0.5,
  sha224: 0.5,
  "sha-224": 0.5,
  sha256: 0.5,
  "sha-256": 0.5,
};

const digestBytes: Readonly<Record<string, number>> = {
  md5: 16,
  sha1: 20,
  "sha-1": 20,
  sha224: 28,
  "sha-224": 28,
  sha256: 32,
  "sha-256": 32,
  "sha3-256": 32,
  sha384: 48,
  "sha-384": 48,
};

const cheap = "takes microseconds, and has no asynchronous form";
const perKilobyte =
  "takes about 0.7 ms for each MB: what matters is the data's size, which is not known here";

export const nodeCrypto: CatalogModule = {
  module: "node:crypto",
  aliases: ["crypto"],
  apis: {
    argon2Sync: {
      missingIn: "Node.js before 24",
      kind: "cpu",
      cost: cost(40, 360, 4000, "64 MiB, 3 passes, 4 lanes (RFC 9106); Node 26, 2-core VM"),
      formula: {
        factors: [
          { argument: 1, properties: ["memory"] },
          { argument: 1, properties: ["passes"] },
        ],
        perUnitMs: 0.0018,
        unit: "KiB·passes",
        basis: "355 ms for 64 MiB and 3 passes, and in proportion; Node 26, 2-core VM",
      },
      asyncForm: callback("argon2"),
    },
    checkPrimeSync: {
      kind: "cpu",
      cost: cost(5, 38, 500, `a prime of 1,024 bits; ${machine}`),
      asyncForm: callback("checkPrime"),
    },
    createDiffieHellman: {
      kind: "cpu",
      cost: cost(
        40,
        2000,
        60_000,
        `searches for a safe prime; 512 bits take 40 to 700 ms; ${machine}`,
      ),
      when: [{ is: "number", argument: 0 }],
    },
    generateKeyPairSync: {
      kind: "cpu",
      cost: cost(
        0.1,
        240,
        5500,
        `RSA of 2,048 bits; lower end: Ed25519; upper end: RSA of 4,096; ${machine}`,
      ),
      asyncForm: {
        ...callback("generateKeyPair"),
        caveat:
          "promisified, it resolves to { publicKey, privateKey }, as the synchronous form returns",
      },
    },
    generateKeySync: {
      kind: "cpu",
      cost: cost(0.005, 0.01, 1, `HMAC, 256 bits; ${machine}`),
      asyncForm: callback("generateKey"),
    },
    generatePrimeSync: {
      kind: "cpu",
      cost: cost(5, 106, 1000, `1,024 bits; lower end: 512; upper end: 2,048; ${machine}`),
      asyncForm: callback("generatePrime"),
    },
    hkdfSync: {
      kind: "cpu",
      cost: cost(0.015, 0.02, 0.5, `SHA-256, 64 bytes; ${machine}`),
      asyncForm: callback("hkdf"),
    },
    pbkdf2Sync: {
      kind: "cpu",
      cost: cost(
        5,
        100,
        700,
        `100,000 iterations of SHA-512; lower end: 10,000 of SHA-256; ${machine}`,
      ),
      formula: {
        factors: [{ argument: 2 }],
        weights: [
          { argument: 4, values: digestCosts, fallback: 1 },
          // Each block of the key, as long as the digest, takes all iterations.
          { argument: 3, fallback: 1, per: { argument: 4, values: digestBytes, fallback: 64 } },
        ],
        perUnitMs: 0.001,
        unit: "iterations",
        basis: `1.0 µs for each iteration of SHA-512, half of it for SHA-1 and SHA-256; ${machine}`,
      },
      asyncForm: callback("pbkdf2"),
    },
    randomFillSync: {
      kind: "cpu",
      cost: cost(0.003, 0.005, 1, `1 kB; ${machine}; 0.3 ms for each MB`),
      asyncForm: callback("randomFill"),
    },
    scryptSync: {
      kind: "cpu",
      cost: cost(40, 48, 500, `N 16,384, r 8, p 1; ${machine}`),
      formula: {
        factors: [
          { argument: 3, properties: ["N", "cost"], fallback: 16_384 },
          { argument: 3, properties: ["r", "blockSize"], fallback: 8 },
          { argument: 3, properties: ["p", "parallelization"], fallback: 1 },
        ],
        perUnitMs: 0.000_37,
        unit: "N·r·p",
        basis: `48 ms for N 16,384, r 8, p 1, and in proportion; ${machine}`,
      },
      asyncForm: callback("scrypt"),
    },
  },
  harmless: {
    createHash: perKilobyte,
    createHmac: perKilobyte,
    hash: perKilobyte,
    createCipheriv: perKilobyte,
    createDecipheriv: perKilobyte,
    randomBytes: "without a callback it takes 5 µs for a token; 0.35 ms for each MB",
    randomInt: cheap,
    randomUUID: cheap,
    getRandomValues: cheap,
    sign: "a signature takes 0.03 (ECDSA) to 0.9 ms (RSA of 2,048 bits): less than handing it to a thread",
    verify: "takes 0.03 to 0.1 ms: less than handing it to a thread",
  },
};
