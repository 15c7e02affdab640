import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { addressInWords } from "../../../src/sheets/native/address-in-words";
import { describeNotPortable } from "../../../src/sheets/portable/not-portable";
import type { PortableChange } from "../../../src/sheets/portable/portable-change";
import { type PortablePlan, planPortable } from "../../../src/sheets/portable/portable-plan";
import { portableWords } from "../../../src/sheets/portable/portable-words";
import { layOutWorkings, type WorkingsSheet } from "../../../src/sheets/portable/workings-sheet";
import type { GivenCell, ShownCell } from "../../support/formula-workbook";
import { IronCalcWorkbook } from "../../support/iron-calc";
import { OURS } from "../native/ours";
import { block, bookOf, type Cells } from "./book";

const BANDS = [
  ["Threshold", "Discount", "Name", "Overage"],
  [0, 0, "", ""],
  [250_000, 0.1, "", ""],
  [500_000, 0.15, "", ""],
  [1_000_000, 0.2, "", "committed"],
] as const;
const TERMS = [
  ["Term", "Value"],
  ["Overage", "list"],
  ["Forfeited share", 0.5],
] as const;

/** A deal: bands in A1:D5, terms in F1:G3, usage in I1, commitment in I2. */
const DEAL: Cells = {
  ...block("A1", BANDS),
  ...block("F1", TERMS),
  ...block("I1", [[700_000], [480_000]]),
};
const NAMES = [
  { name: "Bands", formula: "=Deal!$A$1:$D$5" },
  { name: "Terms", formula: "=Deal!$F$1:$G$3" },
  { name: "Usage", formula: "=Deal!$I$1" },
  { name: "Commitment", formula: "=Deal!$I$2" },
  { name: "Half", formula: "=Deal!$I$2/2" },
  { name: "Fixed", formula: "=300000" },
];

const WHOLE = { kind: "workbook" } as const;

/** What our function answers for the deal. */
const ours = (usage: number, commitment: number) =>
  OURS["EFFECTIVE_COST"]?.(usage, commitment, BANDS, TERMS);

function planOf(cells: Cells): PortablePlan {
  return planPortable(bookOf({ Deal: { ...DEAL, ...cells } }, { names: NAMES }), WHOLE);
}

const why = ({ kept }: PortablePlan) =>
  kept.map(({ reason }) => describeNotPortable(reason, US_DOLLAR)).join(" ");

/** The formula of a change as it is written. */
function formulaOf(sheet: WorkingsSheet, { next, place }: PortableChange): string {
  return "kind" in next ? sheet.shows(next) : sheet.formula(next, place);
}

