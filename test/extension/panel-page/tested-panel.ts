/** One panel after the other for the tests of a block, in one browser. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { startHarness, type Harness, type OpenOptions, type PanelPage } from "./harness.js";
import { handler } from "./models.js";

export interface TestedPanel extends PanelPage {
  readonly open: (options?: OpenOptions) => Promise<Page>;
  /** Opens a panel, sends it the function, and waits until nothing is added to the page any more. */
  readonly show: (model?: unknown, options?: OpenOptions) => Promise<Page>;
  /** Waits until all has been simulated. */
  readonly isDone: () => Promise<void>;
}

/** To be called in a `describe`: each test opens a panel, which is closed after it and must have met no error. */
export function testedPanel(): TestedPanel {
  let harness: Harness;
  let panel: PanelPage;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());
  afterEach(async () => {
    assert.deepEqual(panel.errors, []);
    await panel.page.close();
  });
  const open = async (options?: OpenOptions) => {
    panel = await harness.open(options);
    return panel.page;
  };
  const isDone = () => panel.page.getByText("Medians of 9 seeds").waitFor();
  return {
    open,
    isDone,
    show: async (model = handler, options) => {
      const page = await open(options);
      await panel.send({ type: "show", model });
      await isDone();
      return page;
    },
    get page() {
      return panel.page;
    },
    get errors() {
      return panel.errors;
    },
    send: (message) => panel.send(message),
    posted: () => panel.posted(),
    saved: () => panel.saved(),
  };
}
