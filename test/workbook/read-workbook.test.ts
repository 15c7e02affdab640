import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { byInput } from "../../src/deal/deal-inputs";
import type { ScenarioToWrite } from "../../src/deal/scenario-to-write";
import { dealOfNumbers } from "../../src/sheets/deal-numbers";
import {
  chooseDeal,
  forgetChoice,
  SHOWN_DEAL_KEY,
  showDeal,
} from "../../src/workbook/deal/deal-choice";
import { CHOSEN } from "../../src/workbook/deal/deals";
import { removeTable } from "../../src/workbook/journal/roll-back";
import { readWorkbook, type WorkbookCells } from "../../src/workbook/read-workbook";
import { addScenario, showScenario } from "../../src/workbook/scenarios/change-scenarios";
import { insertDeal } from "../../src/workbook/sheets/insert-deal";
import { insertExample } from "../../src/workbook/sheets/insert-example";
import { writeTable } from "../../src/workbook/sheets/write-table";
import type { LocalWorkbook } from "../support/local-workbook";
import { done, openForWorkbookCode, UNCALCULATED } from "./open";
import { REQUEST } from "./request";
import { snapshot } from "./snapshot";

/** A refresh after an edit waits for this many round trips; each takes Excel on the web from half a second to three. */
const MOST_SYNCS = 2;

let workbook: LocalWorkbook;
/** What each batch did so far, by its number. */
const batches = new Map<number, string[]>();

beforeEach(async () => {
  batches.clear();
  workbook = await openForWorkbookCode({
    ...UNCALCULATED,
    beforeAction: (batch, _, statement) =>
      batches.set(batch, [...(batches.get(batch) ?? []), statement]),
  });
});
afterEach(() => workbook.close());

/** Batches that somebody waits for: the client lets go of what a run held in one more, which nobody does. */
function waitedFor(): number {
  return [...batches.values()].filter((statements) =>
    statements.some((statement) => !/_RemoveReference$|^workbook$/.test(statement)),
  ).length;
}

async function read(typed?: Parameters<typeof readWorkbook>[0]) {
  const before = waitedFor();
  const cells = done(await readWorkbook(typed));
  return { cells, syncs: waitedFor() - before };
}

function inSheet(name: string, fill: (sheet: Excel.Worksheet, book: Excel.Workbook) => void) {
  return workbook.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    await context.sync();
    fill(sheet.isNullObject ? context.workbook.worksheets.add(name) : sheet, context.workbook);
    await context.sync();
  });
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A sheet as somebody keeps one: bands, and twelve months beside their names. */
async function ownSheet(): Promise<void> {
  await inSheet("My sheet", (sheet) => {
    sheet.getRange("B2:C4").values = [
      ["From", "Off"],
      [0, 0],
      [250_000, 0.1],
    ];
    sheet.getRange("E2:F13").values = MONTHS.map((month, index) => [month, 50_000 + index]);
    sheet.getRange("H2:H3").values = [[600_000], [300_000]];
  });
}

const OWN = {
  Bands: "'My sheet'!B2:C4",
  Terms: "",
  Usage: "'My sheet'!H2",
  Commitment: "'My sheet'!H3",
  Forecast: "'My sheet'!F2:F13",
  Schedule: "",
};

const SCENARIO: ScenarioToWrite = {
  name: "Hold",
  commitmentUsd: 480_000,
  usageUsd: 700_000,
  forecast: { kind: "certain" },
  bands: "",
  terms: "",
  notes: "",
};

const NOW = new Date(2026, 10, 28, 9, 0);

const SECOND = dealOfNumbers({
  bands: [{ thresholdUsd: 300_000, discountFraction: 0.12, name: "" }],
  commitmentUsd: 300_000,
  forecast: { kind: "spread", meanUsd: 600_000, spreadFraction: 0.35 },
});

async function makeTable(address: string, name: string): Promise<void> {
  await inSheet("My sheet", (sheet) => {
    sheet.tables.add(address, true).name = name;
  });
}

const bandsOf = ({ deal }: WorkbookCells): number | string =>
  deal.ok ? deal.value.bands.length : deal.fault.kind;

