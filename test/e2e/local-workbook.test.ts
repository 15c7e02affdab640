import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults, ElementContext } from "axe-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fillCells, readCell, selectCell, typeIntoCell } from "./support/cells";
import { describeInBrowser } from "./support/describe-in-browser";
import { type OpenedWorkbook, openLocalWorkbook } from "./support/local-workbook";

const BANDS = [
  [0, 0],
  [250_000, 0.05],
  [500_000, 0.1],
  [1_000_000, 0.15],
];

/** A small laptop's screen at 200%: 1366 by 768 in half as many pixels. */
const HALF = { width: 683, height: 384 };

describeInBrowser("the local workbook", () => {
  let workbook: OpenedWorkbook;

  beforeAll(async () => {
    workbook = await openLocalWorkbook();
    await fillCells(workbook.page, "A1", BANDS);
  });

  afterAll(async () => {
    await workbook?.close();
  });

  test("calculates a function of the add-in typed into a cell by hand", async () => {
    await typeIntoCell(workbook.page, "D1", "=COMMIT.BAND_RATE(500000,A1:B4)");
    expect(await readCell(workbook.page, "D1")).toEqual({
      value: 0.1,
      text: "0.1",
      formula: "=COMMIT.BAND_RATE(500000,A1:B4)",
      message: null,
    });
  });

  test("calculates again when a cell that the function reads is typed over", async () => {
    await typeIntoCell(workbook.page, "F1", "=COMMIT.BAND_RATE(500000,A1:B4)");
    await typeIntoCell(workbook.page, "B3", "0.2");
    expect((await readCell(workbook.page, "F1")).value).toBe(0.2);
    await typeIntoCell(workbook.page, "B3", "0.1");
    expect((await readCell(workbook.page, "F1")).value).toBe(0.1);
  });

  test("lists the add-in's functions while their names are typed", async () => {
    const { page } = workbook;
    await selectCell(page, "D6");
    await page.keyboard.type("=COMMIT.", { delay: 20 });
    await page.getByText("COMMIT.BAND_RATE", { exact: true }).first().waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    expect((await readCell(page, "D6")).formula).toBeNull();
  });

  test("shows beside the cell what is wrong with what was typed", async () => {
    const { page } = workbook;
    await typeIntoCell(page, "D3", '=COMMIT.BAND_RATE("lots",A1:B4)');
    const { value, message } = await readCell(page, "D3");
    expect(value).toBe("#VALUE!");
    await selectCell(page, "D5");
    await selectCell(page, "D3");
    const card = page.locator("#error-card");
    await card.waitFor();
    expect(await card.textContent()).toBe(`#VALUE!${message}`);
    expect(message).toContain('"lots"');
    // The grid would show a note of its own soon after the mouse came to rest on the cell.
    await page.waitForTimeout(500);
    expect(await page.getByText("Error in value").count()).toBe(0);
    await selectCell(page, "D4");
    await card.waitFor({ state: "hidden" });
  });

  test("draws the ribbon group of the manifest", async () => {
    const group = workbook.page.getByRole("group", { name: "Bandwise" });
    expect(await group.getByRole("button").allTextContents()).toEqual([
      "Open Bandwise",
      "Insert example deal",
      "Build table around thresholds",
      "Explain selected cell",
    ]);
    await group.getByRole("button", { name: "Insert example deal" }).hover();
    await group.getByRole("tooltip").filter({ hasText: "Adds a Deal sheet" }).waitFor();
  });

  test("runs the function that the add-in associates with a button, until it says it is done", async () => {
    const { page, pane } = workbook;
    await pane.evaluate(() => {
      Office.actions.associate("buildTable", async (event: Office.AddinCommands.Event) => {
        await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("Sheet1");
          sheet.getRange("H1").values = [[event.source.id]];
          await context.sync();
        });
        event.completed();
      });
    });
    const button = page.getByRole("button", { name: "Build table around thresholds" });
    await button.click();
    await page.waitForFunction(() => window.localWorkbook?.status.state === "Ready");
    expect((await readCell(page, "H1")).value).toBe("Bandwise.BuildTable");
    expect(await button.getAttribute("aria-busy")).toBeNull();
  });

  test("closes the pane and shows it again from the ribbon; its functions go on", async () => {
    const { page } = workbook;
    const frame = page.getByTitle("Bandwise pane");
    await page.getByRole("button", { name: "Close the pane" }).click();
    await frame.waitFor({ state: "hidden" });
    await typeIntoCell(page, "E1", "=COMMIT.BAND_RATE(1000000,A1:B4)");
    expect((await readCell(page, "E1")).value).toBe(0.15);
    await page.getByRole("button", { name: "Open Bandwise" }).click();
    await frame.waitFor({ state: "visible" });
  });

  test("resizes the pane by keys, from 320 to 450 pixels", async () => {
    const { page } = workbook;
    const edge = page.getByRole("separator", { name: "Width of the pane" });
    const width = async () => (await page.locator("#pane").boundingBox())?.width;
    await edge.focus();
    for (let presses = 0; presses < 20; presses += 1) await page.keyboard.press("ArrowRight");
    expect([await width(), await edge.getAttribute("aria-valuenow")]).toEqual([320, "320"]);
    for (let presses = 0; presses < 20; presses += 1) await page.keyboard.press("ArrowLeft");
    expect([await width(), await edge.getAttribute("aria-valuenow")]).toEqual([450, "450"]);
  });

  test("is accessible outside the grid and the add-in, in light and in dark", async () => {
    const { page } = workbook;
    await typeIntoCell(page, "D8", '=COMMIT.BAND_RATE("lots",A1:B4)');
    await selectCell(page, "D8");
    await page.locator("#error-card").waitFor();
    await page.evaluate(
      await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"),
    );
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const violations = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(context: ElementContext, options: object): Promise<AxeResults> };
        };
        const context = { exclude: ["#grid", "[data-u-comp]", "#pane-frame"] };
        return (await axe.run(context, { iframes: false })).violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => ({ id, html, failureSummary })),
        );
      });
      expect(violations, colorScheme).toEqual([]);
    }
  });

  describe("on a screen at 200%", () => {
    beforeAll(async () => {
      await workbook.page.emulateMedia({ colorScheme: "light" });
      await workbook.page.evaluate((usual) => window.localWorkbook?.pane.resize(usual), 350);
      await workbook.page.setViewportSize(HALF);
    });

    test("its header is one line, and every button in it has its name", async () => {
      const { page } = workbook;
      const header = await page.locator(".top").boundingBox();
      expect(header?.height).toBeLessThanOrEqual(44);
      const buttons = await page.locator("#ribbon").getByRole("button").all();
      for (const button of buttons) {
        const box = await button.boundingBox();
        expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= HALF.width).toBe(true);
        expect(await button.textContent()).not.toBe("");
      }
    });

    test("F6 goes from the grid to the ribbon to the pane and round, Shift+F6 back", async () => {
      const { page } = workbook;
      const place = () =>
        page.evaluate(() => {
          const focused = document.activeElement;
          if (focused?.id === "pane-frame") return "pane";
          return focused?.closest("#ribbon") ? "ribbon" : "grid";
        });
      const placeAfter = async (key: string): Promise<string> => {
        await page.keyboard.press(key);
        return place();
      };
      await page.evaluate(() => window.localWorkbook?.pane.show());
      await selectCell(page, "B2");
      const round = [
        await placeAfter("F6"),
        await placeAfter("F6"),
        await placeAfter("F6"),
        await placeAfter("F6"),
      ];
      expect(round).toEqual(["ribbon", "pane", "grid", "ribbon"]);
      expect([await placeAfter("Shift+F6"), await placeAfter("Shift+F6")]).toEqual([
        "grid",
        "pane",
      ]);
    });
  });

  test("ran without a refusal, a fault or a request off this machine", async () => {
    const trace = await workbook.page.evaluate(() => window.localWorkbook?.port.trace);
    expect(trace).toMatchObject({ notImplemented: [], internalErrors: [] });
    expect(await workbook.page.locator("#refusal-count").textContent()).toBe("NotImplemented: 0");
    expect(workbook.requestsOutside).toEqual([]);
    expect(workbook.faults).toEqual([]);
  });
});
