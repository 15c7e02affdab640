import path from "node:path";
import { build } from "esbuild";
import type { TestProject } from "vitest/node";
import { buildAddin, buildPage } from "../../scripts/build-host.mjs";
import { root } from "../../scripts/bundle.mjs";
import { keepClassNamesOnly } from "../../scripts/class-names.mjs";
import { buildWhenStale } from "../../scripts/fresh.mjs";
import { plainFields } from "../../scripts/plain-fields.mjs";

const HOST = path.join(root, "build/node/host.cjs");

/** Before the first test: the add-in's bundles and the local workbook's, if they are stale. Each takes one core. */
export async function setup({ vitest }: TestProject): Promise<void> {
  const opensPages = vitest.projects.some(({ name }) => name === "browser");
  await Promise.all([
    buildAddin(console.log),
    buildHostForNode().then(() => opensPages && buildPage(console.log)),
  ]);
}

async function buildHostForNode(): Promise<void> {
  await buildWhenStale({
    name: "host-for-node",
    inputs: [
      "scripts/class-names.mjs",
      "scripts/plain-fields.mjs",
      "src/host",
      "test/support/global-setup.ts",
      "test/support/host-for-node.ts",
      "test/support/univer-in-node.ts",
      "test/support/debounce.ts",
      "package-lock.json",
    ],
    outputs: ["build/node"],
    build: async () => {
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
    },
  });
}