describe("readWorkbook() waits for two round trips at most", () => {
  /** What is in the workbook, and something that shows that it was read. */
  const WORKBOOKS: readonly (readonly [
    string,
    () => Promise<void>,
    (cells: WorkbookCells) => unknown,
    unknown,
  ])[] = [
    ["that is empty", async () => {}, bandsOf, "nothingNamed"],
    ["with the example", async () => void done(await insertExample(US_DOLLAR)), bandsOf, 5],
    [
      "with chosen cells, among them a list with labels beside it",
      async () => {
        await ownSheet();
        done(await chooseDeal(OWN));
      },
      ({ deal }) => deal.ok && deal.value.forecastBeside?.[1]?.[2],
      "Jan",
    ],
    [
      "with a list that goes by a name of the user's",
      async () => {
        await ownSheet();
        await inSheet("My sheet", (sheet, { names }) => {
          names.add("Bands", sheet.getRange("B2:C4"));
          names.add("Forecast", sheet.getRange("F2:F13"));
        });
      },
      ({ deal }) => deal.ok && deal.value.forecastBeside?.[12]?.[2],
      "Dec",
    ],
    [
      "with scenarios that refer to an address, a Table and a name",
      async () => {
        await ownSheet();
        await makeTable("B2:C4", "Offer");
        await inSheet("My sheet", (sheet, { names }) => {
          names.add("Months", sheet.getRange("F2:F13"));
        });
        done(await insertExample(US_DOLLAR));
        const cells = { kind: "cells", reference: "'My sheet'!F2:F13" } as const;
        done(await addScenario({ ...SCENARIO, bands: "Offer", terms: "Deal!A12:B16" }, US_DOLLAR));
        done(
          await addScenario(
            { ...SCENARIO, name: "Reach", bands: "Bands", forecast: cells },
            US_DOLLAR,
          ),
        );
        workbook.setCell("Scenarios", "L6", "Months");
      },
      ({ scenarios }) =>
        scenarios.ok &&
        scenarios.value?.rows.map(({ found }) => [
          found["Usage cells"].kind === "cells" && found["Usage cells"].beside?.[1]?.[2],
          found.Bands.kind === "cells" && found.Bands.cells.length,
          found.Terms.kind,
        ]),
      [
        ["Jan", 3, "cells"],
        ["Jan", 5, "none"],
      ],
    ],
    [
      "with ten tables",
      async () => {
        done(await insertExample(US_DOLLAR));
        for (let table = 0; table < 10; table++) done(await writeTable(REQUEST, US_DOLLAR));
      },
      ({ tables }) => tables.length,
      10,
    ],
    [
      "with two deals and a scenario, of which the second deal is shown",
      async () => {
        done(await insertExample(US_DOLLAR));
        done(await addScenario(SCENARIO, US_DOLLAR));
        done(await insertDeal(SECOND, US_DOLLAR, NOW));
      },
      ({ deals, deal, scenarios }) => [
        deals.map(({ name }) => name),
        deal.ok && deal.value.commitment,
        scenarios.ok && scenarios.value?.shown,
      ],
      [["Deal", "Deal 2"], 300_000, null],
    ],
    [
      "with a chosen part that is gone",
      async () => {
        await ownSheet();
        done(await chooseDeal(OWN));
        await inSheet("My sheet", (sheet) => sheet.delete());
      },
      bandsOf,
      "choiceLost",
    ],
    [
      "with a table of scenarios that has lost its names",
      async () => {
        done(await insertExample(US_DOLLAR));
        done(await addScenario(SCENARIO, US_DOLLAR));
        workbook.setCell("Scenarios", "A5", "Who");
      },
      ({ scenarios, deal }) => [scenarios.ok || scenarios.fault.kind, deal.ok],
      ["noNameColumn", true],
    ],
    [
      "with references that mean nothing",
      async () => {
        done(await insertExample(US_DOLLAR));
        done(
          await addScenario({ ...SCENARIO, bands: "Nowhere!A1:B3", terms: "Nothing" }, US_DOLLAR),
        );
      },
      ({ scenarios }) =>
        scenarios.ok &&
        scenarios.value?.rows.map(({ found }) => [found.Bands.kind, found.Terms.kind]),
      [["refused", "refused"]],
    ],
    [
      "with a table of scenarios made after somebody deleted the sheet of the first",
      async () => {
        done(await insertExample(US_DOLLAR));
        done(await addScenario({ ...SCENARIO, name: "Old" }, US_DOLLAR));
        await inSheet("Scenarios", (sheet) => sheet.delete());
        done(await addScenario({ ...SCENARIO, bands: "DealBands" }, US_DOLLAR));
      },
      ({ scenarios }) =>
        scenarios.ok &&
        scenarios.value?.rows.map(({ name, found }) => [
          name,
          found.Bands.kind === "cells" && found.Bands.cells.length,
        ]),
      [["Hold", 5]],
    ],
  ];

  test.each(WORKBOOKS)("of a workbook %s", async (_, fill, take, expected) => {
    await fill();
    const first = await read();
    expect(take(first.cells)).toEqual(expected);
    expect(first.syncs).toBeLessThanOrEqual(MOST_SYNCS);
    const again = await read();
    expect(again.cells).toEqual(first.cells);
    expect(again.syncs).toBeLessThanOrEqual(MOST_SYNCS);
  });

  test("also while a form holds references", async () => {
    await ownSheet();
    const { cells, syncs } = await read(OWN);
    expect(byInput((part) => cells.typed?.[part].kind)).toEqual({
      ...{ Bands: "cells", Terms: "none", Usage: "cells", Commitment: "cells", Forecast: "cells" },
      Schedule: "none",
    });
    expect(cells.typed?.Forecast).toHaveProperty("beside.1.2", "Jan");
    expect(syncs).toBeLessThanOrEqual(MOST_SYNCS);
  });

  test("but for a Table of one column as forecast, whose place takes one more", async () => {
    await ownSheet();
    workbook.setCell("My sheet", "F1", "Usage");
    await makeTable("F1:F13", "Past");
    done(await chooseDeal({ ...OWN, Forecast: "Past" }));
    const { cells, syncs } = await read();
    expect(cells.deal).toHaveProperty("value.forecastBeside.1.2", "Jan");
    expect(syncs).toBe(3);
  });
});

