import type { ComparableCells } from "../../src/deal/comparable-deals";
import type { DealCells } from "../../src/deal/deal-inputs";
import type { AlsoSaidCells } from "../../src/deal/text-terms";
import { BAND_HEADINGS, BAND_ROWS, forecastRows, TERM_ROWS } from "../../src/sheets/example-deal";
import type { HistoryCells } from "../../src/sheets/usage/usage-history";
import type { WorkbookFault } from "../../src/workbook/excel/outcome";
import type { WrittenTable } from "../../src/workbook/journal/written-table";
import type { SelfCheckReport } from "../../src/workbook/self-check/report";
import type { AsksCells } from "../../src/workbook/sheets/read-asks";

type Rows = readonly (readonly unknown[])[];

/** What a workbook holds and does when the pane asks. */
export interface Scenario {
  readonly deal: DealCells | "none" | "unanswered" | WorkbookFault;
  readonly tables: readonly WrittenTable[];
  /** What stops a table at the selected cell. */
  readonly atSelection: WorkbookFault | undefined;
  readonly selection: { readonly reference: string; readonly cells: Rows };
  readonly check: SelfCheckReport;
  /** Rows of the table of scenarios, in the order of its columns. */
  readonly scenarios?: Rows;
  readonly comparables?: ComparableCells;
  readonly asks?: readonly AsksCells[];
  readonly alsoSaid?: readonly AlsoSaidCells[];
  /** Months of imported usage. */
  readonly usage?: HistoryCells;
}

export const EXAMPLE_BANDS: Rows = [BAND_HEADINGS, ...BAND_ROWS];

/** Bands that say which discount is aimed for and which would still be accepted; one of them is wrong. */
export const RANGE_BANDS: Rows = [
  ["Threshold", "Offered", "Name", "Target", "Walk-away", "Source"],
  [0, 0, "", "", "", "Price list"],
  [250_000, 0.1, "", "", "9%", "Vendor quote"],
  [500_000, 0.15, "", "18%", 0.02, "Vendor quote"],
  [1_000_000, 0.2, "", "18-22%", 0.25, "Our estimate"],
];

/** The example with other cells; its forecast goes around its usage, as on the sheet, where the usage is an amount. */
export function dealCells(change: Partial<Omit<DealCells, "references">> = {}): DealCells {
  const usage = "usage" in change ? change.usage : 700_000;
  const cells = {
    bands: EXAMPLE_BANDS,
    terms: TERM_ROWS as Rows | null,
    usage: usage as unknown,
    commitment: 480_000 as unknown,
    forecast: typeof usage === "number" && usage > 0 ? (forecastRows(usage) as Rows) : null,
    schedule: null,
    chosen: false,
    ...change,
  };
  return {
    references: {
      bands: "Bands",
      terms: cells.terms === null ? null : "Terms",
      usage: cells.usage === null ? null : "Usage",
      commitment: cells.commitment === null ? null : "Commitment",
      forecast: cells.forecast === null ? null : "Forecast",
      schedule: cells.schedule === null ? null : "Schedule",
    },
    ...cells,
  };
}

/** What stands in a user's own workbook, by its reference. */
export const OWN_CELLS: readonly { readonly reference: string; readonly cells: Rows }[] = [
  {
    reference: "'My sheet'!$B$2:$D$5",
    cells: [
      ["From", "Off", "Name"],
      [0, 0, "Base"],
      ["250k", "10%", "First"],
      [1_000_000, 0.2, "Second"],
    ],
  },
  {
    reference: "Offer[#All]",
    cells: [
      ["Threshold", "Discount", "Forfeited share"],
      [0, 0, 1],
      [250_000, 0.1, ""],
    ],
  },
  {
    reference: "Wrong",
    cells: [
      ["Threshold", "Discount"],
      [0, 0],
      [250_000, 15],
      [200_000, 0.2],
      ["lots", 0.25],
    ],
  },
  { reference: "One_column", cells: [[0], [250_000]] },
  { reference: "Empty", cells: [["", ""]] },
  { reference: "My_terms", cells: [["Overage", "committed"]] },
  { reference: "Forecast!$B$3", cells: [["600k"]] },
  { reference: "Forecast!$B$4", cells: [[300_000]] },
  {
    reference: "Outlook!$A$1:$B$3",
    cells: [
      ["P10", "400k"],
      ["P90", "850k"],
      ["", ""],
    ],
  },
  { reference: "Forecast!$A$3", cells: [["Usage"]] },
  { reference: "Forecast!$B$10:$B$13", cells: [[140_000], [145_000], [155_000], [160_000]] },
];

