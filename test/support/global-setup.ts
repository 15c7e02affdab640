import { build } from "esbuild";
import { buildAddin } from "../../scripts/build-host.mjs";
import { root } from "../../scripts/bundle.mjs";
import { buildWhenStale } from "../../scripts/fresh.mjs";

/** Before the first test: the add-in's bundles and the local workbook's, if they are stale. */
export async function setup(): Promise<void> {
  await buildAddin(console.log);
  await buildWhenStale({
    name: "host-for-node",
    inputs: [
      "src/host",
      "test/support/global-setup.ts",
      "test/support/host-for-node.ts",
      "test/support/quiet-time.ts",
      "package-lock.json",
    ],
    outputs: ["build/node"],
    build: async () => {
      await build({
        absWorkingDir: root,
        entryPoints: ["test/support/host-for-node.ts"],
        inject: ["test/support/quiet-time.ts"],
        outfile: "build/node/host.cjs",
        bundle: true,
        platform: "node",
        format: "cjs",
        target: "node20",
        // Errors name the model's classes, and Univer tells its services apart by name.
        keepNames: true,
        logLevel: "error",
      });
    },
  });
}
