import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { findBrowser, launchBrowser } from "../support/browser.ts";
const files = process.argv.slice(2);
const html = `<html><body><script type="module">
import * as pdfjs from "/pdf.mjs"; pdfjs.GlobalWorkerOptions.workerSrc="/pdf.worker.mjs";
window.go = async (u) => { const d = await pdfjs.getDocument(u).promise; window.n=d.numPages; document.body.replaceChildren();
for (let i=1;i<=Math.min(d.numPages,14);i++){ const p=await d.getPage(i); const v=p.getViewport({scale:1.4}); const c=document.createElement("canvas"); c.width=v.width;c.height=v.height;c.id="p"+i; document.body.append(c); await p.render({canvasContext:c.getContext("2d"),viewport:v}).promise;} return d.numPages; };
window.ready=true;
</script></body></html>`;
const server = createServer((q, r) => {
  const u = q.url;
  if (u.endsWith(".mjs")) { r.setHeader("content-type","text/javascript"); r.end(readFileSync("/tmp/pdfjs/node_modules/pdfjs-dist/legacy/build"+u)); }
  else if (u.endsWith(".pdf")) { r.setHeader("content-type","application/pdf"); r.end(readFileSync(u)); }
  else { r.setHeader("content-type","text/html"); r.end(html); }
}).listen(0);
const port = server.address().port;
const browser = await launchBrowser(await findBrowser());
const page = await browser.newPage({ viewport: { width: 1300, height: 1000 } });
page.on("pageerror", e => console.log(e.message));
await page.goto(`http://localhost:${port}/`);
await page.waitForFunction(() => window.ready);
for (const f of files) {
  const n = await page.evaluate((u) => window.go(u), f);
  console.log(f, n, "pages");
  for (let i=1;i<=Math.min(n,14);i++) await page.locator("#p"+i).screenshot({ path: f.replace(/\.pdf$/, `-${i}.png`) });
}
await browser.close(); server.close();
