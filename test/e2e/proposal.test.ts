import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Frame } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  addressBeside,
  openSheet,
  readBeside,
  readTexts,
  settled,
  sheetNames,
} from "./support/cells";
import { closeWithoutFault } from "./support/close-without-fault";
import { describeInBrowser } from "./support/describe-in-browser";
import { openFile, saveFile } from "./support/files";
import { pressOn } from "./support/keyboard";
import { type OpenedWorkbook, openLocalWorkbook } from "./support/local-workbook";
import { button, field, isOpen, openView, said, takeFromMenu, verdict } from "./support/pane";

/** An email as vendors write them, in which two things may mean two things each. */
const EMAIL = [
  "Hi Sam,",
  "",
  "good to talk on 12 November. For the coming year we can do 10% at $250k, 15% at $500k, and up to 20% at $1M.",
  "We would like to see a commitment of $1.5M over three years.",
  "Usage above the commitment is billed at the committed rate; unused commitment is forfeited.",
  "Prices are held for the term, payment net 45.",
  "It includes 120 seats at $60 a month, counted toward the commitment.",
  "The term ends on 31 January 2030. Either party may cancel with 60 days' notice before the end of the term.",
  "",
  '=HYPERLINK("https://example.com","Book a call")',
  "Anna, +1 555 010 0199",
].join("\n");

/** The vendor's answer: a better rate at the same threshold, and shorter days to pay. */
const SECOND_EMAIL = [
  "We can do 11% at $250k and 17% at $500k a year for a commitment of $500k a year over three years.",
  "Usage above the commitment is billed at the committed rate; unused commitment is forfeited.",
  "Prices are held for the term, payment net 30.",
].join("\n");

describeInBrowser("from a pasted email to a counter-offer and the next round", () => {
  let workbook: OpenedWorkbook;
  let pane: Frame;
  let folder = "";
  const press = (name: string | RegExp, ...keys: readonly string[]): Promise<void> =>
    pressOn(workbook.page, pane, name, ...keys);

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "bandwise-proposal-"));
    workbook = await openLocalWorkbook();
    pane = workbook.pane;
  });

  afterAll(async () => {
    await closeWithoutFault(workbook);
    await rm(folder, { recursive: true });
  });

  test("its two questions are answered, and only then a deal is written", async () => {
    const { page } = workbook;
    await button(pane, "Start from a proposal").click();
    await pane.getByLabel("Proposal", { exact: true }).fill(EMAIL);
    await pane.getByText("This is not firm. Does the deal count on it?").waitFor();
    await pane.getByText("What is committed in each year?").waitFor();
    await pane.getByText("Also said, not priced yet").waitFor();
    await pane.getByText("An average and its spread").click();
    await field(pane, "Average").fill("600k");
    await field(pane, "Spread").fill("35%");
    await button(pane, "Show where I stand").click();
    await said(pane, "things to mend or answer");
    expect(await sheetNames(page)).toEqual(["Sheet1"]);
    await pane.getByLabel("Leave it out").first().check();
    await pane.getByLabel("$500,000", { exact: true }).check();
    await pane.getByText("$500,000, as the proposal says").waitFor();
    await field(pane, "Received").fill("12 Nov 2026");
    await pane.getByLabel("How firm is it?").selectOption("Medium");
    await pane.getByLabel("Keep its text on the sheet").check();
    await button(pane, "Show where I stand").click();
    await said(pane, "Added Deal and Seats and dates from the proposal.");
    await verdict(pane)
      .getByText(/^Commit|^\$/)
      .first()
      .waitFor();
  });

  test("its seats fill a part of the commitment, and its notice has a last day", async () => {
    const { page } = workbook;
    await openSheet(page, "Seats and dates");
    await settled(page);
    // 120 seats at $60 cost $7,200 a month; 60 days before 31 January are 2 December.
    expect((await readTexts(page, "A1", "A6")).flat().join("\n")).toMatch(
      /^Seats are \$86,400 of the \$500,000 commitment; the API /m,
    );
    const rows = (await readTexts(page, "A18", "H60")).map((row) => row.join(" | "));
    expect(rows).toContain("Seats | 120 | $60.00 | 12.0 | yes |  | $86,400 | $86,400");
    expect(rows).toContainEqual(expect.stringMatching(/^Term end \| 2030-01-31 \|/));
    expect(rows).toContainEqual(
      expect.stringMatching(/^Notice to renew or cancel \| {2}\| 60 \| 2029-12-02 \|/),
    );
  });

  test("the sheet holds its bands, terms and commitment, and beside them what no term says", async () => {
    const { page } = workbook;
    await openSheet(page, "Deal");
    await settled(page);
    expect((await readBeside(page, "Overage")).text).toBe("committed");
    expect(await addressBeside(page, "Forfeited share")).toMatch(/^B/);
    const texts = await readTexts(page, "A1", "I60");
    const rows = texts.map((row) => row.filter((text) => text !== "").join(" | "));
    expect(
      rows.some((row) =>
        /^\$250,000 \| 10\.0%.*proposal, received 12 Nov 2026 \| Medium/.test(row),
      ),
    ).toBe(true);
    expect(rows.some((row) => row.startsWith("$1,000,000"))).toBe(false);
    for (const said of [
      "Term | 3",
      "Price path | locked",
      "Payment | not priced yet",
      "Left out | not priced",
    ])
      expect(rows.join("\n")).toContain(said);
    expect(rows).toContain('=HYPERLINK("https://example.com","Book a call")');
  });

  test("by keyboard it becomes a counter-offer of one page", async () => {
    await pane.locator("bandwise-home h1").focus();
    await press(/^Negotiation/, "Enter");
    await isOpen(pane, "negotiation");
    await press(/^Build the counter-offer/, "Enter");
    await said(pane, "Built Counter-offer, one page to print.");
    const { page } = workbook;
    await settled(page);
    const position = (await readTexts(page, "A5", "A6")).flat();
    expect(position[0]).toMatch(/^We commit to \$\d/);
    expect(position[1]).toMatch(/^It is expected to cost \$\d/);
    expect((await readTexts(page, "A1", "D45")).flat().filter((text) => /^#/.test(text))).toEqual(
      [],
    );
  });

  test("saved and opened, it goes on with the vendor's second round: prices, and text terms", async () => {
    const { page } = workbook;
    pane = await openFile(page, await saveFile(page, folder));
    await pane.locator("bandwise-home").waitFor();
    await takeFromMenu(pane, "Add the vendor’s next offer");
    await pane.getByLabel("Proposal", { exact: true }).fill(SECOND_EMAIL);
    await field(pane, "From (optional)").fill("Acme");
    await field(pane, "Received").fill("20 Nov 2026");
    await button(pane, "Show what it changes").click();
    await said(pane, "Added Acme, 20 Nov 2026 as a scenario");
    const changed = pane.locator("bandwise-what-changed");
    await changed.getByText(/^The expected cost (falls|rises) by \$\d/).waitFor();
    await changed.getByText("Only in Acme, 20 Nov 2026:").waitFor();
    expect(await changed.locator("li").allInnerTexts()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Payment: within 45 days/),
        expect.stringMatching(/^Payment: within 30 days/),
      ]),
    );
    await openView(pane, "sheets");
    const remove = button(pane, "Remove this table").filter({ hasText: "Offer: Acme" });
    await remove.click();
    await said(pane, /is read by the scenario Acme, 20 Nov 2026, which would show #REF!/);
    await button(pane, "Keep it").click();
    await said(pane, "stays.");
  });
});
