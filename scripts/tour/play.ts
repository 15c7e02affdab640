import path from "node:path";
import type { Frame, Page } from "playwright-core";
import { readCell } from "../../test/e2e/support/cells";
import {
  endLocalWorkbooks,
  type OpenedWorkbook,
  openLocalWorkbook,
} from "../../test/e2e/support/local-workbook";
import { takePaneTour, takePicture } from "../../test/e2e/support/pictures";
import { DECISION_STORY } from "./decision-story";
import { EXAMPLE_STORY } from "./example-story";
import { GUIDE_STORY } from "./guide-story";
import { OWN_SHEET_STORY } from "./own-sheet-story";
import { MISSION_STORY } from "./reference-deal-story";
import type { Story } from "./scene";
import { USAGE_STORY } from "./usage-story";

const STORIES: readonly Story[] = [
  USAGE_STORY,
  MISSION_STORY,
  GUIDE_STORY,
  EXAMPLE_STORY,
  DECISION_STORY,
  OWN_SHEET_STORY,
];

/** What in the pane is an answer: home's verdict and rows, the verdict above a view and the view's own answer, faults, words beside fields, the status line. */
const PANE_WORDS = [
  ...["bandwise-import-form #title", "bandwise-months #title", "bandwise-efficient-use [open] h2"],
  ...["bandwise-usage-forecast [open] h2", "bandwise-to-commitment [open] h2"],
  ...["bandwise-home h1", "bandwise-home .evidence", "bandwise-home .notice p", "bandwise-home li"],
  ...["header .verdict", "main #answer", "bandwise-commitment .lead", "bandwise-clauses #title"],
  ...["bandwise-deal-facts section > p", "bandwise-field .note", "bandwise-status [role=status]"],
].join(", ");

/** The pictures are for reading: they show more cells than the screen of the tests. */
const SCREEN = { width: 1360, height: 820 };

/** The folders for the pictures, and a callback for progress. */
export interface TourOptions {
  readonly folder: string;
  /** The folder for pictures of every width, light and dark; undefined for none. */
  readonly widthsFolder: string | undefined;
  say(sentence: string): void;
}

/**
 * Plays every story, each in its own workbook, and takes its pictures.
 *
 * @returns The transcript, as Markdown.
 * @throws When a page reports an error, or asks another machine for anything.
 */
export async function playTour(options: TourOptions): Promise<string> {
  const transcript = [
    "# Tour",
    "",
    "Written by `npm run tour`: each picture is the local workbook itself, with what the pane said and what the cells held then.",
  ];
  try {
    for (const story of STORIES) {
      const workbook = await openLocalWorkbook(SCREEN);
      try {
        transcript.push("", `## ${story.title}`, ...(await playStory(story, workbook, options)));
        const wrong = [...workbook.faults, ...workbook.requestsOutside];
        if (wrong.length > 0) throw new Error(`the tour went wrong:\n${wrong.join("\n")}`);
      } finally {
        await workbook.close();
      }
    }
  } finally {
    await endLocalWorkbooks();
  }
  return `${transcript.join("\n")}\n`;
}

async function playStory(
  { scenes }: Story,
  workbook: OpenedWorkbook,
  { folder, widthsFolder, say }: TourOptions,
): Promise<readonly string[]> {
  const { page, pane } = workbook;
  await hideTimes(page);
  const lines: string[] = [];
  for (const { name, title, play, leave } of scenes) {
    const addresses = await play(workbook);
    await takePicture(page, path.join(folder, `${name}.png`));
    if (widthsFolder !== undefined) await takePaneTour(page, path.join(widthsFolder, name));
    lines.push("", `### ${title}`, "", `![${title}](${name}.png)`);
    lines.push(...(await wordsOfPane(pane)), ...(await cellsTable(page, addresses)));
    say(`docs/pictures/${name}.png`);
    await leave?.(workbook);
  }
  return lines;
}

/** How long a request took differs each time; without it a picture changes only when the product does. */
async function hideTimes(page: Page): Promise<void> {
  await page.addStyleTag({ content: "#batch { visibility: hidden; }" });
}

async function wordsOfPane(pane: Frame): Promise<readonly string[]> {
  const said = await pane.locator(PANE_WORDS).allInnerTexts();
  const words = said.map((text) => text.replace(/\s+/g, " ").trim()).filter((text) => text !== "");
  return words.length === 0 ? [] : ["", "The pane says:", "", ...words.map((text) => `- ${text}`)];
}

async function cellsTable(page: Page, addresses: readonly string[]): Promise<readonly string[]> {
  if (addresses.length === 0) return [];
  const rows: string[] = [];
  for (const address of addresses) {
    const { formula, text, message } = await readCell(page, address);
    const typed = String(formula).startsWith("=") ? `\`${String(formula)}\`` : "";
    rows.push(`| ${[address, typed, text, message ?? ""].join(" | ")} |`);
  }
  return ["", "| Cell | Formula | Shows | Message |", "|---|---|---|---|", ...rows];
}
