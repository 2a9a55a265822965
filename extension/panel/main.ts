/** The panel's page: connects VS Code, the simulator and the views. */
import { h, render } from "preact";
import { connectHost, readBootstrap } from "./host.js";
import { startSession } from "./session.js";
import { atOnce } from "./simulation/at-once.js";
import { untilFirstPicture } from "./simulation/first-picture.js";
import { inPage, inWorkers } from "./simulation/simulator.js";
import "./style.css";
import { App } from "./view/app.js";
import { warmUp } from "./warm-up.js";

/** The bundled text of simulation/worker.ts; the build puts it in. */
declare const simulationWorkerSource: string;

const root = document.getElementById("unblock");
if (root === null) throw new Error("The page has no element #unblock.");
const bootstrap = readBootstrap(root);
const host = connectHost();
const simulator = typeof Worker === "undefined" ? inPage() : inWorkers(simulationWorkerSource);
// Before anything is drawn: the workers can begin meanwhile.
const session = startSession(host, atOnce(untilFirstPicture(simulator)));
render(h(App, { session, host, bootstrap }), root);
warmUp(root, bootstrap.locale);
