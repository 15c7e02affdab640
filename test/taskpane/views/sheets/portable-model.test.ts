import { describe, expect, test } from "vitest";
import { cell } from "../../../../src/sheets/native/excel/formula";
import { explainCell } from "../../../../src/sheets/portable/explanation";
import { planFreeze } from "../../../../src/sheets/portable/frozen-numbers";
import { planPortable } from "../../../../src/sheets/portable/portable-plan";
import type { PortableActions } from "../../../../src/taskpane/context/pane-actions";
import { PaneModel } from "../../../../src/taskpane/pane-model";
import { copyWords } from "../../../../src/taskpane/views/sheets/portable/copy-words";
import { PortableModel } from "../../../../src/taskpane/views/sheets/portable/portable-model";
import { restoredWords } from "../../../../src/taskpane/views/sheets/restored-words";
import { TablesModel } from "../../../../src/taskpane/views/sheets/tables-model";
import { block, bookOf } from "../../../sheets/portable/book";
import { fakeWorkbook } from "../../fake-actions";
import { SCENARIOS } from "../../pane-scenarios";

const BOOK = bookOf({
  Deal: {
    ...block("A1", [
      [0, 0],
      [250_000, 0.1],
    ]),
    D1: ["=COMMIT.BAND_RATE(300000,A1:B2)", 0.1],
    D2: ["=COMMIT.FUTURE(1)", 5],
  },
});
const LOOK = {
  book: BOOK,
  scope: { kind: "workbook" },
  plan: planPortable(BOOK, { kind: "workbook" }),
  texts: [],
} as const;

const good = <T>(value: T) => ({ ok: true, value }) as const;

/** A pane over a workbook with two formulas, of which one has no twin. */
async function opened(change: Partial<PortableActions> = {}) {
  const done: unknown[][] = [];
  const portable: PortableActions = {
    lookPortable: async () => good(LOOK),
    makePortable: async (look) => {
      done.push(["made", look]);
      return good({ id: "Portable 1", sheet: "Workings", changed: 1, kept: [] });
    },
    freezeOurs: async (look) => {
      done.push(["frozen", look]);
      return good({
        ...{ id: "Frozen 1", sheet: "Frozen numbers" },
        plan: planFreeze(BOOK, { kind: "workbook" }),
      });
    },
    writeNumbers: async (look) => {
      done.push(["numbers", look]);
      return good({ id: "Numbers 1", sheet: "Numbers", cells: look.texts.length });
    },
    canCopyWorkbook: () => true,
    sendCopy: async () => good({ live: 12, frozen: 1, left: 0, changed: [] }),
    restoreOurs: async (id) => {
      done.push(["restored", id]);
      return good({ changed: [], readers: [] });
    },
    explainSelected: async () => good(explainCell(BOOK, cell("Deal", 1, 4))),
    writeExplanation: async () =>
      good({ id: "Table 1", title: "t", sheet: "Explained", address: "A1", complete: true }),
    ...change,
  };
  const { actions } = fakeWorkbook(SCENARIOS.example);
  const pane = new PaneModel({ ...actions, portable: async () => portable }, () => {});
  await pane.start();
  const model = new PortableModel(pane.context, () => {});
  return { pane, model, done, said: () => pane.state.status?.text };
}

