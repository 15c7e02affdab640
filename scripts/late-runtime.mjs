/** What loads a chunk: its addresses, the script element, and what `import()` answers. */
const LOADING = new Set([
  "get javascript chunk filename",
  "get mini-css chunk filename",
  "load script",
  "make namespace object",
  "publicPath",
]);

/**
 * Puts webpack's code that loads chunks into taskpane.js, the only script that loads any: by default it stands in functions.js,
 * which runs first.
 */
export class LateRuntimePlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("LateRuntime", (compilation) => {
      compilation.hooks.afterRuntimeRequirements.tap("LateRuntime", () => {
        const { chunkGraph, namedChunks } = compilation;
        const [functions, pane] = [namedChunks.get("functions"), namedChunks.get("taskpane")];
        for (const module of chunkGraph.getChunkRuntimeModulesInOrder(functions)) {
          if (!LOADING.has(module.name)) continue;
          chunkGraph.disconnectChunkAndRuntimeModule(functions, module);
          chunkGraph.connectChunkAndRuntimeModule(pane, module);
          chunkGraph.attachDependentHashModules(pane, [module]);
        }
      });
    });
  }
}
