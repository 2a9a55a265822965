import type { SnippetSet } from "../snippet.js";
import { apiOrigins } from "./api-origins.js";
import { apiSpellings } from "./api-spellings.js";
import { applicationCode } from "./application-code.js";
import { backends } from "./backends.js";
import { barrels } from "./barrels.js";
import { blockingInPractice } from "./blocking-in-practice.js";
import { callGraphsInPractice } from "./call-graphs-in-practice.js";
import { callPaths } from "./call-paths.js";
import { callbacks } from "./callbacks.js";
import { chainForms } from "./chain-forms.js";
import { chains } from "./chains.js";
import { classChains } from "./class-chains.js";
import { compiled } from "./compiled.js";
import { concurrency } from "./concurrency.js";
import { developerTools } from "./developer-tools.js";
import { everydayCode } from "./everyday-code.js";
import { everydayProjects } from "./everyday-projects.js";
import { everydaySilence } from "./everyday-silence.js";
import { execution } from "./execution.js";
import { frameworks } from "./frameworks.js";
import { handlersAndThreads } from "./handlers-and-threads.js";
import { harmlessDoubles } from "./harmless-doubles.js";
import { harmlessLibraries } from "./harmless-libraries.js";
import { helpersThatBlock } from "./helpers-that-block.js";
import { idleLoops } from "./idle-loops.js";
import { imports } from "./imports.js";
import { inlineAndLater } from "./inline-and-later.js";
import { innocent } from "./innocent.js";
import { languageCalls } from "./language-calls.js";
import { languageForms } from "./language-forms.js";
import { loopShapes } from "./loop-shapes.js";
import { loopsInPractice } from "./loops-in-practice.js";
import { loopsThatWait } from "./loops-that-wait.js";
import { loops } from "./loops.js";
import { moduleInterop } from "./module-interop.js";
import { moduleSurfaces } from "./module-surfaces.js";
import { namedAlike } from "./named-alike.js";
import { nearMisses } from "./near-misses.js";
import { notWhatItSeems } from "./not-what-it-seems.js";
import { offLoop } from "./off-loop.js";
import { packageUses } from "./package-uses.js";
import { packages } from "./packages.js";
import { patterns } from "./patterns.js";
import { platformEdges } from "./platform-edges.js";
import { platform } from "./platform.js";
import { programs } from "./programs.js";
import { projectChains } from "./project-chains.js";
import { promises } from "./promises.js";
import { pullRequestCode } from "./pull-request-code.js";
import { pullRequestPlatform } from "./pull-request-platform.js";
import { reachedInPractice } from "./reached-in-practice.js";
import { reaching } from "./reaching.js";
import { references } from "./references.js";
import { resolution } from "./resolution.js";
import { reviewModules } from "./review-modules.js";
import { review } from "./review.js";
import { runtimes } from "./runtimes.js";
import { servers } from "./servers.js";
import { silence } from "./silence.js";
import { smallClaims } from "./small-claims.js";
import { spinning } from "./spinning.js";
import { threadsAndBuilds } from "./threads-and-builds.js";
import { toolsAndRuntimes } from "./tools-and-runtimes.js";
import { turnsAndHandlers } from "./turns-and-handlers.js";
import { turnsInPractice } from "./turns-in-practice.js";
import { turns } from "./turns.js";
import { waitingLoops } from "./waiting-loops.js";
import { waysToAnApi } from "./ways-to-an-api.js";
import { webJobs } from "./web-jobs.js";
import { webServices } from "./web-services.js";
import { wholeTools } from "./whole-tools.js";
import { writtenTypes } from "./written-types.js";

/** All snippets, by theme. */
export const sets: Readonly<Record<string, SnippetSet>> = {
  Imports: imports,
  "Reaching an API": reaching,
  "Where code runs": execution,
  Promises: promises,
  "Other threads": offLoop,
  "The platform": platform,
  Packages: packages,
  Loops: loops,
  Chains: chains,
  "Finding files": resolution,
  "Services and tools": servers,
  "As reviewers see it": { ...pullRequestCode, ...pullRequestPlatform },
  "Code that only looks like it": silence,
  Frameworks: frameworks,
  "Programs and workers": programs,
  "References and wrappers": references,
  "Callbacks and reactions": callbacks,
  "Compiled and typed syntax": compiled,
  "Barrels and projects": barrels,
  "Runtimes and installed packages": runtimes,
  "Spinning and working": spinning,
  "Innocent code": innocent,
  "Objects and modules": patterns,
  "Concurrency and waiting": concurrency,
  "As it comes up in reviews": { ...review, ...reviewModules },
  "Ways between modules": { ...moduleInterop, ...moduleSurfaces },
  "At once, later, elsewhere": { ...inlineAndLater, ...handlersAndThreads },
  "Chains as they come": chainForms,
  "Waiting in loops": waitingLoops,
  "Packages in use": packageUses,
  "Spellings of an API": apiSpellings,
  Applications: applicationCode,
  "Shapes of loops": loopShapes,
  "Paths of calls": callPaths,
  "Alike by name": namedAlike,
  "Threads and builds": threadsAndBuilds,
  "Small claims": smallClaims,
  "Origins of an API": apiOrigins,
  "Turns of the loop": turns,
  "Chains through projects": { ...projectChains, ...classChains },
  "Idle and busy loops": idleLoops,
  "Servers and tools as whole files": { ...backends, ...wholeTools },
  "Web services": { ...webServices, ...webJobs },
  "Developers' tools": developerTools,
  "Forms of the languages": { ...languageForms, ...languageCalls },
  "Edges of platforms": platformEdges,
  "Everyday code": { ...everydayCode, ...everydayProjects, ...everydaySilence },
  "Harmless doubles": { ...harmlessDoubles, ...harmlessLibraries },
  "Ways to an API": waysToAnApi,
  "Turns and handlers": turnsAndHandlers,
  "Loops that wait": loopsThatWait,
  "Helpers that block": helpersThatBlock,
  "Not what it seems": notWhatItSeems,
  "Tools and runtimes": toolsAndRuntimes,
  "APIs as they are reached": reachedInPractice,
  "Turns as they come": turnsInPractice,
  "What blocks, and what does not": blockingInPractice,
  "Loops, waiting or not": loopsInPractice,
  "Chains and what breaks them": callGraphsInPractice,
  "Near misses": nearMisses,
  "What written types say": writtenTypes,
};
