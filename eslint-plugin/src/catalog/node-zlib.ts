import { cost } from "./cost.js";
import type { BlockingApi, CatalogModule, CostRange } from "./types.js";

const machine = "Node 20, 2-core VM";

const compress = cost(
  0.4,
  0.5,
  50,
  `100 kB of text; upper end: 1 MB that does not compress; ${machine}`,
);
const decompress = cost(0.07, 0.1, 10, `100 kB of text; upper end: many MB; ${machine}`);

/** The function of the same name without `Sync` takes a callback and runs on libuv's threads. */
function zlib(name: string, range: CostRange): BlockingApi {
  return {
    kind: "cpu",
    cost: range,
    asyncForm: { module: "node:zlib", name, style: "callback", onThreadpool: true },
  };
}

export const nodeZlib: CatalogModule = {
  module: "node:zlib",
  aliases: ["zlib"],
  apis: {
    brotliCompressSync: zlib(
      "brotliCompress",
      cost(
        4.5,
        5.6,
        1200,
        `100 kB of text at quality 11; upper end: 1 MB that does not compress; ${machine}`,
      ),
    ),
    brotliDecompressSync: zlib("brotliDecompress", decompress),
    deflateRawSync: zlib("deflateRaw", compress),
    deflateSync: zlib("deflate", compress),
    gunzipSync: zlib("gunzip", decompress),
    gzipSync: zlib("gzip", compress),
    inflateRawSync: zlib("inflateRaw", decompress),
    inflateSync: zlib("inflate", decompress),
    unzipSync: zlib("unzip", decompress),
    zstdCompressSync: { ...zlib("zstdCompress", compress), missingIn: "Node.js before 22" },
    zstdDecompressSync: { ...zlib("zstdDecompress", decompress), missingIn: "Node.js before 22" },
  },
  harmless: {
    createZipArchiveSync:
      "a generator: it compresses an entry with each step, which costs what the entry costs",
    crc32: "takes 0.1 ms for each MB or less, and has no asynchronous form",
  },
};
