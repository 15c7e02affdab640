import { afterEach, beforeEach, expect, test } from "vitest";
import { REQUIREMENT_SETS } from "../../src/host/office/requirement-sets";
import { failureOf } from "../support/failure";
import { type LocalWorkbook, openLocalWorkbook } from "../support/local-workbook";

let book: LocalWorkbook;
const pane = {
  visible: true,
  show: () => {
    pane.visible = true;
  },
  hide: () => {
    pane.visible = false;
  },
  isVisible: () => pane.visible,
};
beforeEach(async () => {
  book = await openLocalWorkbook({ pane });
});
afterEach(() => book.close());

test("Office is ready in Excel on a PC, in English, with a theme", async () => {
  expect(await book.Office.onReady()).toMatchObject({ host: "Excel", platform: "PC" });
  expect(book.Office.context.displayLanguage).toBe("en-US");
  expect(book.Office.context.diagnostics).toMatchObject({
    host: "Excel",
    platform: "PC",
    version: "Local workbook",
  });
  expect(book.Office.context.officeTheme.bodyBackgroundColor).toMatch(/^#/);
});

test("claims the requirement sets of the model, and no others", () => {
  const { requirements } = book.Office.context;
  for (const [name, version] of Object.entries(REQUIREMENT_SETS)) {
    expect([name, requirements.isSetSupported(name, version)]).toEqual([name, true]);
  }
  expect(requirements.isSetSupported("ExcelApi", "1.18")).toBe(false);
  expect(requirements.isSetSupported("DialogApi", "1.1")).toBe(false);
});

test("the pane is hidden and shown", async () => {
  await book.Office.addin.hide();
  expect(pane.visible).toBe(false);
  await book.Office.addin.showAsTaskpane();
  expect(pane.visible).toBe(true);
});

test("a ribbon command runs the function that was associated, until it is completed", async () => {
  const heard: string[] = [];
  book.Office.actions.associate("sayHello", async (event: Office.AddinCommands.Event) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    heard.push(event.source.id);
    event.completed();
  });
  await book.port.runCommand("sayHello", "Bandwise.Hello");
  expect(heard).toEqual(["Bandwise.Hello"]);
});

test("a ribbon command without a function fails", async () => {
  const error = await failureOf(() => book.port.runCommand("nobodyHome"));
  expect(String(error)).toMatch(/nobodyHome/);
});
