import { once } from "node:events";
import { readFile } from "node:fs/promises";
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from "node:http";
import path from "node:path";
import { contentType, fileInFolder } from "./files";
import { type Addin, readManifest } from "./manifest";
import { withLocalOffice } from "./pane-page";

/** Folders that the local workbook is served from. */
export interface ServedFolders {
  /** The built add-in with its manifest.xml. */
  readonly addin: string;
  /** The built page of the local workbook. */
  readonly page: string;
  /** Microsoft's Office.js, as installed. */
  readonly office: string;
}

export type RunningServer = Awaited<ReturnType<typeof startServer>>;

/** Only this machine can reach the server. */
const LOOPBACK = "127.0.0.1";

/** Ports tried, one after another, when the first is taken. */
const PORTS_TRIED = 50;

const OWN = "/local-workbook/";
const OFFICE = `${OWN}office/`;

/** The page's own policy; the add-in's page brings its own, in its HTML. Univer writes style attributes. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

type Answer = ReturnType<typeof success>;

/**
 * Serves the add-in and the local workbook to browsers on this machine.
 *
 * The add-in's files are served at the paths that its manifest gives them. A port that is taken is
 * passed over for the next; port 0 takes any free one.
 *
 * @throws When the manifest cannot be read, naming every fault.
 */
export async function startServer(folders: ServedFolders, port: number) {
  const reading = readManifest(await readFile(path.join(folders.addin, "manifest.xml"), "utf8"));
  if (!reading.ok) throw new Error(reading.errors.join("\n"));
  const { addin } = reading;
  const server = createServer((request, response) => {
    answer(folders, addin, request)
      .catch((error: unknown) => failure(500, String(error)))
      .then((reply) => send(response, reply));
  });
  const url = `http://${LOOPBACK}:${await listen(server, port)}/`;
  return {
    url,
    addin,
    close: () =>
      new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function answer(
  folders: ServedFolders,
  addin: Addin,
  request: IncomingMessage,
): Promise<Answer> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return failure(405, `${request.method} is not answered here: GET is`);
  }
  if (!isOurHost(request.headers.host)) {
    return failure(403, "the local workbook answers only to the name of this machine");
  }
  const urlPath = (request.url ?? "/").replace(/[?#].*$/, "");
  if (urlPath === "/") return fileAnswer(path.join(folders.page, "index.html"), PAGE_POLICY);
  if (urlPath === `${OWN}addin.json`) {
    return success(JSON.stringify(addin), { "content-type": contentType("addin.json") });
  }
  const [folder, rest] = urlPath.startsWith(OFFICE)
    ? [folders.office, urlPath.slice(OFFICE.length)]
    : urlPath.startsWith(OWN)
      ? [folders.page, urlPath.slice(OWN.length)]
      : [folders.addin, urlPath.slice(1)];
  const file = fileInFolder(folder, rest);
  if (file === undefined) return failure(403, `${urlPath} is not a path of a file here`);
  return urlPath === addin.paneUrl ? paneAnswer(file) : fileAnswer(file);
}

async function fileAnswer(file: string, policy?: string): Promise<Answer> {
  const body = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "EISDIR" || error.code === "ENOTDIR") return null;
    throw error;
  });
  if (body === null) return failure(404, `there is no ${path.basename(file)} here`);
  return success(body, {
    "content-type": contentType(file),
    ...(policy === undefined ? {} : { "content-security-policy": policy }),
  });
}

async function paneAnswer(file: string): Promise<Answer> {
  const html = await readFile(file, "utf8");
  const page = withLocalOffice(html, `${OWN}pane-bridge.js`, `${OFFICE}office.js`);
  if (!page.ok) return failure(500, `${path.basename(file)}: ${page.error}`);
  return success(page.html, { "content-type": contentType(file) });
}

/** A page elsewhere could point a name of its own at this machine; it would still send that name. */
function isOurHost(host: string | undefined): boolean {
  return host !== undefined && /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
}

function success(body: string | Buffer, headers: OutgoingHttpHeaders) {
  return { status: 200, body, headers };
}

function failure(status: number, sentence: string): Answer {
  return { status, body: `${sentence}\n`, headers: { "content-type": contentType("x.txt") } };
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, {
    ...headers,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "content-length": Buffer.byteLength(body),
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}

async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; ; port += 1) {
    try {
      server.listen(port, LOOPBACK);
      await once(server, "listening");
      break;
    } catch (error) {
      const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      if (!isTaken || port === 0 || port >= first + PORTS_TRIED) throw error;
    }
  }
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}
