import { expect, test } from "vitest";
import { openLocalWorkbook } from "../test/support/local-workbook";
import { fileOf, openWorkbook, shownAt } from "../test/support/workbook-files";
import { median, printTable } from "./print";

const ROUNDS = 5;
const PLACES = ["A2", "AD60000", "A1048576", "XFD1048576"] as const;

test("opening a file with one cell far away", async () => {
  const workbook = await openLocalWorkbook();
  const taken = new Map<string, number[]>(PLACES.map((place) => [place, []]));
  // They take turns, so that a busy machine slows all of them; the first round warms up.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const place of PLACES) {
      const row = place.replace(/\D/g, "");
      const file = fileOf({
        sheets: { Sheet1: `<row r="${row}"><c r="${place}"><v>5</v></c></row>` },
      });
      const started = performance.now();
      const opening = await openWorkbook(workbook.host, "far.xlsx", file);
      if (round > 0) taken.get(place)?.push(performance.now() - started);
      expect(opening).toEqual({ ok: true, leftOut: [] });
      expect(await shownAt(workbook, place)).toBe(5);
    }
  }
  workbook.close();
  const near = median(taken.get("A2") ?? []);
  printTable("Opening a file of one cell, local workbook in Node", [
    ["at", "ms", "ratio"],
    ...[...taken].map(([place, times]) => [place, median(times), median(times) / near]),
  ]);
});
