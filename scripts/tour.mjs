// Plays the scenes of tour-scenes.mjs in the local workbook: `npm run tour`. A picture of each and
// a transcript of the cells that it reads go to docs/pictures/.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { loadTypeScript, root } from "./bundle.mjs";
import { SCENES } from "./tour-scenes.mjs";

const PICTURES = path.join(root, "docs/pictures");

const { openLocalWorkbook } = await loadTypeScript("test/e2e/support/local-workbook.ts");
const cells = await loadTypeScript("test/e2e/support/cells.ts");
const pictures = await loadTypeScript("test/e2e/support/pictures.ts");

const workbook = await openLocalWorkbook();
const transcript = [
  "# Tour",
  "",
  "Written by `npm run tour`: each picture is the local workbook itself, and each table what its cells held then.",
];
try {
  await mkdir(PICTURES, { recursive: true });
  for (const { name, title, play } of SCENES) {
    const addresses = await play({ ...workbook, ...cells, ...pictures });
    await pictures.takePicture(workbook.page, path.join(PICTURES, `${name}.png`));
    transcript.push("", `## ${title}`, "", `![${title}](${name}.png)`, ...(await table(addresses)));
    console.log(`docs/pictures/${name}.png`);
  }
  await writeFile(path.join(PICTURES, "transcript.md"), `${transcript.join("\n")}\n`);
  const wrong = [...workbook.faults, ...workbook.requestsOutside];
  if (wrong.length > 0) throw new Error(`the tour went wrong:\n${wrong.join("\n")}`);
} finally {
  await workbook.close();
}

async function table(addresses) {
  if (addresses.length === 0) return [];
  const rows = [];
  for (const address of addresses) {
    const { formula, text, message } = await cells.readCell(workbook.page, address);
    const typed = String(formula).startsWith("=") ? `\`${formula}\`` : "";
    rows.push(`| ${[address, typed, text, message ?? ""].join(" | ")} |`);
  }
  return ["", "| Cell | Formula | Shows | Message |", "|---|---|---|---|", ...rows];
}