describe("planPortable() of one formula", () => {
  test.each([
    ["by names", "=COMMIT.EFFECTIVE_COST(Usage,Commitment,Bands,Terms)"],
    ["by addresses", "=COMMIT.EFFECTIVE_COST(I1,$I$2,A1:D5,$F$1:$G$3)"],
    ["by addresses of a sheet", "=COMMIT.EFFECTIVE_COST('Deal'!I1,Deal!I2,Deal!A1:D5,Terms)"],
    ["as a file has it", "=_xldudf_COMMIT_EFFECTIVE_COST(Usage,Commitment,Bands,Terms)"],
    ["with figures", "=COMMIT.EFFECTIVE_COST(700000,480000,Bands,Terms)"],
    ["with an expression", "=COMMIT.EFFECTIVE_COST(I1*1.2,Commitment+1,Bands,Terms)"],
    ["with a function of Excel's", "=COMMIT.EFFECTIVE_COST(MAX(I1,I2),IF(I2>0,I2,0),Bands,Terms)"],
    [
      "with another call",
      "=COMMIT.EFFECTIVE_COST(Usage,COMMIT.NEXT_THRESHOLD(I2,Bands),Bands,Terms)",
    ],
    [
      "with a call in an expression",
      "=COMMIT.EFFECTIVE_COST(Usage,COMMIT.NEXT_THRESHOLD(I2,Bands)-1,Bands)",
    ],
    ["with values in braces", "=COMMIT.EFFECTIVE_COST(Usage,Commitment,{0,0;250000,0.1})"],
    ["with a name of an expression", "=COMMIT.EFFECTIVE_COST(Half,Fixed,Bands,Terms)"],
    ["with a blank argument", "=COMMIT.EFFECTIVE_COST(Usage,,Bands,)"],
    ["inside a formula", '=IF(I1>0,"$"&COMMIT.BAND_RATE(I2,Bands),Usage-1)'],
    ["inside INDEX", "=INDEX(COMMIT.SETTLEMENT(Usage,Commitment,Bands,Terms),5,2)"],
  ])("follows a call %s", (_, formula) => {
    const plan = planOf({ K1: [formula, 1] });
    expect(why(plan)).toBe("");
    const [change] = plan.changes;
    expect(change).toMatchObject({ kind: "cell", former: formula });
    const sheet = layOutWorkings(plan, "Workings", ["Workings"]);
    const printed = change ? formulaOf(sheet, change) : "";
    expect(printed).toContain("Workings!");
    const formulas = sheet.areas.flatMap(({ cells }) =>
      cells.flat().filter((one) => typeof one === "string" && one.startsWith("=")),
    );
    const odd = [printed, ...formulas].filter((one) => /COMMIT|\0|undefined|NaN/.test(String(one)));
    expect(odd).toEqual([]);
  });

  test.each([
    ["=COMMIT.EFFECTIVE_COST(A:A,I2,Bands)", "A:A is whole rows or columns"],
    ["=COMMIT.EFFECTIVE_COST([Other.xlsx]Deal!A1,I2,Bands)", "is in another workbook"],
    ["=COMMIT.EFFECTIVE_COST(Nothing,I2,Bands)", "Nothing is no name"],
    ["=COMMIT.EFFECTIVE_COST(Gone!A1,I2,Bands)", "Gone!A1 is no name"],
    ["=COMMIT.EFFECTIVE_COST(I1^2,I2,Bands)", "I1^2 is worked out inside the formula"],
    ["=COMMIT.EFFECTIVE_COST(20%,I2,Bands)", "20% is worked out inside"],
    ["=COMMIT.EFFECTIVE_COST(ROW(),I2,Bands)", "ROW() is worked out inside"],
    ['=COMMIT.EFFECTIVE_COST(INDIRECT("I1"),I2,Bands)', "is worked out inside"],
    ["=COMMIT.EFFECTIVE_COST(I1:I2*2,I2,Bands)", "I1:I2*2 is worked out inside"],
    ["=LET(u,I1,COMMIT.EFFECTIVE_COST(u,I2,Bands))", "u is no name"],
    ["=COMMIT.EFFECTIVE_COST(A1:Z999,I2,Bands)", "A1:Z999 is more cells than workings follow"],
    ["=COMMIT.BAND_RATE(I2,I1)", "Workings cannot follow what is no range of cells in bands"],
    ["=COMMIT.FUTURE(I2)", "FUTURE is no function of this version"],
    ["=COMMIT.EFFECTIVE_COST(Usage,Commitment,COMMIT.FUTURE(1))", "FUTURE is no function"],
  ])("leaves %s, and says why", (formula, reason) => {
    const plan = planOf({ K1: [formula, 1] });
    expect(plan.changes).toEqual([]);
    expect(why(plan)).toContain(reason);
  });

  test.each(["#NAME?", "#VALUE!", "#BUSY!", "#SPILL!"])("leaves a cell that shows %s", (error) => {
    const plan = planOf({ K1: ["=COMMIT.BAND_RATE(I2,Bands)", error] });
    expect(plan.changes).toEqual([]);
    expect(why(plan)).toContain(`The cell shows ${error}`);
  });

  test("says that figures in text must be numbers first", () => {
    const plan = planOf({ B3: "10%", K1: ["=COMMIT.BAND_RATE(I2,Bands)", 0.1] });
    expect(why(plan)).toBe("1 cell of bands holds a number as text: type it as a number first.");
  });
});

