import { describe, expect, test } from "vitest";
import { positionOf } from "../../../src/analysis/position-of-deal";
import { US_DOLLAR } from "../../../src/core/currency";
import { AS_IT_IS } from "../../../src/deal/assumptions";
import { readDealCells } from "../../../src/deal/parse-deal";
import { fullLine } from "../../../src/taskpane/views/offer/full-line";
import { carriesRows } from "../../../src/wording/messages/position-messages";
import { rolloverNote, unusedWordsOf } from "../../../src/wording/messages/rollover-words";
import { dealCells } from "../../taskpane/pane-scenarios";

type Cells = Parameters<typeof dealCells>[0];
const BANDS = [
  ["Threshold", "Discount"],
  [250_000, 0.08],
  [750_000, 0.14],
];
const OWN = BANDS.map((row, index) => [...row, ["Rollover share", 0.5, 1][index] ?? ""]);

describe("what the pane says of unused commitment that rolls over", () => {
  test.each<[terms: string, cells: Cells, words: string, top: string]>([
    ["none", { bands: BANDS, terms: [["Overage", "list"]] }, "unused is lost", "forfeited"],
    ["no share", { bands: BANDS, terms: [["Rollover share", 0]] }, "unused is lost", "forfeited"],
    [
      "half",
      { bands: BANDS, terms: [["Rollover share", 0.5]] },
      "50% of unused rolls over",
      "50% rolls over",
    ],
    [
      "all",
      { bands: BANDS, terms: [["Rollover share", "100%"]] },
      "unused rolls over",
      "rolls over",
    ],
    [
      "half, beside a half that returns",
      {
        bands: BANDS,
        terms: [
          ["Rollover share", 0.5],
          ["Forfeited share", 0.5],
        ],
      },
      "a part of unused comes back, a part rolls over",
      "a part comes back, a part rolls over",
    ],
    [
      "a share of each band",
      { bands: OWN, terms: null },
      "what of unused rolls over differs by band",
      "rolls over",
    ],
  ])("%s", (_, cells, words, top) => {
    const reading = readDealCells(dealCells({ ...cells, commitment: 750_000 }));
    const state = {
      deal: { kind: "read" as const, reading },
      ...{ whatIf: AS_IT_IS, currency: US_DOLLAR, comparables: null },
    };
    expect(fullLine(state).text).toContain(words);
    const position = positionOf(reading, US_DOLLAR);
    const rows = position ? carriesRows(position, unusedWordsOf(reading)) : [];
    expect(rows.find(({ label }) => label === "Shortfall")?.here).toBe(top);
    expect(rolloverNote(reading) === "").toBe(words === "unused is lost");
  });
});
