/** The editor's benchmarks one after the other: the language server's, then the panel's. Takes `--record`. */
await import("./server.js");
await import("./panel.js");

export {};
