"use strict";
const { reporters } = require("mocha");

/** Mocha's spec reporter, closed by the plain line "N passed, N failed" that scripts can read. */
module.exports = class ClosingLineReporter extends reporters.Spec {
  epilogue() {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    const skipped = pending > 0 ? `, ${pending} skipped` : "";
    console.log(`${passes} passed, ${failures} failed${skipped}`);
  }
};
