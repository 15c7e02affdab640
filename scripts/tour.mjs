// Plays the stories of scripts/tour in the local workbook: `npm run tour`. A picture of each scene
// and a transcript of the cells that it reads go to docs/pictures/. `npm run tour -- --widths` also
// takes each scene at every width of the pane, light and dark, into build/tour/, for review.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { loadTypeScript, root } from "./bundle.mjs";

const { playTour } = await loadTypeScript("scripts/tour/play.ts");

const folder = path.join(root, "docs/pictures");
await mkdir(folder, { recursive: true });
const transcript = await playTour({
  folder,
  widthsFolder: process.argv.includes("--widths") ? path.join(root, "build/tour") : undefined,
  say: (sentence) => console.log(sentence),
});
await writeFile(path.join(folder, "transcript.md"), transcript);
