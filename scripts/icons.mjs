// Draws the pictures that manifest.xml names from the drawings in assets/: `npm run icons`.
// The picture of 16 pixels has a drawing made for that size.
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { loadTypeScript, root } from "./bundle.mjs";

const PICTURES = {
  icon: [16, 20, 24, 32, 40, 48, 64, 80, 96, 128],
  example: [16, 32, 80],
  table: [16, 32, 80],
  explain: [16, 32, 80],
};

const { findBrowser, launchBrowser } = await loadTypeScript("test/support/browser.ts");
const choice = await findBrowser();
if (choice.kind === "none") {
  console.error(`The icons were not drawn: ${choice.reason}.`);
  process.exit(1);
}

const browser = await launchBrowser(choice);
const page = await browser.newPage();
for (const [name, sizes] of Object.entries(PICTURES)) {
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(await pageOf(name, size));
    await page.locator("img").evaluate((image) => image.decode());
    const picture = await page.screenshot({ omitBackground: true, type: "png" });
    await writeFile(path.join(root, "assets", `${name}-${size}.png`), picture);
  }
  console.log(`assets/${name}-{${sizes.join(",")}}.png`);
}
await browser.close();

async function pageOf(name, size) {
  const small = path.join(root, "assets", `${name}-small.svg`);
  const large = path.join(root, "assets", `${name}.svg`);
  const drawing = await readFile(size <= 16 && existsSync(small) ? small : large, "base64");
  return `<style>*{margin:0}img{display:block}</style><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${drawing}">`;
}
