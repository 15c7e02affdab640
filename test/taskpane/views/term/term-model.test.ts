import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../../src/core/currency";
import { AS_IT_IS } from "../../../../src/deal/assumptions";
import { readDealCells } from "../../../../src/deal/parse-deal";
import { readSchedule } from "../../../../src/deal/schedule-cells";
import { TERM_ROWS } from "../../../../src/sheets/example-deal";
import { printContent } from "../../../../src/sheets/formulas/print";
import { scheduleRows } from "../../../../src/sheets/schedule-table";
import { PaneModel } from "../../../../src/taskpane/pane-model";
import {
  historySentence,
  moveSentence,
  presetText,
} from "../../../../src/taskpane/views/term/list-history-words";
import { scheduleRequest } from "../../../../src/taskpane/views/term/schedule-request";
import { termDraft, withTermDraft } from "../../../../src/taskpane/views/term/term-draft";
import { termEvidence } from "../../../../src/taskpane/views/term/term-messages";
import { TermModel } from "../../../../src/taskpane/views/term/term-model";
import { readTerm } from "../../../../src/taskpane/views/term/term-reading";
import { fakeWorkbook } from "../../fake-actions";
import { dealCells, SCENARIOS } from "../../pane-scenarios";

type Cells = Parameters<typeof dealCells>[0];

async function opened() {
  const workbook = fakeWorkbook(SCENARIOS.example);
  const pane = new PaneModel(workbook.actions, () => {});
  await pane.start();
  return { pane, model: new TermModel(pane.context) };
}

function readOf(change: Cells, texts: Parameters<typeof withTermDraft>[1]["texts"] = {}) {
  const shown = { shownDeal: "names", shown: null };
  return readTerm({
    deal: { kind: "read", reading: readDealCells(dealCells(change)) },
    ...{ whatIf: AS_IT_IS, currency: US_DOLLAR, ...shown },
    drafts: withTermDraft({ drafts: {}, ...shown }, { texts }),
  });
}

describe("TermModel", () => {
  test("keeps what is set for each deal, while another is shown too", async () => {
    const { pane, model } = await opened();
    model.type("Term", "3");
    model.tick("burndown");
    const draft = termDraft(pane.state);
    expect(draft).toMatchObject({ texts: { Term: "3" }, sheets: ["term", "burndown"] });
    pane.context.put({ shownDeal: "another" });
    expect(termDraft(pane.state).texts).toEqual({});
    model.type("Term", "5");
    pane.context.put({ shownDeal: "another", shown: "Bold" });
    expect(termDraft(pane.state).texts).toEqual({});
    pane.context.put({ shownDeal: "another", shown: null });
    expect(termDraft(pane.state).texts).toEqual({ Term: "5" });
  });

  test("puts the years on the sheet, which answers for their fields from then on", async () => {
    const { pane, model } = await opened();
    model.type("Term", "3");
    model.type("Commitments", "250k; 500k; 750k");
    model.type("Rollover share", "50%");
    await model.putYears();
    expect(pane.state.status?.text).toBe(
      "The years are on Schedule. Change them there; the pane follows.",
    );
    expect(termDraft(pane.state).texts).toEqual({ "Rollover share": "50%" });
    const term = readTerm(pane.state);
    expect([...(term?.form.ofSchedule ?? [])]).toContain("Commitments");
    expect(term?.schedule.map(({ commitmentUsd }) => commitmentUsd)).toEqual([
      ...[250_000, 500_000, 750_000],
    ]);
  });

  test("builds the sheets that are ticked, and says what to do where none is", async () => {
    const { pane, model } = await opened();
    model.type("Term", "3");
    model.tick("burndown");
    await model.build();
    expect(pane.state.status?.text).toBe(
      "Built Term and Burndown. Everything there is a live formula.",
    );
    expect(pane.state.tables.map(({ sheet }) => sheet)).toEqual(["Term", "Burndown"]);
    model.tick("term");
    model.tick("burndown");
    await model.build();
    expect(pane.state.status?.text).toBe("Tick the sheet that you want first.");
  });
});