describe("PortableModel", () => {
  test("changes nothing before somebody has seen what would change", async () => {
    const { model, done, said } = await opened();
    await model.makePortable();
    await model.freeze();
    expect(done).toEqual([]);
    await model.look("workbook");
    expect(said()).toBe("Nothing is changed yet.");
    expect(model.shown).toMatchObject({
      words: {
        answer: "1 formula becomes Excel's own. 1 stays ours.",
        kept: [{ cells: ["Deal!D2"], reason: expect.stringContaining("FUTURE") }],
        recipients: expect.stringContaining("#NAME? in the cell that stays"),
        canBegin: true,
      },
    });
    await model.makePortable();
    expect(done).toEqual([["made", LOOK]]);
    expect(said()).toBe(
      "1 formula is Excel's own now; Workings has the steps. Restore our formulas, in the list above, puts ours back.",
    );
    expect(model.shown.kind).toBe("nothing");
  });

  test("says which number of ours would change, and shows the look still", async () => {
    const { model, said } = await opened({
      writeNumbers: async () => good({ changes: "Deal!D1" }),
    });
    await model.look("sheet");
    await model.writeNumbers();
    expect(said()).toBe(
      "Deal!D1 would show another number. Nothing was changed: type the numbers yourself.",
    );
    expect(model.shown.kind).toBe("look");
  });

  test("opens a copy, and says what it holds", async () => {
    const { model, said } = await opened();
    await model.sendCopy();
    expect(said()).toBe(
      "The copy holds 12 formulas of Excel's own and 1 value where there is none. This workbook is as it was.",
    );
    expect(model.shown.kind).toBe("nothing");
  });

  test("says the steps of a copy where Excel opens none", async () => {
    const { model, said } = await opened({ canCopyWorkbook: () => false });
    await model.sendCopy();
    expect(model.shown.kind).toBe("copySteps");
    expect(said()).toBe("This Excel opens no copy by itself: the steps are below.");
  });

  test("freezes what it looked at", async () => {
    const { model, done, said } = await opened();
    await model.look("cells");
    await model.freeze();
    expect(done).toEqual([["frozen", LOOK]]);
    expect(said()).toContain("2 formulas are values now; Frozen numbers says what each was.");
  });

  test("names the inputs that hold text, writes them as numbers, and looks again", async () => {
    const place = cell("Deal", 2, 2);
    const texts = [{ place, text: "15%", value: 0.15 }] as const;
    const looks = [{ ...LOOK, texts }, LOOK];
    const { model, done, said } = await opened({
      lookPortable: async () => good(looks.shift() ?? LOOK),
    });
    await model.look("sheet");
    expect(model.shown).toMatchObject({
      words: { asText: "1 input cell holds text: Deal!B2 holds 15%. Write it as a number first." },
    });
    await model.writeNumbers();
    expect(done).toEqual([["numbers", { ...LOOK, texts }]]);
    expect(model.shown).toMatchObject({ kind: "look", words: { asText: "" } });
    expect(said()).toBe("1 text is a number now; Numbers says what each was.");
  });

  test("says a fault, and shows the look still", async () => {
    const fault = { kind: "changedSinceLook", sheet: "Deal" } as const;
    const { model, said } = await opened({ makePortable: async () => ({ ok: false, fault }) });
    await model.look("workbook");
    await model.makePortable();
    expect(said()).toBe("Deal has changed since you looked. Nothing was changed; look again.");
    expect(model.shown.kind).toBe("look");
  });

  test("explains a number of the answer by the formula that gives it", async () => {
    const asked: unknown[] = [];
    const { model } = await opened({
      explainSelected: async (number) => {
        asked.push(number);
        return good(explainCell(BOOK, cell("Deal", 1, 4)));
      },
    });
    await model.explain("fill");
    expect(asked).toEqual([
      {
        title: "Fill probability",
        formula: expect.stringContaining("COMMIT.FILL_PROBABILITY("),
        shows: expect.any(Number),
        unit: "fraction",
      },
    ]);
    expect(model.shown.kind).toBe("explanation");
  });

  test("explains the selected cell, and writes the steps", async () => {
    const { model, said } = await opened();
    await model.explain();
    expect(model.shown).toMatchObject({ explanation: { address: "Deal!D1", answer: 0.1 } });
    await model.writeExplanation();
    expect(said()).toBe("Explained has every step as a formula.");
  });

  test("says why a cell has no explanation", async () => {
    const { model, said } = await opened({
      explainSelected: async () => good(explainCell(BOOK, cell("Deal", 1, 1))),
    });
    await model.explain();
    expect(said()).toBe("The selected cell uses no function of Bandwise: select one that does.");
  });
});

describe("TablesModel.remove() of what was made portable", () => {
  test("restores our formulas without asking who reads the sheet", async () => {
    const { pane, done, said } = await opened();
    const table = { id: "Portable 1", title: "Formulas made portable", sheet: "Workings" };
    await new TablesModel(pane.context).remove({
      ...{ ...table, address: "A1:B2", complete: true, holdsFormulas: "portable" },
    });
    expect(done).toEqual([["restored", "Portable 1"]]);
    expect(said()).toBe("Formulas made portable: our formulas are back, to the letter.");
  });
});

test.each([
  [
    { live: 0, frozen: 0, left: 0, changed: [] },
    "The copy is as this workbook is: no cell uses a function of Bandwise.",
  ],
  [
    { live: 1, frozen: 2, left: 3, changed: ["Deal!B5"] },
    "The copy holds 1 formula of Excel's own and 2 values where there is none. This workbook is as it was. 3 cells there still need Bandwise: they show an error here too, or their sheet is protected. Deal!B5 changed meanwhile and keeps what it holds.",
  ],
])("a copy of %j in words", (copy, words) => {
  expect(copyWords(copy)).toBe(words);
});

test("texts that became numbers are texts again", () => {
  const table = { title: "Texts written as numbers", holdsFormulas: "numbers" } as const;
  expect(restoredWords(table, { changed: [], readers: [] })).toBe(
    "Texts written as numbers: the texts are back, to the letter.",
  );
});

describe("restoredWords()", () => {
  test.each([
    [{ changed: ["Deal!B5"], readers: [] }, "Deal!B5 changed since and keeps what it holds."],
    [
      { changed: ["D!B1", "D!B2", "D!B3", "D!B4", "D!B5", "D!B6"], readers: [] },
      "D!B1, D!B2, D!B3, D!B4 and D!B5 and 1 more changed since and keep what they hold.",
    ],
    [
      { changed: [], readers: ["Deal!J1"] },
      "Its sheet stays, because Deal!J1 reads it: let it read other cells, then restore again.",
    ],
  ])("%j", (restored, words) => {
    expect(restoredWords({ title: "Formulas made portable" }, restored)).toBe(
      `Formulas made portable: our formulas are back. ${words}`,
    );
  });
});
