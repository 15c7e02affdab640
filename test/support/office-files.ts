import { readFile } from "node:fs/promises";
import path from "node:path";
import { requestInterceptor } from "jsdom";

const ROOT = path.join(import.meta.dirname, "../..");
const FOLDERS: readonly (readonly [prefix: string, folder: string])[] = [
  ["/officejs/", path.join(ROOT, "node_modules/@microsoft/office-js/dist")],
  ["/", path.join(ROOT, "dist")],
];

/** The origin of a test's page. It is always the same, so that compiled scripts are reused. */
export const ORIGIN = "http://localhost";

/** Answers a page's requests with Office.js and the built add-in, read from their folders. */
export const officeFiles = requestInterceptor(async ({ url }) => {
  const { pathname } = new URL(url);
  const [prefix, folder] = FOLDERS.find(([start]) => pathname.startsWith(start)) ?? ["/", ROOT];
  try {
    return new Response(await readFile(path.join(folder, pathname.slice(prefix.length))));
  } catch {
    return new Response(null, { status: 404 });
  }
});
