// test/zz/zz-pdf.mjs
import { createServer } from "node:http";
import { readFileSync } from "node:fs";

// test/support/browser.ts
import { existsSync as existsSync2 } from "node:fs";
import path2 from "node:path";
import { chromium } from "playwright-core";

// test/support/bundled-chromium.ts
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
var CACHE = path.resolve("node_modules/.cache/bandwise");
var CARRIED_LIBRARIES = ["AWS_LAMBDA_JS_RUNTIME", "nodejs20.x"];
var TOUCHED = [CARRIED_LIBRARIES[0], "TMPDIR", "LD_LIBRARY_PATH", "FONTCONFIG_PATH"];
async function unpackBundledChromium(version) {
  const home = path.join(CACHE, `chromium-${version}`);
  if (!existsSync(home)) {
    await mkdir(CACHE, { recursive: true });
    const fresh = await mkdtemp(path.join(CACHE, "unpacking-"));
    await unpackInto(fresh);
    await writeFile(path.join(fresh, "fonts", "fonts.conf"), fontsConfiguration(home));
    await rename(fresh, home).catch(async (error) => {
      if (!existsSync(home)) throw error;
      await rm(fresh, { recursive: true, force: true });
    });
  }
  return {
    executablePath: path.join(home, "chromium"),
    environment: {
      LD_LIBRARY_PATH: [path.join(home, "al2023", "lib"), process.env["LD_LIBRARY_PATH"]].filter(Boolean).join(":"),
      FONTCONFIG_PATH: path.join(home, "fonts")
    }
  };
}
async function unpackInto(folder) {
  const before = TOUCHED.map((name) => [name, process.env[name]]);
  process.env["TMPDIR"] = folder;
  process.env[CARRIED_LIBRARIES[0]] = CARRIED_LIBRARIES[1];
  try {
    const { default: chromium2 } = await import("@sparticuz/chromium");
    await chromium2.executablePath();
  } finally {
    for (const [name, value] of before) {
      if (value === void 0) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
function fontsConfiguration(home) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${path.join(home, "fonts")}</dir>
  <cachedir>${path.join(home, "fonts-cache")}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>Segoe UI</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;
}

// test/support/browser.ts
var BUNDLED_VERSION = "143.0.4";
var THIS_MACHINE = {
  platform: process.platform,
  arch: process.arch,
  environment: process.env,
  exists: existsSync2
};
async function findBrowser(machine = THIS_MACHINE) {
  const { environment, exists } = machine;
  if (environment["BANDWISE_BROWSER"] !== "bundled") {
    const named = environment["CHROME_PATH"];
    if (named) {
      return exists(named) ? { kind: "browser", name: path2.basename(named), executablePath: named, environment: {} } : { kind: "none", reason: `CHROME_PATH is ${named}: no such file` };
    }
    const installed = usualPlaces(machine).find((file) => exists(file));
    if (installed) {
      const name = path2.basename(installed);
      return { kind: "browser", name, executablePath: installed, environment: {} };
    }
  }
  if (machine.platform !== "linux" || machine.arch !== "x64") {
    return {
      kind: "none",
      reason: `no Chromium, Chrome or Edge found on this machine (${machine.platform} ${machine.arch}): install one, or set CHROME_PATH to its program`
    };
  }
  const bundled = await unpackBundledChromium(BUNDLED_VERSION);
  return { kind: "browser", name: `bundled Chromium ${BUNDLED_VERSION}`, ...bundled };
}
function usualPlaces({ platform, environment }) {
  if (platform === "win32") {
    const roots = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].map((name) => environment[name]).filter((root) => root !== void 0);
    return [
      ["Google", "Chrome", "Application", "chrome.exe"],
      ["Microsoft", "Edge", "Application", "msedge.exe"],
      ["Chromium", "Application", "chrome.exe"]
    ].flatMap((parts) => roots.map((root) => path2.win32.join(root, ...parts)));
  }
  if (platform === "darwin") {
    const programs = ["Google Chrome", "Chromium", "Microsoft Edge"];
    const roots = ["", environment["HOME"] ?? ""];
    return programs.flatMap(
      (name) => roots.map((root) => `${root}/Applications/${name}.app/Contents/MacOS/${name}`)
    );
  }
  return [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/microsoft-edge",
    "/opt/google/chrome/chrome",
    "/opt/microsoft/msedge/msedge"
  ];
}
function launchBrowser(choice) {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: choice.executablePath,
    headless: true,
    env: { ...definedOnly(process.env), ...choice.environment },
    args: [
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--disable-quic",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
      ...isRoot ? ["--no-sandbox"] : []
    ]
  });
}
function definedOnly(environment) {
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry) => entry[1] !== void 0
    )
  );
}

// test/zz/zz-pdf.mjs
var files = process.argv.slice(2);
var html = `<html><body><script type="module">
import * as pdfjs from "/pdf.mjs"; pdfjs.GlobalWorkerOptions.workerSrc="/pdf.worker.mjs";
window.go = async (u) => { const d = await pdfjs.getDocument(u).promise; window.n=d.numPages; document.body.replaceChildren();
for (let i=1;i<=Math.min(d.numPages,14);i++){ const p=await d.getPage(i); const v=p.getViewport({scale:1.4}); const c=document.createElement("canvas"); c.width=v.width;c.height=v.height;c.id="p"+i; document.body.append(c); await p.render({canvasContext:c.getContext("2d"),viewport:v}).promise;} return d.numPages; };
window.ready=true;
</script></body></html>`;
var server = createServer((q, r) => {
  const u = q.url;
  if (u.endsWith(".mjs")) {
    r.setHeader("content-type", "text/javascript");
    r.end(readFileSync("/tmp/pdfjs/node_modules/pdfjs-dist/legacy/build" + u));
  } else if (u.endsWith(".pdf")) {
    r.setHeader("content-type", "application/pdf");
    r.end(readFileSync(u));
  } else {
    r.setHeader("content-type", "text/html");
    r.end(html);
  }
}).listen(0);
var port = server.address().port;
var browser = await launchBrowser(await findBrowser());
var page = await browser.newPage({ viewport: { width: 1300, height: 1e3 } });
page.on("pageerror", (e) => console.log(e.message));
await page.goto(`http://localhost:${port}/`);
await page.waitForFunction(() => window.ready);
for (const f of files) {
  const n = await page.evaluate((u) => window.go(u), f);
  console.log(f, n, "pages");
  for (let i = 1; i <= Math.min(n, 14); i++) await page.locator("#p" + i).screenshot({ path: f.replace(/\.pdf$/, `-${i}.png`) });
}
await browser.close();
server.close();