describe("cells of a scenario that are too many or far away", () => {
  test.each([
    ["a Table of 20,000 cells", "AA1:AB10000", "refused"],
    ["a Table below the rows that are read at once", "AA3001:AB3004", "cells"],
  ])("%s", async (_, address, kind) => {
    await inSheet("My sheet", (sheet) => {
      const [from = ""] = address.split(":");
      sheet.getRange(from).getResizedRange(1, 1).values = [
        ["From", "Off"],
        [0, 0.1],
      ];
    });
    await makeTable(address, "Far");
    done(await addScenario({ ...SCENARIO, bands: "Far" }, US_DOLLAR));
    const { cells } = await read();
    const row = cells.scenarios.ok ? cells.scenarios.value?.rows[0] : undefined;
    expect(row?.found.Bands).toMatchObject(
      kind === "cells"
        ? {
            kind,
            cells: [
              ["From", "Off"],
              [0, 0.1],
              ["", ""],
              ["", ""],
            ],
          }
        : { kind, fault: { kind: "tooManyCells", cells: 20_000 } },
    );
  });
});

describe("several deals", () => {
  const shown = async () => {
    const { deals, shownDeal, deal } = done(await readWorkbook());
    return {
      all: deals.map(({ name }) => name),
      shown: deals.find(({ key }) => key === shownDeal)?.name,
      commitment: deal.ok ? deal.value.commitment : deal.fault.kind,
    };
  };
  const keyOf = async (wanted: string): Promise<string> => {
    const { deals } = done(await readWorkbook());
    return deals.find(({ name }) => name === wanted)?.key ?? "";
  };

  test("a new one is shown when it is added, and any other is one action away", async () => {
    done(await insertExample(US_DOLLAR));
    expect(await shown()).toEqual({ all: ["Deal"], shown: "Deal", commitment: 480_000 });
    done(await insertDeal(SECOND, US_DOLLAR, NOW));
    expect(await shown()).toEqual({
      ...{ all: ["Deal", "Deal 2"], shown: "Deal 2", commitment: 300_000 },
    });
    done(await showDeal(await keyOf("Deal")));
    expect(await shown()).toMatchObject({ shown: "Deal", commitment: 480_000 });
    const { deals } = done(await readWorkbook());
    expect(deals.map(({ references }) => references.bands)).toEqual(["Bands", "Bands_2"]);
    expect(deals.map(({ bandsAddress }) => bandsAddress)).toEqual(["Deal!A5:I9", "'Deal 2'!A5:I6"]);
  });

  test("a deal that is chosen hides the scenario that was shown", async () => {
    done(await insertExample(US_DOLLAR));
    done(await addScenario(SCENARIO, US_DOLLAR));
    done(await showScenario("Hold"));
    done(await showDeal(await keyOf("Deal")));
    const { scenarios } = done(await readWorkbook());
    expect(scenarios).toHaveProperty("value.shown", null);
  });

  test("removing the one that is shown shows the one before it, and leaves nothing behind", async () => {
    done(await insertExample(US_DOLLAR));
    done(await addScenario(SCENARIO, US_DOLLAR));
    done(await showDeal(await keyOf("Deal")));
    const before = await snapshot(workbook);
    done(await insertDeal(SECOND, US_DOLLAR, NOW));
    expect(await shown()).toMatchObject({ shown: "Deal 2" });
    done(await removeTable(await keyOf("Deal 2")));
    expect(await shown()).toEqual({ all: ["Deal"], shown: "Deal", commitment: 480_000 });
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("removing the first leaves the second", async () => {
    done(await insertExample(US_DOLLAR));
    const key = await keyOf("Deal");
    done(await insertDeal(SECOND, US_DOLLAR, NOW));
    done(await removeTable(key));
    expect(await shown()).toEqual({ all: ["Deal 2"], shown: "Deal 2", commitment: 300_000 });
  });

  test("a sheet that a person deletes or renames is followed", async () => {
    done(await insertExample(US_DOLLAR));
    done(await insertDeal(SECOND, US_DOLLAR, NOW));
    await inSheet("Deal 2", (sheet) => {
      sheet.name = "Vendor B";
    });
    expect(await shown()).toMatchObject({ all: ["Deal", "Vendor B"], shown: "Vendor B" });
    await inSheet("Vendor B", (sheet) => sheet.delete());
    expect(await shown()).toEqual({ all: ["Deal"], shown: "Deal", commitment: 480_000 });
  });

  test("chosen cells are one of them, and are shown when they are chosen", async () => {
    await ownSheet();
    done(await insertExample(US_DOLLAR));
    done(await chooseDeal(OWN));
    expect(await shown()).toMatchObject({ all: ["My sheet", "Deal"], shown: "My sheet" });
    done(await showDeal(await keyOf("Deal")));
    expect(await shown()).toMatchObject({ all: ["My sheet", "Deal"], shown: "Deal" });
    done(await chooseDeal(OWN));
    expect(await shown()).toMatchObject({ shown: "My sheet", commitment: 300_000 });
    done(await showDeal(await keyOf("Deal")));
    done(await showDeal(CHOSEN));
    done(await forgetChoice());
    expect(await shown()).toEqual({ all: ["Deal"], shown: "Deal", commitment: 480_000 });
  });

  test("a choice of other cells beside the bands of a sheet of ours is that deal", async () => {
    await ownSheet();
    done(await insertExample(US_DOLLAR));
    done(await chooseDeal({ ...OWN, Bands: "Bands", Forecast: "" }));
    expect(await shown()).toEqual({ all: ["Deal"], shown: "Deal", commitment: 300_000 });
  });

  test("two whose bands are on one sheet are told apart by their cells", async () => {
    done(await insertExample(US_DOLLAR));
    await inSheet("Deal", (sheet) => {
      sheet.getRange("L5:M6").values = [
        ["From", "Off"],
        [0, 0.1],
      ];
    });
    done(
      await chooseDeal({ ...OWN, Bands: "Deal!L5:M6", Usage: "", Commitment: "", Forecast: "" }),
    );
    expect((await shown()).all).toEqual(["Deal, L5:M6", "Deal, A5:I9"]);
  });

  test("cells that a user named keep what they are priced with when the example takes free names", async () => {
    await ownSheet();
    await inSheet("My sheet", (sheet, { names }) => {
      names.add("Bands", sheet.getRange("B2:C4"));
      names.add("Usage", sheet.getRange("H2"));
    });
    const before = done(await readWorkbook()).deal;
    done(await insertExample(US_DOLLAR));
    expect(await shown()).toMatchObject({ all: ["My sheet", "Deal"], shown: "Deal" });
    done(await showDeal(await keyOf("My sheet")));
    const after = done(await readWorkbook()).deal;
    expect(after).toEqual(before);
    expect(after).toMatchObject({ ok: true, value: { terms: null, forecast: null } });
  });

  test("one without a part that it was written with is not priced without it", async () => {
    done(await insertExample(US_DOLLAR));
    await inSheet("Deal", (sheet) => {
      sheet.getRange("A1").values = [["gone"]];
      sheet.tables.getItem("DealTerms").delete();
    });
    const { deal } = done(await readWorkbook());
    expect(deal).toMatchObject({ ok: false, fault: { kind: "choiceLost", part: "Terms" } });
  });

  test("a key that no deal has, and a setting of another make, show the first", async () => {
    done(await insertExample(US_DOLLAR));
    for (const value of ["Example zzzzzz", 7, ""]) {
      workbook.host.settings.set(SHOWN_DEAL_KEY, value);
      expect(await shown()).toMatchObject({ shown: "Deal" });
    }
  });
});