describe("planPortable()", () => {
  test("keeps to its scope", () => {
    const cells = {
      K1: ["=COMMIT.BAND_RATE(I2,Bands)", 0.1],
      K9: ["=COMMIT.BAND_RATE(I1,Bands)", 0.15],
    } as const;
    const book = bookOf(
      { Deal: { ...DEAL, ...cells }, Other: { A1: ["=COMMIT.BAND_RATE(1,Bands)", 0] } },
      { names: NAMES },
    );
    const places = (plan: PortablePlan) => plan.changes.map(({ place }) => addressInWords(place));
    expect(places(planPortable(book, WHOLE))).toEqual(["'Deal'!K1", "'Deal'!K9", "'Other'!A1"]);
    expect(places(planPortable(book, { kind: "sheet", sheet: "other" }))).toEqual(["'Other'!A1"]);
    const some = { kind: "cells", sheet: "Deal", address: "J5:L10" } as const;
    expect(places(planPortable(book, some))).toEqual(["'Deal'!K9"]);
  });

  test("leaves protected sheets, and says so", () => {
    const plan = planPortable(
      bookOf(
        {
          Deal: { ...DEAL, K1: ["=COMMIT.BAND_RATE(I2,Bands)", 0.1] },
          Locked: { A1: ["=COMMIT.BAND_RATE(1,Bands)", 0] },
        },
        { names: NAMES, isProtected: ["Locked"] },
      ),
      WHOLE,
    );
    expect(plan.protectedSheets).toEqual([{ sheet: "Locked", cells: 1 }]);
    expect(portableWords(plan, US_DOLLAR)).toMatchObject({
      answer: "1 formula becomes Excel's own. 1 stays ours.",
      details: [
        expect.stringContaining("A new sheet, Workings"),
        "Locked is protected, so 1 formula there stays as it is: unprotect it in Review first.",
      ],
    });
  });

  test("makes a block of a spill, and of # that refers to it", () => {
    const plan = planPortable(
      bookOf(
        {
          Deal: {
            ...DEAL,
            K1: ["=COMMIT.SETTLEMENT(Usage,Commitment,Bands,Terms)", "Line"],
            N1: ["=SUM(K1#)+K1", 1],
          },
          Other: { A1: ["=COUNT(Deal!K1#)", 1] },
        },
        {
          names: [...NAMES, { name: "Lines", formula: "=Deal!$K$1#" }],
          spills: [{ sheet: "Deal", address: "K1:L5" }],
        },
      ),
      WHOLE,
    );
    const sheet = layOutWorkings(plan, "Workings", ["Workings"]);
    expect(
      plan.changes.map((change) => [change.kind, change.rows, formulaOf(sheet, change)]),
    ).toEqual([
      ["spill", 5, expect.stringMatching(/^=Workings!A\d+$/)],
      ["reader", 1, "=SUM($K$1:$L$5)+K1"],
      ["reader", 1, "=COUNT(Deal!$K$1:$L$5)"],
    ]);
    expect(plan.names).toEqual([{ name: "Lines", former: "=Deal!$K$1#", next: "=Deal!$K$1:$L$5" }]);
  });

  test("leaves a name that means other cells on its sheet", () => {
    const plan = planPortable(
      bookOf(
        { Deal: DEAL, Other: { A1: ["=COMMIT.BAND_RATE(1,Bands)", 0] } },
        { names: NAMES, ownNames: { Other: ["BANDS"] } },
      ),
      WHOLE,
    );
    expect(plan.changes).toEqual([]);
    expect(why(plan)).toContain("Bands is no name");
  });

  test("leaves a formula around ours that spills", () => {
    const plan = planPortable(
      bookOf(
        {
          Deal: { ...DEAL, K1: ["=TRANSPOSE(COMMIT.SETTLEMENT(Usage,Commitment,Bands))", "Line"] },
        },
        { names: NAMES, spills: [{ sheet: "Deal", address: "K1:O2" }] },
      ),
      WHOLE,
    );
    expect(why(plan)).toContain("fills several cells");
  });

  test("reads Tables by their headings", () => {
    const plan = planPortable(
      bookOf(
        {
          Deal: {
            ...DEAL,
            ...block("K1", [
              ["Use", "Cost [a]"],
              [700_000, 0],
            ]),
            L2: ["=COMMIT.EFFECTIVE_COST([@Use],Deals[@[Use]],Bands,Terms)", 1],
            M2: ["=COMMIT.EFFECTIVE_COST(Deals[[#This Row],[Use]],I2,Bands,Terms)", 1],
            N2: ["=COMMIT.FORECAST_MEAN(Deals[Use])", 700_000],
            N3: ["=COMMIT.FORECAST_MEAN(Deals[None])", 700_000],
            N9: ["=COMMIT.FORECAST_MEAN(Deals[@Use])", 700_000],
          },
        },
        { names: NAMES, tables: [{ name: "Deals", sheet: "Deal", address: "K1:L2" }] },
      ),
      WHOLE,
    );
    expect(plan.changes).toHaveLength(3);
    expect(why(plan)).toBe(
      "Deals[None] is no name, Table or cells of this workbook that workings can follow: write the address of the cells. Deals[@Use] is no name, Table or cells of this workbook that workings can follow: write the address of the cells.",
    );
  });

  test("of a table of costs keeps the headings relative, so that it can be filled on", () => {
    const formula = (row: number, column: string) =>
      [`=COMMIT.EFFECTIVE_COST($K${row},${column}$1,Bands,Terms)`, 1] as const;
    const plan = planOf({
      ...block("K1", [["", 250_000, 500_000], [1], [2], [3]]),
      ...{ L2: formula(2, "L"), L3: formula(3, "L"), L4: formula(4, "L") },
      ...{ M2: formula(2, "M"), M3: formula(3, "M"), M4: formula(4, "M") },
    });
    const sheet = layOutWorkings(plan, "Workings", ["Workings"]);
    const printed = plan.changes.map((change) => formulaOf(sheet, change));
    expect(printed[0]).toMatch(/^=IF\(AND\(ISNUMBER\(\$K2\),\$K2>=0/);
    expect(printed[2]?.replaceAll("$K3", "$K2")).toBe(printed[0]);
    expect(Math.max(...printed.map(({ length }) => length))).toBeLessThan(400);
    // One row of steps for each commitment, not for each cell.
    const titles = plan.places.parts().map(({ title }) => title);
    expect(titles).toContain("Commitment");
    expect(titles).not.toContain("One period");
  });
});

describe("layOutWorkings()", () => {
  test("gives the numbers of our functions in another engine, live", async () => {
    const grid: Cells = Object.fromEntries(
      [2, 3, 4].flatMap((row) =>
        ["L", "M"].map((column) => [
          `${column}${row}`,
          [`=COMMIT.EFFECTIVE_COST($K${row},${column}$1,$A$1:$D$5,$F$1:$G$3)`, 1] as const,
        ]),
      ),
    );
    const cells: Cells = {
      ...DEAL,
      ...block("K1", [["", 250_000, 500_000], [100_000], [600_000], [1_200_000]]),
      ...grid,
      P1: ["=COMMIT.EFFECTIVE_COST(I1,I2,A1:D5,F1:G3)", 1],
      P2: ["=I1-COMMIT.EFFECTIVE_COST(I1*1.5,COMMIT.NEXT_THRESHOLD(I2,A1:D5),A1:D5,F1:G3)", 1],
      P3: ['=IF(I1>0,COMMIT.BAND_NAME(I2,A1:D5),"none")', ""],
      P5: ["=COMMIT.SETTLEMENT(I1,I2,A1:D5,F1:G3)", ""],
    };
    const book = bookOf({ Deal: cells }, { spills: [{ sheet: "Deal", address: "P5:Q9" }] });
    const plan = planPortable(book, WHOLE);
    expect(why(plan)).toBe("");
    const sheet = layOutWorkings(plan, "Workings", ["Workings", "Made for a test"]);
    const iron = await IronCalcWorkbook.open(cellsToCalculate(cells, plan, sheet));
    const places = [...Object.keys(grid), "P1", "P2", "P3", "Q6", "Q9"].map((one) => `Deal!${one}`);
    iron.watch(places);
    const show = () => places.map((place) => iron.shownAt(place));
    const expected = (usage: number, commitment: number): readonly unknown[] => [
      ...[100_000, 600_000, 1_200_000].flatMap((one) => [ours(one, 250_000), ours(one, 500_000)]),
      ours(usage, commitment),
      usage - Number(ours(usage * 1.5, commitment < 500_000 ? 500_000 : 1_000_000)),
      OURS["BAND_NAME"]?.(commitment, BANDS),
      commitment,
      ours(usage, commitment),
    ];
    iron.calculate();
    expectClose(show(), expected(700_000, 480_000));
    iron.put(given("Deal", 1, 9, 900_000));
    iron.put(given("Deal", 2, 9, 600_000));
    iron.calculate();
    expectClose(show(), expected(900_000, 600_000));
    iron.close();
  });
});

function expectClose(shown: readonly ShownCell[], expected: readonly unknown[]): void {
  expect(shown).toEqual(
    expected.map((one) => (typeof one === "number" ? expect.closeTo(one, 4) : one)),
  );
}

function given(
  sheet: string,
  row: number,
  column: number,
  held: string | number | boolean,
): GivenCell {
  const address = `${"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[column - 1]}${row}`;
  const isFormula = typeof held === "string" && held.startsWith("=");
  return {
    ...{ sheet, address, row, column },
    content: isFormula ? { kind: "formula", formula: held } : { kind: "value", value: held },
  };
}

/** The typed cells, the workings, and the changed formulas. */
function cellsToCalculate(
  cells: Cells,
  plan: PortablePlan,
  sheet: WorkingsSheet,
): readonly GivenCell[] {
  const typed = Object.entries(cells).flatMap(([address, held]) => {
    const [, letters = "A", digits = "1"] = /^([A-Z])(\d+)$/.exec(address) ?? [];
    if (typeof held === "object" || held === "") return [];
    return [given("Deal", Number(digits), letters.charCodeAt(0) - 64, held)];
  });
  const worked = sheet.areas.flatMap(({ row, column, cells: lines }) =>
    lines.flatMap((line, down) =>
      line.flatMap((one, along) =>
        one === ""
          ? []
          : [
              given(
                "Workings",
                row + down + 1,
                column + along + 1,
                typeof one === "string" ? one.replace(/^'/, "") : one,
              ),
            ],
      ),
    ),
  );
  const changed = plan.changes.flatMap((change) => {
    const { place, rows, columns } = change;
    return Array.from({ length: rows * columns }, (_, at) => {
      const [down, along] = [Math.floor(at / columns), at % columns];
      const formula = formulaOf(sheet, change).replace(
        /([A-Z])(\d+)/g,
        (all, letter: string, row: string) =>
          change.kind === "spill"
            ? String.fromCharCode(letter.charCodeAt(0) + along) + (Number(row) + down)
            : all,
      );
      return given(place.sheet, place.row + down, place.column + along, formula);
    });
  });
  return [...typed, ...worked, ...changed];
}
