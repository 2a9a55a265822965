import assert from "node:assert/strict";
import { explainInPhrases, scenarioFor, simulate, type ModelledFunction } from "unblock-simulator";
import { causeSentence } from "../../../../extension/panel/model/cause-sentence.js";
import { inEnglish, translator } from "../../../../extension/panel/model/text.js";

const model: ModelledFunction = {
  name: "handler",
  file: "/app/src/server.ts",
  line: 1,
  steps: [
    {
      id: "0",
      kind: "block",
      label: "readFileSync",
      at: { file: "/app/src/server.ts", line: 12 },
      remedy: "threadpool",
      ms: 1500,
      lowMs: 1,
      highMs: 2000,
      source: "typical",
      basis: "a file",
    },
  ],
};
const names = { called: "handler", bystander: "bystander" };
const { trace } = simulate(scenarioFor(model, "as-written", { callsPerSecond: 0.5 }), {
  trace: true,
});
const [cause] = explainInPhrases(trace ?? assert.fail("no trace"));

describe("a cause's sentence", () => {
  it("says what the command says, of others rather than of a bystander, and of a file without its folders", () => {
    assert.match(
      cause.text,
      /ran "handler" for 1\.5 s \(\/app\/src\/server\.ts:12\), and .* of "bystander"/u,
    );
    assert.match(
      causeSentence(cause, names, inEnglish, "en"),
      /^The event loop ran "handler\(\)" for 1\.5 s \(server\.ts:12\), and .* of "other request" waited/u,
    );
  });

  it("is told in another language as that language says it, figures and threads included", () => {
    const t = translator({
      "The {0} {1}, and {2} more times, so {3}.": "{3}: {0} {1}.",
      'ran "{0}" for {1} ({2}:{3})': "führte „{0}“ {1} lang aus",
      '{0} of "{1}" waited up to {2}': "{0}-mal „{1}“ wartete",
      "event loop": "Ereignisschleife",
      "other request": "andere Anfrage",
    });
    assert.match(
      causeSentence(cause, names, t, "de"),
      /^\d+-mal „andere Anfrage“ wartete.*: Ereignisschleife führte „handler\(\)“ 1,5 s lang aus\.$/u,
    );
  });
});
