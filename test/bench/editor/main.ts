/** The editor's benchmarks one after the other: the language server's, the panel's, the activation. Takes `--record`. */
await import("./server.js");
await import("./panel.js");
await import("./activation.js");

export {};
