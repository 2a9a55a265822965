/** The language server's entry. */
import path from "node:path";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { collectingWhenIdle } from "./idle-collection.js";
import { createEmbeddedLinter } from "./linter.js";
import { createProber, startProbeThread } from "./probe/prober.js";
import { startServer } from "./server.js";

// The bundles stand side by side in dist/.
const probeEntry = path.join(__dirname, "probe.cjs");

startServer(
  createConnection(ProposedFeatures.all),
  collectingWhenIdle(createEmbeddedLinter(), () => {
    // There with the flag that the client starts this process with.
    globalThis.gc?.({ type: "minor" });
  }),
  createProber(() => startProbeThread(probeEntry)),
);