const COST_TABLE: WrittenTable = {
  id: "Table 1",
  title: "Effective cost by usage and commitment",
  sheet: "Cost table",
  address: "A1:P15",
  complete: true,
};

/** A check of an Excel where one thing is not as it should be. */
const CHECK: SelfCheckReport = {
  host: {
    host: "Excel",
    platform: "OfficeOnline",
    version: "16.0.19000.41002",
    language: "de-DE",
    requirementSets: ["ExcelApi 1.19", "CustomFunctionsRuntime 1.4", "SharedRuntime 1.1"],
  },
  checks: 102,
  failures: [
    {
      name: "Spilled table of cost in B212",
      formula:
        '=COMMIT.SENSITIVITY($O$10:$O$13,COMMIT.THRESHOLD_AXIS($O$1:$P$4,0),$O$1:$P$4,,"cost")',
      expected: "400000",
      found: "#SPILL!",
    },
  ],
  observations: ["A blank cell reaches a function as nothing."],
};

function scenario(deal: Scenario["deal"], change: Partial<Scenario> = {}): Scenario {
  return {
    deal,
    tables: [],
    atSelection: undefined,
    selection: { reference: "Forecast!B3:B8", cells: [[400e3], [500e3], [600e3], [700e3]] },
    check: CHECK,
    ...change,
  };
}