describe("what list prices did", () => {
  const BOOK = [
    ["Model", "From", "Input", "Output"],
    ["claude-haiku-4", "2025-01-01", 1, 5],
    ["claude-haiku-5", "2026-01-01", 0.8, 4],
  ];

  async function asked(values: readonly (readonly unknown[])[] | null) {
    const workbook = fakeWorkbook(SCENARIOS.example);
    const table = values && { address: "PriceBook!A4:D6", values };
    const readPriceBook = async () => ({ ok: true, value: table }) as const;
    const pane = new PaneModel({ ...workbook.actions, readPriceBook }, () => {});
    await pane.start();
    const model = new TermModel(pane.context);
    await model.readListHistory();
    return { pane, model };
  }

  test("is a preset of the slider, with what it rests on", async () => {
    const { pane, model } = await asked(BOOK);
    const history = pane.state.drafts.listHistory;
    const [move] = history?.moves ?? [];
    if (!history || !move) throw new Error("no history");
    expect(moveSentence(move)).toBe(
      "Haiku-class list fell 20% from 2025-01-01 (claude-haiku-4) to 2026-01-01 (claude-haiku-5).",
    );
    expect(historySentence(history)).toContain("the price book of this workbook");
    model.type("List price change", presetText(move));
    expect(readTerm(pane.state)?.form.policies["List price change"]).toBe(-0.2);
  });

  test("is nothing where the book has one date, and that is said", async () => {
    const { pane } = await asked(BOOK.slice(0, 2));
    const history = pane.state.drafts.listHistory;
    expect(history?.moves).toEqual([]);
    expect(history && historySentence(history)).toMatch(/^No class of models has dated prices/);
  });

  test("is that of the book that comes with Bandwise where the workbook has none", async () => {
    const { pane } = await asked(null);
    expect(pane.state.drafts.listHistory).toMatchObject({ isOwn: false, moves: [{}, {}, {}] });
  });

  test("is a sentence where the book cannot be read", async () => {
    const { pane } = await asked([...BOOK, ["claude-haiku-6", "2027-01-01", "a lot", 4]]);
    expect(pane.state.drafts.listHistory).toBeUndefined();
    expect(pane.state.status?.text).toMatch(/^The price book in this workbook cannot be used: /);
  });
});

describe("scheduleRequest()", () => {
  const cellsOf = (change: Cells, texts: Parameters<typeof readOf>[1]) => {
    const term = readOf(change, texts);
    const request = term && scheduleRequest(term);
    if (typeof request !== "object") return request;
    return scheduleRows(request.years).map((row) => row.map(printContent));
  };

  test.each<[what: string, texts: Parameters<typeof readOf>[1], change: Cells, rows: unknown]>([
    [
      "growth and a fall of list prices",
      { Term: "2", "Usage growth": "20%", "List price change": "-20%" },
      {},
      [
        [1, "=COMMIT.FORECAST_MEAN(Forecast)", "=Commitment", 1],
        [2, "=COMMIT.FORECAST_MEAN(Forecast)*POWER(1.2,1)", "=Commitment", 0.8],
      ],
    ],
    [
      "a ramp",
      { Commitments: "250k; 500k" },
      {},
      [
        [1, "=COMMIT.FORECAST_MEAN(Forecast)", 250_000, 1],
        [2, "=COMMIT.FORECAST_MEAN(Forecast)", 500_000, 1],
      ],
    ],
    [
      "what the terms say already as blanks",
      {},
      { terms: [...TERM_ROWS, ["Term", 2], ["Usage growth", 0.2], ["List price change", -0.1]] },
      [
        [1, "", "=Commitment", ""],
        [2, "", "=Commitment", ""],
      ],
    ],
    [
      "another length than the terms say, refused",
      { Term: "3" },
      { terms: [...TERM_ROWS, ["Term", 2]] },
      "The terms of the deal say Term 2, and years here is 3: change it in the terms first.",
    ],
    [
      "a part-year, refused",
      { Term: "1.5", Period: "month" },
      {},
      "Write the term Term, 1.5, among the terms of the deal first: a schedule alone has whole years.",
    ],
    [
      "fields that cannot be read, refused",
      { Term: "x" },
      {},
      "Put right what the term waits for first: the years are made from it.",
    ],
  ])("writes %s", (_, texts, change, rows) => {
    expect(cellsOf(change, texts)).toEqual(rows);
  });
});

describe("a schedule in the Term view", () => {
  const SCHEDULE = [
    ["Year", "Usage", "Commitment"],
    [1, 700_000, 250_000],
    [2, "", 500_000],
  ];

  test("answers for its fields, whatever was typed before, and says what its blanks stand for", () => {
    const term = readOf(
      { schedule: SCHEDULE },
      { Term: "5", Commitments: "1M", "Usage growth": "10%" },
    );
    if (!term?.answer?.ok) throw new Error(JSON.stringify(term?.answer));
    expect([term.answer.value.termYears, [...term.form.ofSchedule]]).toEqual([
      2,
      ["Term", "Usage growth", "Commitments"],
    ]);
    expect(termEvidence(term.answer.value, term.reading, term.schedule, US_DOLLAR)).toBe(
      "Usage of the schedule, $1,400,000 in all at the list prices of signing. Where the schedule is blank, year 2 has the usage of the forecast. List prices stay as they are. One contract for the whole term, without a renewal inside.",
    );
  });

  test("that cannot be read is named with its cell, and no number is shown", () => {
    const schedule = [["Commitment"], ["a lot"]];
    const addresses = {
      ...{ Bands: null, Terms: null, Usage: null, Commitment: null },
      Forecast: null,
    };
    const term = readOf({ schedule, addresses: { ...addresses, Schedule: "Deal!K4:K5" } });
    expect(term?.answer?.ok).toBe(false);
    expect(term?.scheduleFault).toMatchObject({ part: "Schedule", cells: ["Deal!K5"] });
    expect(readSchedule(schedule).ok).toBe(false);
  });
});
