import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "../..");

/** Serves the pane over its scenarios under the policy of the real page. */
export interface ScenarioServer {
  readonly url: string;
  close(): Promise<void>;
}

/** @param page Module of the page, in test/taskpane. */
export async function serveScenarios(page = "scenario-page"): Promise<ScenarioServer> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [`test/taskpane/${page}.ts`],
    outdir: "build",
    bundle: true,
    format: "iife",
    loader: { ".csv": "text" },
    write: false,
    logLevel: "error",
  });
  const file = (ending: string): string =>
    outputFiles.find(({ path: name }) => name.endsWith(ending))?.text ?? "";
  const template = await readFile(path.join(root, "src/taskpane/taskpane.html"), "utf8");
  const html = template
    .replace(/<script src="https:[^>]*><\/script>/, "")
    .replace("</head>", '<link rel="stylesheet" href="/pane.css" /></head>')
    .replace("</body>", '<script src="/pane.js"></script></body>');
  const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
    "/": ["text/html", html],
    "/pane.js": ["text/javascript", file(".js")],
    "/pane.css": ["text/css", file(".css")],
  };
  const server = createServer((request, response) => {
    const [type, text] = files[(request.url ?? "").split("?")[0] ?? ""] ?? ["text/plain", ""];
    // A browser asks for an icon by itself.
    const found = text !== "" || request.url === "/favicon.ico";
    response.writeHead(found ? 200 : 404, { "content-type": `${type}; charset=utf-8` });
    response.end(text);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
