import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

const ROOT = path.join(import.meta.dirname, "../..");
const FOLDERS: readonly (readonly [prefix: string, folder: string])[] = [
  ["/officejs/", path.join(ROOT, "node_modules/@microsoft/office-js/dist")],
  ["/", path.join(ROOT, "dist")],
];

export interface OfficeFiles {
  readonly origin: string;
  close(): void;
}

/** Serves Office.js and the built add-in to one page of a test. */
export async function serveOfficeFiles(): Promise<OfficeFiles> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const [prefix, folder] = FOLDERS.find(([start]) => pathname.startsWith(start)) ?? ["/", ROOT];
    readFile(path.join(folder, pathname.slice(prefix.length))).then(
      (content) => response.end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  return { origin: `http://127.0.0.1:${portOf(server)}`, close: () => server.close() };
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}
