/** The language server's entry. */
import path from "node:path";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { createAnalyst } from "./analyst.js";
import { createProber, startProbeThread } from "./probe/prober.js";
import { startServer } from "./server.js";

// The bundles stand side by side in dist/.
const probeEntry = path.join(__dirname, "probe.cjs");

startServer(
  createConnection(ProposedFeatures.all),
  createAnalyst(),
  createProber(() => startProbeThread(probeEntry)),
);
