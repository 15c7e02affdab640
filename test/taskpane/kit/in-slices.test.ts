import { describe, expect, test } from "vitest";
import type { Steps } from "../../../src/analysis/steps";
import { inSlices } from "../../../src/taskpane/kit/in-slices";

/** Work of some steps, each of which takes some milliseconds. */
function* steps(count: number, ms: number, done: { steps: number }): Steps<string> {
  for (let step = 0; step < count; step++) {
    const until = performance.now() + ms;
    while (performance.now() < until);
    done.steps += 1;
    yield;
  }
  return "found";
}

describe("inSlices()", () => {
  test("lets the page do something else between slices, and answers at the end", async () => {
    const done = { steps: 0 };
    const work = inSlices(steps(6, 10, done), () => true);
    await new Promise((next) => setTimeout(next));
    expect(done.steps).toBeLessThan(6);
    expect(await work).toBe("found");
    expect(done.steps).toBe(6);
  });

  test("does short work at once", async () => {
    const done = { steps: 0 };
    void inSlices(steps(6, 0, done), () => true);
    expect(done.steps).toBe(6);
  });

  test("leaves work that nobody wants any more", async () => {
    const done = { steps: 0 };
    expect(await inSlices(steps(6, 20, done), () => false)).toBeUndefined();
    expect(done.steps).toBeLessThan(6);
  });
});
