import path from "node:path";
import CopyWebpackPlugin from "copy-webpack-plugin";
import CustomFunctionsMetadataPlugin from "custom-functions-metadata-plugin";
import HtmlWebpackPlugin from "html-webpack-plugin";
import MiniCssExtractPlugin from "mini-css-extract-plugin";

const root = import.meta.dirname;

/** Files that hold Excel functions; each is read by the metadata generator. */
export const functionFiles = [
  "./src/functions/bands.ts",
  "./src/functions/period.ts",
  "./src/functions/sensitivity.ts",
];

export default (_env, { mode }) => ({
  mode,
  devtool: "source-map",
  entry: {
    functions: functionFiles,
    taskpane: "./src/taskpane/taskpane.ts",
  },
  output: { path: path.join(root, "dist"), filename: "[name].js", clean: true },
  resolve: { extensions: [".ts", ".js"] },
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
    new CopyWebpackPlugin({ patterns: [{ from: "assets/*.png" }, { from: "manifest.xml" }] }),
  ],
  devServer: { host: "localhost", port: 3000, server: "https" },
});
