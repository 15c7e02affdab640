import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildWhenStale } from "../../scripts/fresh.mjs";

const HOME = "build/fresh-test";
let builds = 0;

function build(): Promise<boolean> {
  return buildWhenStale({
    name: "fresh-test",
    inputs: [`${HOME}/in`],
    outputs: [`${HOME}/out`],
    build: async () => {
      builds += 1;
      mkdirSync(`${HOME}/out`, { recursive: true });
      writeFileSync(`${HOME}/out/a`, readFileSync(`${HOME}/in/a`, "utf8").toUpperCase());
    },
  });
}

describe("buildWhenStale()", () => {
  beforeAll(() => {
    rmSync(HOME, { recursive: true, force: true });
    rmSync("build/stamps/fresh-test.txt", { force: true });
    mkdirSync(`${HOME}/in`, { recursive: true });
    writeFileSync(`${HOME}/in/a`, "one");
  });

  afterAll(() => rmSync(HOME, { recursive: true }));

  test("builds once for concurrent callers", async () => {
    expect((await Promise.all([build(), build(), build()])).filter(Boolean)).toHaveLength(1);
    expect(builds).toBe(1);
  });

  test("fails at once for a caller that waited for a build that failed", async () => {
    let tried = 0;
    const fail = () =>
      buildWhenStale({
        name: "fresh-test-failing",
        inputs: [`${HOME}/in`],
        outputs: [`${HOME}/none`],
        build: () => {
          tried += 1;
          return Promise.reject(new Error("it does not compile"));
        },
      });
    const failures = await Promise.allSettled([fail(), fail()]);
    const reasons = failures.map((one) => one.status === "rejected" && String(one.reason));
    expect(reasons.toSorted()).toEqual([
      "Error: it does not compile",
      "Error: the build of fresh-test-failing failed in another process, which says why",
    ]);
    await expect(fail()).rejects.toThrow("it does not compile");
    expect(tried).toBe(2);
  });

  test("does not build again while nothing changes", async () => {
    writeFileSync(`${HOME}/in/a`, "one");
    expect(await build()).toBe(false);
  });

  test("builds again when an input changes", async () => {
    writeFileSync(`${HOME}/in/a`, "two");
    expect(await build()).toBe(true);
    expect(readFileSync(`${HOME}/out/a`, "utf8")).toBe("TWO");
  });

  test("builds again when an output was changed or removed", async () => {
    writeFileSync(`${HOME}/out/a`, "spoiled");
    expect(await build()).toBe(true);
    rmSync(`${HOME}/out`, { recursive: true });
    expect(await build()).toBe(true);
    expect(readFileSync(`${HOME}/out/a`, "utf8")).toBe("TWO");
  });
});
