import path from "node:path";
import { build } from "esbuild";
import { buildAddin, buildPage } from "../../scripts/build-host.mjs";
import { root } from "../../scripts/bundle.mjs";
import { keepClassNamesOnly } from "../../scripts/class-names.mjs";
import { buildWhenStale } from "../../scripts/fresh.mjs";
import { plainFields } from "../../scripts/plain-fields.mjs";

/*
 * What tests need built. A run begins with all of it (global-setup.ts), and with the tests that need none of it; what loads a
 * bundle waits here. Each process compares sources and bundle once.
 */

/** The local workbook for Node, from host-for-node.ts. */
export const HOST = path.join(root, "build/node/host.cjs");

/** Waits until dist/ holds the add-in of these sources. */
export const addinBuilt = once(() => buildAddin(console.log));

/** Waits until build/page/ holds the page of the local workbook. */
export const pageBuilt = once(() => buildPage(console.log));

/** Waits until {@link HOST} is built. */
export const hostBuilt = once(() =>
  buildWhenStale({
    name: "host-for-node",
    inputs: [
      "scripts/class-names.mjs",
      "scripts/plain-fields.mjs",
      "src/host",
      "test/support/bundles.ts",
      "test/support/host-for-node.ts",
      "test/support/univer-in-node.ts",
      "test/support/iterator-helpers.ts",
      "test/support/debounce.ts",
      "package-lock.json",
    ],
    outputs: ["build/node"],
    build: bundleHost,
  }),
);

async function bundleHost(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ["test/support/host-for-node.ts"],
    inject: ["test/support/debounce.ts"],
    outfile: HOST,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    // Errors name the model's classes, and Univer identifies its services by class name.
    keepNames: true,
    plugins: [plainFields],
    logLevel: "error",
  });
  if (!(await keepClassNamesOnly(HOST))) throw new Error("esbuild keeps names in another way");
}

function once<Answer>(act: () => Promise<Answer>): () => Promise<Answer> {
  let begun: Promise<Answer> | undefined;
  return () => {
    begun ??= act();
    return begun;
  };
}
