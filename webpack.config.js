import path from "node:path";
import CopyWebpackPlugin from "copy-webpack-plugin";
import CustomFunctionsMetadataPlugin from "custom-functions-metadata-plugin";
import HtmlWebpackPlugin from "html-webpack-plugin";
import MiniCssExtractPlugin from "mini-css-extract-plugin";
import { AddressPlugin, withAddress } from "./scripts/address.mjs";
import { shortenCodeWords } from "./scripts/code-words.mjs";
import { readFunctionDocs, renderHtml } from "./scripts/function-docs.mjs";
import { functionFiles } from "./scripts/function-files.mjs";
import { letForConst } from "./scripts/let-for-const.mjs";
import { ListedExportsPlugin } from "./scripts/listed-exports.mjs";
import { OneScopePlugin } from "./scripts/one-scope.mjs";
import { PaneRuntimePlugin } from "./scripts/pane-runtime.mjs";
import { trimTemplates } from "./scripts/trim-templates.mjs";

/** What the pane's page runs first; the rest of the pane asks these for what it needs. */
const ENTRIES = ["src/functions/functions.ts", "src/commands/commands.ts"];

export default (_env, { mode, isRelease = mode === "production" }) => ({
  mode,
  // Source maps take a quarter of a build's time, and nobody debugs the files of a release: `npm run dev` has them.
  devtool: isRelease ? false : "source-map",
  entry: {
    functions: "./src/functions/functions.ts",
    // The pane's page loads functions.js before it, so what both use is there already.
    taskpane: {
      import: "./src/commands/commands.ts",
      dependOn: "functions",
    },
    // An entry, not the chunk of `new Worker(new URL(…))`, for which functions.js would ask for the address of its page.
    // A layer, since it is a program of its own: it shares no module with the pane. So are the next.
    "usage-worker": {
      import: "./src/taskpane/views/usage/import/usage-worker.ts",
      layer: "worker",
    },
    "risk-worker": {
      import: "./src/taskpane/views/term/risk/risk-worker.ts",
      layer: "worker",
    },
    "offer-worker": {
      import: "./src/taskpane/views/proposal/offer-worker.ts",
      layer: "worker",
    },
  },
  output: {
    path: path.join(import.meta.dirname, "dist"),
    filename: "[name].js",
    // What the pane loads after its first lines. A new address for new content: a host may keep files for long.
    chunkFilename: "[name].[contenthash:8].js",
    // functions.js runs where there is no document to ask for its own address.
    publicPath: "",
    globalObject: "globalThis",
    chunkLoadingGlobal: "bandwise",
    clean: true,
  },
  // What several views share is a chunk that they share; functions.js needs no other file.
  // Modules in order of use and the shortest names compress best. Both change from build to build, so the page
  // asks for the scripts of its own build (hash).
  optimization: {
    splitChunks: { chunks: "async" },
    moduleIds: "natural",
    mangleExports: "size",
    minimizeOptions: {
      javascript: {
        ecma: 2020,
        compress: {
          ecma: 2020,
          passes: 3,
          keep_fargs: false,
          lhs_constants: false,
          unsafe: true,
          unsafe_arrows: true,
          inline: 1,
          pure_getters: true,
        },
      },
    },
  },
  // The gate holds budgets of its own, in compressed bytes.
  performance: { hints: false },
  resolve: { extensions: [".ts", ".js"] },
  module: {
    // Two exports of one name hide each other where an entry gives the pane what it asks for: then the build fails.
    parser: { javascript: { reexportExportsPresence: "error" } },
    rules: [
      {
        test: /\.ts$/,
        loader: "ts-loader",
        options: {
          configFile: "tsconfig.build.json",
          // The gate checks the types by themselves, beside the build.
          transpileOnly: true,
          getCustomTransformers: () => ({
            before: [trimTemplates, letForConst, ...(isRelease ? [shortenCodeWords] : [])],
          }),
        },
      },
      { resourceQuery: /raw/, type: "asset/source" },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
    ],
  },
  experiments: { layers: true },
  plugins: [
    new PaneRuntimePlugin(),
    new OneScopePlugin(ENTRIES),
    new ListedExportsPlugin(ENTRIES),
    new CustomFunctionsMetadataPlugin({ output: "functions.json", input: functionFiles }),
    new MiniCssExtractPlugin({ filename: "[name].css" }),
    new HtmlWebpackPlugin({
      filename: "taskpane.html",
      template: "./src/taskpane/taskpane.html",
      chunks: ["functions", "taskpane"],
      chunksSortMode: "manual",
      scriptLoading: "defer",
      hash: true,
    }),
    new HtmlWebpackPlugin({
      filename: "help.html",
      templateContent: renderHtml(readFunctionDocs()),
      inject: false,
    }),
    new CopyWebpackPlugin({
      patterns: [
        { from: "assets/*.png" },
        { from: "assets/help.css", to: "help.css" },
        { from: "manifest.xml", transform: (content) => withAddress(content.toString()) },
      ],
    }),
    new AddressPlugin(),
  ],
  devServer: { host: "localhost", port: 3000, server: "https" },
});
