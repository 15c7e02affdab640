import path from "node:path";
import CopyWebpackPlugin from "copy-webpack-plugin";
import CustomFunctionsMetadataPlugin from "custom-functions-metadata-plugin";
import HtmlWebpackPlugin from "html-webpack-plugin";
import MiniCssExtractPlugin from "mini-css-extract-plugin";
import { AddressPlugin, withAddress } from "./scripts/address.mjs";
import { readFunctionDocs, renderHtml } from "./scripts/function-docs.mjs";
import { functionFiles } from "./scripts/function-files.mjs";

export default (_env, { mode }) => ({
  mode,
  devtool: "source-map",
  entry: {
    functions: functionFiles,
    // The pane's page loads functions.js before it, so what both use is there already.
    taskpane: {
      import: ["./src/taskpane/taskpane.ts", "./src/commands/commands.ts"],
      dependOn: "functions",
    },
    // An entry, not the chunk of `new Worker(new URL(…))`, for which functions.js would ask for the address of its page.
    "usage-worker": "./src/taskpane/views/usage/import/usage-worker.ts",
  },
  output: {
    path: path.join(import.meta.dirname, "dist"),
    filename: "[name].js",
    // What the pane loads after its first lines. A new address for new content: a host may keep files for long.
    chunkFilename: "[name].[contenthash:8].js",
    // functions.js runs where there is no document to ask for its own address.
    publicPath: "",
    globalObject: "globalThis",
    clean: true,
  },
  // What several views share is a chunk that they share; functions.js needs no other file.
  // Modules in order of use and the shortest names for exports compress best. Both change from build to build, so the page
  // asks for the scripts of its own build (hash).
  optimization: {
    splitChunks: { chunks: "async" },
    moduleIds: "natural",
    mangleExports: "size",
  },
  // The gate holds budgets of its own, in compressed bytes.
  performance: { hints: false },
  resolve: { extensions: [".ts", ".js"] },
  module: {
    rules: [
      { test: /\.ts$/, loader: "ts-loader", options: { configFile: "tsconfig.build.json" } },
      { resourceQuery: /raw/, type: "asset/source" },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
    ],
  },
  plugins: [
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
