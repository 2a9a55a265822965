import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { catalog } from "../../../eslint-plugin/src/catalog/index.js";
import { calibrationCases } from "../../../simulator/src/cli/calibration-cases.js";
import { readCalibration, writeCalibration } from "../../../simulator/src/cli/calibration-file.js";
import { calibrationFile } from "../../../simulator/src/workload/calibration-path.js";
import { run } from "../../../simulator/src/cli/main.js";
import { parseCalibration } from "../../../simulator/src/scenario/calibration.js";

function listener() {
  const said = { out: "", error: "", progress: [] as string[] };
  const io = {
    out: (text: string) => void (said.out += text),
    error: (text: string) => void (said.error += text),
    progress: (text: string) => void said.progress.push(text),
    columns: 80,
    colour: false,
    unicode: true,
  };
  return { said, io };
}

describe("unblock calibrate", function () {
  this.timeout(120_000);
  let folder = "";
  const cacheHome = process.env.XDG_CACHE_HOME;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "unblock-calibrate-test-"));
    process.env.XDG_CACHE_HOME = folder;
  });
  after(() => {
    if (cacheHome === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = cacheHome;
    rmSync(folder, { recursive: true, force: true });
  });

  it("measures calls that the catalog knows, JSON, and what a worker thread costs", () => {
    const known = new Set(
      catalog.flatMap(({ apis, module }) =>
        Object.keys(apis).map((name) => (module === "global" ? name : `${module}.${name}`)),
      ),
    );
    const cases = calibrationCases(mkdtempSync(path.join(folder, "cases-")));
    const unknown = cases.map(({ api }) => api).filter((api) => !known.has(api));
    assert.deepEqual(unknown, [
      "JSON.parse",
      "JSON.stringify",
      "node:worker_threads.Worker",
      "node:worker_threads.Worker.prototype.postMessage",
    ]);
  });

  it("writes what it measured, with date and machine, into the cache folder, and shows progress", async () => {
    const { io, said } = listener();
    const code = await run(["calibrate", "--seconds-per-call", "0.001"], io);
    assert.deepEqual([code, said.error], [0, ""]);
    const file = path.join(folder, "unblock", "calibration-v1.json");
    assert.equal(calibrationFile(), file);
    const parsed = parseCalibration(JSON.parse(readFileSync(file, "utf8")));
    if (!parsed.ok) assert.fail(JSON.stringify(parsed.errors));
    const { calls, machine } = parsed.calibration;
    assert.equal(machine.node, process.version);
    for (const { api, lowMs, typicalMs, highMs, samples } of calls) {
      assert.ok(0 < lowMs && lowMs <= typicalMs && typicalMs <= highMs && samples >= 3, api);
    }
    assert.match(said.out, /^node:fs\.readFileSync +1 kB file, page cache/m);
    assert.match(said.out, /^JSON\.parse +20,000 records, 0\.\d+ MB/m);
    assert.match(said.out, /^node:worker_threads\.Worker +from its construction/m);
    assert.match(said.progress[0], /^1 of \d+: node:fs\.readFileSync/);
    assert.equal(said.progress.at(-1), "");
    assert.deepEqual(readCalibration(io), parsed.calibration);
  });

  it("is used by reports from then on, which say measured", async () => {
    const source = path.join(folder, "flags.ts");
    writeFileSync(
      source,
      'import { readFileSync } from "node:fs";\n' +
        'export async function flags() { return readFileSync("flags.json", "utf8"); }\n',
    );
    const { io, said } = listener();
    assert.equal(await run(["report", source, "--format", "json"], io), 0);
    const { functions } = JSON.parse(said.out) as {
      functions: { steps: { source: string; basis: string }[] }[];
    };
    const [{ source: word, basis }] = functions[0].steps;
    assert.deepEqual([word, basis], ["measured", "1 kB file, page cache"]);
  });

  it("does without a calibration, and warns of one that cannot be used", () => {
    const { io, said } = listener();
    assert.equal(readCalibration(io, path.join(folder, "none.json")), undefined);
    assert.equal(said.error, "");
    const broken = path.join(folder, "broken.json");
    writeFileSync(broken, "{");
    assert.equal(readCalibration(io, broken), undefined);
    assert.match(said.error, /^unblock: .*broken\.json is not used: invalid JSON; .*\n$/);
  });

  it("says in one line that the file cannot be written", () => {
    const { io } = listener();
    const calibration = readCalibration(io);
    assert.ok(calibration !== undefined);
    const blocked = path.join(folder, "file");
    writeFileSync(blocked, "");
    assert.throws(() => {
      writeCalibration(calibration, path.join(blocked, "calibration.json"));
    }, /cannot write .*/);
  });
});