/** Every state that the pane can show, by name. */
export const SCENARIOS = {
  reading: scenario("unanswered"),
  empty: scenario("none"),
  refused: scenario({ kind: "failed", code: "GeneralException", message: "There was a problem" }),
  example: scenario(dealCells()),
  "crossing costs more": scenario(dealCells({ usage: 500_000 })),
  "top band": scenario(dealCells({ usage: 1_500_000, commitment: 1_200_000 })),
  "no commitment": scenario(dealCells({ commitment: "" })),
  "below the first threshold": scenario(
    dealCells({
      bands: [...EXAMPLE_BANDS.slice(0, 1), ...EXAMPLE_BANDS.slice(2)],
      commitment: 1e5,
    }),
  ),
  "next band changes terms": scenario(dealCells({ commitment: 600_000, usage: 1_150_000 })),
  "list basis": scenario(dealCells({ terms: [["Basis", "list"]], commitment: 480_000 })),
  "usage missing": scenario(dealCells({ usage: null })),
  "only bands": scenario(dealCells({ terms: null, usage: null, commitment: null })),
  faults: scenario(
    dealCells({
      bands: [
        ["Threshold", "Discount"],
        [0, 0],
        [250_000, 15],
        [200_000, 0.2],
        ["lots", 0.25],
      ],
      terms: [
        ["Overdraft", "list"],
        ["Forfeited share", 50],
      ],
      usage: "500.000",
      commitment: -1,
    }),
  ),
  "terms at fault": scenario(dealCells({ terms: [["Overage", "commited"]] })),
  warnings: scenario(
    dealCells({
      bands: [
        ["Threshold", "Discount", "Name"],
        [0, 0, ""],
        [250_000, 0.15, "Growth"],
        [500_000, 0.1, "Scale"],
        [1_000_000, "", "Strategic"],
      ],
    }),
  ),
  "long words": scenario(
    dealCells({
      bands: [
        ["Threshold", "Discount", "Name", "Support response time", "Named contact", "Source"],
        [0, 0, "Pay as you go", "none", "none", "Vendor quote of 12 May 2026"],
        [
          250_000,
          0.1225,
          "Growth, first level",
          "Next business day",
          "Customer success",
          "Our estimate",
        ],
        [
          500_000,
          0.15,
          "Growth, second level",
          "4 hours, seven days a week",
          "Named solutions architect with quarterly business reviews",
          "Our estimate",
        ],
      ],
      commitment: 499_999.99,
    }),
  ),
  "discount ranges": scenario(dealCells({ bands: RANGE_BANDS })),
  tables: scenario(dealCells(), {
    tables: [
      COST_TABLE,
      {
        ...COST_TABLE,
        id: "Table 2",
        sheet: "Discount table",
        title: "Discount received by usage and commitment",
      },
      { ...COST_TABLE, id: "Table 3", sheet: "Board pack", address: "C40:R54", complete: false },
    ],
  }),
  "a table that no longer fits": scenario(dealCells(), {
    tables: [
      {
        ...COST_TABLE,
        recipe: {
          measures: ["cost"],
          rows: { kind: "share", values: [0, 1] },
          columns: { kind: "commitment", amountsUsd: [0, 125_000], pointsBetween: 0 },
          form: "cells",
          deal: dealCells().references,
          thresholdsUsd: [0, 100_000],
          print: null,
        },
      },
    ],
  }),
  "choice lost": scenario({ kind: "choiceLost", part: "Terms", reference: "Other!$A$1:$B$4" }),
  scenarios: scenario(dealCells(), {
    scenarios: [
      [
        "Hold at $250k",
        250_000,
        "",
        "lognormal",
        "",
        "",
        "",
        700_000,
        0.35,
        "",
        "",
        "",
        "",
        "",
        "",
      ],
      [
        "Reach for $500k",
        500_000,
        700_000,
        "",
        "",
        "",
        "",
        700_000,
        0.35,
        "",
        "",
        "",
        "",
        "",
        "as offered",
      ],
      [
        "Broken",
        "500.000",
        700_000,
        "PERT",
        600_000,
        550_000,
        900_000,
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
      ],
      ["", 1, 1, "", "", "", "", "", "", "", "", "", "", "", ""],
    ],
  }),
  "four scenarios": scenario(dealCells(), {
    scenarios: [
      ["Hold at $250k", 250_000],
      [
        "Reach for $500k with the step-up right that the vendor's first draft of May left out",
        500_000,
      ],
      ["Stay", 480_000],
      ["Everything to the largest band", 1_000_000],
    ].map(([name, commitment]) => [
      name,
      commitment,
      700_000,
      ...["", "", "", ""],
      700_000,
      0.35,
      ...["", "", "", "", "", ""],
    ]),
  }),
  "cells to overwrite": scenario(dealCells(), {
    atSelection: {
      kind: "occupied",
      sheet: "Sheet2",
      address: "B4:Q18",
      cells: 12,
      holds: ["values", "merged cells"],
      canOverwrite: true,
    },
  }),
  "protected sheet": scenario(dealCells(), {
    atSelection: { kind: "protectedSheet", sheet: "Board pack" },
  }),
  occupied: scenario(dealCells(), {
    atSelection: {
      kind: "occupied",
      sheet: "Deal",
      address: "A1:P15",
      cells: 62,
      holds: ["values", "a table"],
      canOverwrite: false,
    },
  }),
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof SCENARIOS;

/** The cells of a scenario that has a deal. */
export function dealOf(name: ScenarioName): DealCells {
  const { deal }: Scenario = SCENARIOS[name];
  if (typeof deal === "string" || "kind" in deal) throw new Error(`${name} has no deal`);
  return deal;
}
