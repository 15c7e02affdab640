import path from "node:path";
import { build } from "esbuild";
import webpack from "webpack";
import { root } from "./bundle.mjs";

/**
 * Lets webpack write each entry as one module, whose functions call each other by short names.
 *
 * Webpack joins a module to an entry only if nothing outside asks for it. The pane asks for half of what the functions are
 * made of, and its views for much of the pane. So whatever asks from outside gets the entry instead, and the entry exports
 * all that is asked for. Two exports of one name would hide each other: then the build fails (reexportExportsPresence).
 * The modules of a layer, which are a program of their own, are left as they are; so is a build that watches.
 */
export class OneScopePlugin {
  /** @param {string[]} entries Paths from the root, each an entry by itself. A module belongs to the first that needs it. */
  constructor(entries) {
    this.entries = entries;
    this.entryOf = new Map();
    this.asked = new Set();
  }

  apply(compiler) {
    compiler.hooks.run.tapPromise("OneScope", async () => {
      const imports = await readImports(this.entries);
      for (const entry of this.entries) this.claim(entry, entry, imports);
      for (const [importer, files] of imports) {
        for (const { path: file } of files)
          if (this.isOutside(importer, file)) this.asked.add(file);
      }
    });
    new webpack.NormalModuleReplacementPlugin(/^\.{1,2}\//, (found) => {
      const { issuer, issuerLayer } = found.contextInfo;
      if (found.createData?.resource || issuerLayer) return;
      const file = relativeToRoot(`${path.resolve(found.context, found.request)}.ts`);
      if (this.isOutside(relativeToRoot(issuer), file) && this.asked.has(file))
        found.request = path.join(root, this.entryOf.get(file));
    }).apply(compiler);
    compiler.options.module.rules.push({
      resource: this.entries.map((entry) => path.join(root, entry)),
      loader: import.meta.filename,
      options: { exportsOf: (entry) => this.exportsOf(relativeToRoot(entry)) },
    });
  }

  /** Gives an entry every module that it needs from its first line on. */
  claim(file, entry, imports) {
    if (this.entryOf.has(file)) return;
    this.entryOf.set(file, entry);
    for (const { path: next, kind } of imports.get(file)) {
      if (kind === "import-statement" && imports.has(next)) this.claim(next, entry, imports);
    }
  }

  isOutside(importer, file) {
    const entry = this.entryOf.get(file);
    return entry !== undefined && entry !== this.entryOf.get(importer);
  }

  exportsOf(entry) {
    return [...this.asked]
      .filter((file) => this.entryOf.get(file) === entry)
      .map((file) => path.relative(path.dirname(entry), file).replace(/\.ts$/, ""))
      .map((file) => `export * from "${file.startsWith(".") ? file : `./${file}`}";\n`)
      .join("");
  }
}

/** Which of our modules imports which, read by esbuild: types are no imports. */
async function readImports(entries) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: "build",
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    packages: "external",
    external: ["*?raw", "*.css"],
    logLevel: "error",
  });
  return new Map(Object.entries(metafile.inputs).map(([file, { imports }]) => [file, imports]));
}

function relativeToRoot(file) {
  return path.relative(root, file).replaceAll("\\", "/");
}

/** As a loader: an entry, and the exports that are asked for from outside. */
export default function addExports(source) {
  return source + this.getOptions().exportsOf(this.resourcePath);
}
