import webpack from "webpack";

const { javascript, RuntimeGlobals, sources } = webpack;

/** What loads a chunk and lets it export: addresses, the script element, what `import()` answers, which chunks there are. */
const LOADING = new Set([
  "chunk loaded",
  "define property getters",
  "ensure chunk",
  "get javascript chunk filename",
  "get mini-css chunk filename",
  "hasOwnProperty shorthand",
  "jsonp chunk loading",
  "load script",
  "make namespace object",
  "publicPath",
]);

const AFTER_MODULES = /\/\/ The module cache\n.*$/s;

/**
 * Puts webpack's own code, which only the pane needs, into taskpane.js: by default it stands in functions.js, which runs first and
 * is one module. That module puts what it exports where taskpane.js finds it. A build that watches is left as it is.
 */
export class PaneRuntimePlugin {
  apply(compiler) {
    if (compiler.options.mode !== "production") return;
    compiler.hooks.thisCompilation.tap("PaneRuntime", (compilation) => {
      const { globalObject, chunkLoadingGlobal } = compilation.outputOptions;
      const exported = `${globalObject}.${chunkLoadingGlobal}`;
      compilation.hooks.afterRuntimeRequirements.tap("PaneRuntime", () => moveLoading(compilation));
      const hooks = javascript.JavascriptModulesPlugin.getCompilationHooks(compilation);
      hooks.renderMain.tap("PaneRuntime", (source, { chunk }) => {
        if (chunk.name !== "functions") return source;
        const code = source.source();
        if (!AFTER_MODULES.test(code))
          throw new Error("webpack writes functions.js in another way");
        const run = `__webpack_modules__[${entryOf(compilation)}](0, ${exported} = []);\n})();\n`;
        return new sources.RawSource(code.replace(AFTER_MODULES, () => run));
      });
      hooks.renderContent.tap("PaneRuntime", (source, { chunk }) =>
        chunk.name === "taskpane"
          ? new sources.ConcatSource(bootstrap(exported, entryOf(compilation)), source)
          : source,
      );
    });
  }
}

/** The id of the module that functions.js is. */
function entryOf({ chunkGraph, namedChunks }) {
  const [entry] = chunkGraph.getChunkEntryModulesIterable(namedChunks.get("functions"));
  return JSON.stringify(chunkGraph.getModuleId(entry));
}

function moveLoading({ chunkGraph, namedChunks }) {
  const [functions, pane] = [namedChunks.get("functions"), namedChunks.get("taskpane")];
  for (const module of chunkGraph.getChunkRuntimeModulesInOrder(functions)) {
    if (!LOADING.has(module.name)) continue;
    chunkGraph.disconnectChunkAndRuntimeModule(functions, module);
    chunkGraph.connectChunkAndRuntimeModule(pane, module);
    chunkGraph.attachDependentHashModules(pane, [module]);
  }
  // It waits for no other chunk, so nothing has to say which are loaded before its first line.
  chunkGraph.getTreeRuntimeRequirements(functions).delete(RuntimeGlobals.onChunksLoaded);
}

/** What takes in taskpane.js, the first chunk after functions.js; what takes in the others is in there. */
function bootstrap(exported, entry) {
  return `{
    const factories = {};
    const cache = { ${entry}: { exports: ${exported} } };
    const require = (id) => {
      const known = cache[id];
      if (known) return known.exports;
      const module = (cache[id] = { exports: {} });
      factories[id](module, module.exports, require);
      return module.exports;
    };
    require.m = factories;
    (${exported} = []).push = ([, modules, run]) => {
      Object.assign(factories, modules);
      run?.(require);
    };
  }
`;
}
