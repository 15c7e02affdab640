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
  optimization: { splitChunks: { chunks: "async" } },
  // The gate holds budgets of its own, in compressed bytes.
  performance: { hints: false },
  // Words for errors that nothing here can raise, and 2 KB of them compressed.
  resolve: { extensions: [".ts", ".js"], alias: { "@stdlib/string-format": false } },
  module: {
    rules: [
      { test: /\.ts$/, loader: "ts-loader", options: { configFile: "tsconfig.build.json" } },
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
