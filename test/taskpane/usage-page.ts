import "../../src/taskpane/taskpane.css";
import { dayOf } from "../../src/core/calendar";
import { byUsageTable } from "../../src/sheets/usage/usage-columns";
import { TABLES } from "../../src/sheets/usage/usage-tables";
import { BandwisePane } from "../../src/taskpane/bandwise-pane";
import type { PaneActions } from "../../src/taskpane/context/pane-actions";
import { followTheme } from "../../src/taskpane/kit/theme";
import { FileReader } from "../../src/taskpane/views/usage/import/file-reader";
import type { ReadingRequest } from "../../src/taskpane/views/usage/import/import-messages";
import type { ReadingWorker } from "../../src/taskpane/views/usage/reading";
import { fakeWorkbook } from "./fake-actions";
import { dealCells, SCENARIOS } from "./pane-scenarios";
import { showScenarios } from "./show-scenarios";

// The pane in a browser on the example with a year of imported usage, or with none yet.

type Cells = readonly (readonly unknown[])[];

const FIRST = dayOf(2025, 11, 1) ?? 0;

/** A year that grows: its first month has usage without a price, its fourth a backfill, and its last is incomplete. */
const MONTHS: Cells = Array.from({ length: 12 }, (_, index) => {
  const month = dayOf(2025, 11 + index, 1) ?? dayOf(2026, index - 1, 1) ?? FIRST;
  const excluded = index === 3 ? 31_000 : 0;
  const baseline = 48_000 + index * 1_900;
  return [
    ...[month, month, month + 27, index === 11 ? "no" : "yes"],
    ...[baseline + excluded, baseline + excluded, "priced usage", "", index === 0 ? 66_000_000 : 0],
    ...[excluded, baseline, index === 11 || index === 0 ? "no" : "yes"],
  ];
});

const EXCLUSIONS: Cells = [
  [
    FIRST + 92,
    FIRST + 92,
    "Backfill",
    "",
    "",
    31_000,
    "Reindex of the archive, which will not come again",
    ...["", ""],
  ],
];

/** Rows of Usage by their headings. */
const USAGE: readonly Readonly<Record<string, string | number>>[] = [
  {
    Workspace: "Platform",
    Model: "claude-sonnet-4-5",
    "Prompt tokens": 200_000,
    Input: 3e10,
    Output: 7e9,
    "Cache read": 6e10,
  },
  { Workspace: "Research", Model: "claude-opus-4-1", Input: 4e9, Output: 1e9, "Cache read": 1e10 },
  { Workspace: "Support", Model: "claude-haiku-4-5", Input: 3e9, Output: 6e8 },
  { Workspace: "Backfill", Model: "claude-opus-4-1", Service: "batch", Input: 2e9, Output: 1e8 },
];

const table = (key: keyof typeof TABLES, rows: Cells) => ({
  address: `${TABLES[key].sheet}!A4:T${4 + rows.length}`,
  values: [TABLES[key].columns.map(({ heading }) => heading), ...rows],
});

const usageRows = USAGE.map((row) => TABLES.usage.columns.map(({ heading }) => row[heading] ?? ""));

/** Reads files in the page itself: the server of this page has no worker. */
class PageWorker implements ReadingWorker {
  onmessage: ReadingWorker["onmessage"] = null;
  onerror: ReadingWorker["onerror"] = null;
  onmessageerror: ReadingWorker["onmessageerror"] = null;
  readonly #reader = new FileReader((data) => this.onmessage?.({ data } as MessageEvent));

  postMessage(request: ReadingRequest): void {
    void this.#reader.take(request);
  }

  terminate(): void {}
}

/** Deals of two bands, one of them without a source. */
const COMPARABLES = {
  address: "Comparables!B5:D13",
  values: [
    ["Commitment", "Discount", "Source"],
    ...[0.05, 0.06, 0.08, 0.08, 0.12, 0.13].map((discount, index) => [
      ...[
        300_000 + index * 10_000,
        discount,
        index === 2 ? "" : "Procurement network, spring 2026",
      ],
    ]),
    [600_000, 0.15, "advisor"],
  ],
};

const readUsage: PaneActions["readUsage"] = async () => {
  const none = { address: "", values: [] };
  const names = { ...byUsageTable((key) => TABLES[key].table), book: "PriceBook" };
  return {
    ok: true,
    value: {
      names: { ...names, exclusionsSheet: "Exclusions", exclusionColumns: 9 },
      tables: { ...byUsageTable(() => none), usage: table("usage", usageRows) },
      book: null,
    },
  };
};

Object.assign(globalThis, { Office: { context: {} }, Worker: PageWorker });
followTheme();
showScenarios((name) => {
  const { actions } = fakeWorkbook({
    ...SCENARIOS.example,
    deal: dealCells(),
    ...(name === "imported" && {
      comparables: COMPARABLES,
      usage: { months: table("months", MONTHS), exclusions: table("exclusions", EXCLUSIONS) },
    }),
  });
  const pane = new BandwisePane();
  void pane.begin({ ...actions, readUsage });
  return pane;
});
