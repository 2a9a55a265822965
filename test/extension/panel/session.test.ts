import assert from "node:assert/strict";
import type { Host } from "../../../extension/panel/host.js";
import { startSession } from "../../../extension/panel/session.js";
import type { Job } from "../../../extension/panel/simulation/job.js";
import type { ClientMessage, PanelMessage, PanelState } from "../../../extension/protocol.js";

const model = { name: "handler", file: "/app/server.ts", line: 10, steps: [] };

function setUp(saved: PanelState = {}) {
  const jobs: Job[] = [];
  const posted: PanelMessage[] = [];
  const kept: PanelState[] = [];
  let hear: (message: ClientMessage) => void = () => undefined;
  const host: Host = {
    post: (message) => posted.push(message),
    restore: () => saved,
    save: (state) => kept.push(state),
    listen: (listener) => {
      hear = listener;
      return () => undefined;
    },
  };
  const session = startSession(host, {
    run: (job) => jobs.push(job),
    proceed: () => undefined,
    stop: () => undefined,
  });
  return { session, jobs, posted, kept, say: (message: ClientMessage) => hear(message) };
}

describe("a session", () => {
  it("says that it is ready, and simulates nothing before there is a function", () => {
    const { jobs, posted } = setUp();
    assert.deepEqual([jobs, posted], [[], [{ type: "ready" }]]);
  });

  it("simulates at once what was there before a reload", () => {
    const { jobs, session } = setUp({ model, controls: { cores: 3 } });
    assert.equal(session.state().model, model);
    assert.deepEqual([jobs.length, jobs[0].model, jobs[0].preview], [1, model, { untilMs: 2500 }]);
    assert.equal(jobs[0].load.runtime?.cores, 3);
  });

  it("has asked the simulator anew when a change returns, and not for what changes nothing in it", () => {
    const { jobs, session } = setUp({ model });
    session.dispatch({ type: "control", change: { cores: 2 } });
    assert.deepEqual(
      jobs.map(({ load }) => load.runtime?.cores),
      [8, 2],
    );
    session.dispatch({ type: "cursor", file: model.file, line: 11 });
    session.dispatch({ type: "learn", change: { open: true } });
    assert.equal(jobs.length, 2);
    assert.deepEqual(
      [session.simulated().changed, session.simulated().load],
      [jobs[1].model, jobs[1].load],
    );
  });

  it("keeps what it shows, but tells the client only what the user changed", () => {
    const { kept, posted, session, say } = setUp();
    say({ type: "show", model });
    assert.deepEqual([kept.at(-1)?.model, posted.length], [model, 1]);
    session.dispatch({ type: "control", change: { cores: 2 } });
    assert.equal(kept.at(-1)?.controls?.["cores"], 2);
    const told = posted.at(-1);
    assert.deepEqual(told?.type === "stateChanged" && told.controls["cores"], 2);
  });

  it("goes on with the tour where another panel left it, unless the user has begun one here", () => {
    const elsewhere = { learning: { open: true, page: 2, tried: {}, answers: {} } };
    const fresh = setUp();
    fresh.say({ type: "show", model, controls: elsewhere });
    assert.equal(fresh.session.state().learning.page, 2);
    const begun = setUp();
    begun.session.dispatch({ type: "learn", change: { page: 4 } });
    begun.say({ type: "show", model, controls: elsewhere });
    assert.equal(begun.session.state().learning.page, 4);
  });

  it("calls back after each change, with what was before it", () => {
    const { session } = setUp({ model });
    const heard: (readonly [number, number])[] = [];
    const stop = session.subscribe((before) => {
      heard.push([before.controls.cores, session.state().controls.cores]);
    });
    session.dispatch({ type: "control", change: { cores: 2 } });
    stop();
    session.dispatch({ type: "control", change: { cores: 3 } });
    assert.deepEqual(heard, [[8, 2]]);
  });
});
