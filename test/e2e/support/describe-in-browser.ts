import { describe } from "vitest";
import { findBrowser } from "../../support/browser";

const choice = await findBrowser();
if (choice.kind === "none" && process.env["CI"]) {
  throw new Error(`the browser tests must run here, but cannot: ${choice.reason}`);
}

/**
 * `describe` for tests that need a browser. On a machine with none the tests are counted as not
 * run, and the end of the output says why; where CI is set that is a failure.
 */
export const describeInBrowser = describe.skipIf(choice.kind === "none");
