import webpack from "webpack";

const { RuntimeGlobals, RuntimeModule } = webpack;

/** What loads a chunk: its addresses, the script element, what `import()` answers, and which chunks there are. */
const LOADING = new Set([
  "chunk loaded",
  "ensure chunk",
  "get javascript chunk filename",
  "get mini-css chunk filename",
  "jsonp chunk loading",
  "load script",
  "make namespace object",
  "publicPath",
]);

/**
 * Puts webpack's code that loads chunks into taskpane.js, the only script that loads any: by default it stands in functions.js,
 * which runs first. A build that watches is left as it is.
 */
export class LateRuntimePlugin {
  apply(compiler) {
    if (compiler.options.mode !== "production") return;
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
        // It waits for no other chunk, so nothing has to say which are loaded before its first line.
        chunkGraph.getTreeRuntimeRequirements(functions).delete(RuntimeGlobals.onChunksLoaded);
        compilation.addRuntimeModule(functions, new FirstChunk());
      });
    });
  }
}

/** Takes in taskpane.js, the first chunk after functions.js; what takes in the others is in there. */
class FirstChunk extends RuntimeModule {
  constructor() {
    super("first chunk");
  }

  generate() {
    const { globalObject, chunkLoadingGlobal } = this.compilation.outputOptions;
    const { require, moduleFactories } = RuntimeGlobals;
    return `(${globalObject}.${chunkLoadingGlobal} = []).push = ([, modules, run]) => {
      Object.assign(${moduleFactories}, modules);
      run?.(${require});
    };`;
  }
}
