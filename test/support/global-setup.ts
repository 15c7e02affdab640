import { rm } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { addinBuilt, hostBuilt, pageBuilt } from "./bundles";
import { profilesOf } from "./libre-office";

/** Begins to build what is stale, beside the first tests; the run ends no sooner than that, and leaves no profile. */
export function setup({ vitest }: TestProject): () => Promise<unknown> {
  const opensPages = vitest.projects.some(({ name }) => name === "browser");
  const built = Promise.all([addinBuilt(), hostBuilt().then(() => opensPages && pageBuilt())]);
  // Who waits for it hears of a failure: tests, and the end of the run.
  built.catch(() => undefined);
  return async () => {
    await rm(profilesOf(process.pid), { recursive: true, force: true });
    await built;
  };
}
