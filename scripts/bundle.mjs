import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

export const root = path.resolve(import.meta.dirname, "..");

/** Scripts of this repository stay outside the bundle: they find the repository by their own path. */
const scriptsStayOutside = {
  name: "scripts-stay-outside",
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\/.*\.mjs$/ }, ({ path: file, resolveDir }) => ({
      path: pathToFileURL(path.resolve(resolveDir, file)).href,
      external: true,
    }));
  },
};

/**
 * Bundles one of our TypeScript programs for Node and loads it: Node 20 runs no TypeScript.
 * Packages stay outside, so they are loaded from node_modules as usual.
 *
 * @param {string} source Path from the root of the repository.
 * @returns {Promise<any>} What the program exports.
 */
export async function loadTypeScript(source) {
  const outfile = path.join(root, "build", source.replace(/\.ts$/, ".mjs"));
  await build({
    absWorkingDir: root,
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    plugins: [scriptsStayOutside],
    loader: { ".csv": "text" },
    sourcemap: "inline",
    logLevel: "error",
  });
  return import(pathToFileURL(outfile).href);
}
