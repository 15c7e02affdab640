import path from "node:path";
import webpack from "webpack";
import { root } from "./bundle.mjs";

const { javascript, sources, UsageState } = webpack;
const DEFINED = /__webpack_require__\.d\(__webpack_exports__, \{\n(.*?)\n\}\);\n/s;
const EXPORT = /^ {2}"?(\d+)"?: \(\) => \((?:\/\* .*? \*\/ )?([^\s()]+)\),?$/;

/**
 * Lets an entry hand over what it exports as one list at its end, and others ask for it by its place: shorter than a name and a
 * function for each. Whoever asks runs after the entry. A build that watches is left as it is.
 */
export class ListedExportsPlugin {
  /** @param {string[]} entries Paths from the root. */
  constructor(entries) {
    this.entries = new Set(entries.map((entry) => path.join(root, entry)));
  }

  apply(compiler) {
    if (compiler.options.mode !== "production") return;
    compiler.hooks.thisCompilation.tap("ListedExports", (compilation) => {
      compilation.hooks.optimizeCodeGeneration.tap("ListedExports", (modules) => {
        for (const module of modules)
          if (this.isEntry(module)) numberExports(compilation.moduleGraph.getExportsInfo(module));
      });
      javascript.JavascriptModulesPlugin.getCompilationHooks(compilation).renderModuleContent.tap(
        "ListedExports",
        (source, module) =>
          this.isEntry(module) ? new sources.RawSource(asList(source.source())) : source,
      );
    });
  }

  isEntry(module) {
    return this.entries.has(module.rootModule?.resource);
  }
}

function numberExports(exportsInfo) {
  let place = 0;
  for (const info of exportsInfo.orderedExports)
    if (info.getUsed(undefined) !== UsageState.Unused) info.setUsedName(String(place++));
}

function asList(code) {
  const [definition, lines] = DEFINED.exec(code);
  const names = [];
  for (const line of lines.split("\n")) {
    const [, place, name] = EXPORT.exec(line);
    names[place] = name;
  }
  return `${code.replace(definition, "")}\nObject.assign(__webpack_exports__, [${names}]);\n`;
}
