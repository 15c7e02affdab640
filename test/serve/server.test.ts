import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningServer, startServer } from "../../src/host/serve/server";

const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

const home = mkdtempSync(path.join(tmpdir(), "bandwise-serve-"));
const folders = {
  addin: path.join(home, "addin"),
  page: path.join(home, "page"),
  office: path.join(home, "office"),
};
let server: RunningServer;

beforeAll(async () => {
  for (const folder of Object.values(folders)) mkdirSync(folder);
  cpSync("manifest.xml", path.join(folders.addin, "manifest.xml"));
  writeFileSync(
    path.join(folders.addin, "taskpane.html"),
    `<meta http-equiv=Content-Security-Policy content="script-src 'self'"><script src="${CDN}"></script>`,
  );
  writeFileSync(path.join(folders.addin, "functions.js"), "1;");
  writeFileSync(path.join(folders.page, "index.html"), "<title>Local workbook</title>");
  writeFileSync(path.join(folders.page, "page.js"), "2;");
  writeFileSync(path.join(folders.office, "office.js"), "3;");
  writeFileSync(path.join(home, "secret"), "not for you");
  server = await startServer(folders, 0);
});

afterAll(async () => {
  await server.close();
  rmSync(home, { recursive: true });
});

interface Reply {
  readonly status: number;
  readonly body: string;
  readonly headers: Record<string, unknown>;
}

/** Sends the path exactly as given: `fetch` would tidy it up first. */
function get(urlPath: string, options: { method?: string; host?: string } = {}): Promise<Reply> {
  const { hostname, port, host } = new URL(server.url);
  return new Promise((resolve, reject) => {
    request(
      {
        hostname,
        port,
        path: urlPath,
        method: options.method ?? "GET",
        headers: { host: options.host ?? host },
      },
      (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (part) => {
          body += part;
        });
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
        );
      },
    )
      .on("error", reject)
      .end();
  });
}

describe("startServer()", () => {
  test("binds to this machine alone", () => {
    expect(new URL(server.url).hostname).toBe("127.0.0.1");
  });

  test("serves the local workbook under its own security policy", async () => {
    const { status, body, headers } = await get("/");
    expect([status, body]).toEqual([200, "<title>Local workbook</title>"]);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
  });

  test("serves the add-in's files unchanged at the paths of its manifest", async () => {
    const { status, body, headers } = await get("/functions.js?v=1");
    expect([status, body]).toEqual([200, "1;"]);
    expect(headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(headers["content-security-policy"]).toBeUndefined();
  });

  test("serves the pane with its policy kept and one tag changed", async () => {
    const { body, headers } = await get("/taskpane.html?_host_Info=Excel");
    expect(body).toBe(
      `<meta http-equiv=Content-Security-Policy content="script-src 'self'"><script src="/local-workbook/pane-bridge.js"></script><script src="/local-workbook/office/office.js"></script>`,
    );
    expect(headers["content-security-policy"]).toBeUndefined();
  });

  test("serves Office.js, the page's files and the content of the manifest", async () => {
    expect((await get("/local-workbook/office/office.js")).body).toBe("3;");
    expect((await get("/local-workbook/page.js")).body).toBe("2;");
    const addin = JSON.parse((await get("/local-workbook/addin.json")).body);
    expect(addin).toEqual(server.addin);
    expect(addin.name).toBe("Bandwise");
  });

  test.each([
    "/../secret",
    "/%2e%2e/secret",
    "/local-workbook/../../secret",
    "/local-workbook/office/..%2f..%2fsecret",
  ])("refuses to leave its folders by %s", async (urlPath) => {
    const { status, body } = await get(urlPath);
    expect(status).toBe(403);
    expect(body).not.toContain("not for you");
  });

  test("answers 404 for a missing file, and names it", async () => {
    expect(await get("/nothing.png")).toMatchObject({
      status: 404,
      body: "there is no nothing.png here\n",
    });
    expect((await get("/local-workbook/")).status).toBe(403);
  });

  test("answers GET and HEAD only, and only to this machine's own names", async () => {
    expect((await get("/", { method: "POST" })).status).toBe(405);
    expect(await get("/", { method: "HEAD" })).toMatchObject({ status: 200, body: "" });
    expect((await get("/", { host: "elsewhere.example" })).status).toBe(403);
    expect((await get("/", { host: "localhost:3100" })).status).toBe(200);
  });

  test("skips a port that is taken", async () => {
    const taken = Number(new URL(server.url).port);
    const next = await startServer(folders, taken);
    expect(Number(new URL(next.url).port)).toBeGreaterThan(taken);
    await next.close();
  });

  test("names the faults of a manifest that it cannot read", async () => {
    const broken = path.join(home, "broken");
    mkdirSync(broken);
    writeFileSync(
      path.join(broken, "manifest.xml"),
      readFileSync("manifest.xml", "utf8").replace("<FunctionName>buildTable</FunctionName>", ""),
    );
    await expect(startServer({ ...folders, addin: broken }, 0)).rejects.toThrow(
      "manifest: the function of button Bandwise.BuildTable is missing",
    );
  });
});
