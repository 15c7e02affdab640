import { expect, test } from "vitest";
import { US_DOLLAR } from "../../../../src/core/currency";
import { definitionOf } from "../../../../src/sheets/tables/definition-of";
import { layOutTable } from "../../../../src/sheets/tables/layout";
import { distinguished } from "../../../../src/taskpane/views/sheets/distinguish-table";
import type { TableRequest, WrittenTable } from "../../../../src/workbook/journal/written-table";

const REQUEST: TableRequest = {
  measures: ["cost"],
  rows: { kind: "usage", usages: { kind: "steps", fromUsd: 350_000, toUsd: 1_050_000, rows: 15 } },
  columns: { kind: "commitment", amountsUsd: [0, 500_000, 1_250_000], pointsBetween: 1 },
  form: "cells",
  deal: {
    bands: "Bands",
    terms: "Terms",
    usage: "Usage",
    commitment: "Commitment",
    forecast: null,
  },
  inputs: null,
  thresholdsUsd: [0, 500_000],
  madeOn: "November 27, 2026 at 9:00 PM",
  destination: { kind: "newSheet" },
};
const { deal } = REQUEST;
const usage = (fromUsd: number, toUsd: number): TableRequest["rows"] => ({
  kind: "usage",
  usages: { kind: "steps", fromUsd, toUsd, rows: 15 },
});

const written = (request: TableRequest): WrittenTable => ({
  ...{ id: "Table 1", title: "", sheet: "Cost table", address: "A1", complete: true },
  recipe: definitionOf(request, request.thresholdsUsd),
});

/** What is built where another table of the example stands, and what its title ends with. */
const ROWS: readonly (readonly [change: Partial<TableRequest>, end: string])[] = [
  [{ rows: usage(400_000, 600_000) }, ", usage $400k to $600k"],
  [
    { columns: { kind: "commitment", amountsUsd: [0, 2e6], pointsBetween: 1 } },
    ", commitment $0 to $2M",
  ],
  [{ form: "values" }, ", plain values"],
  [{ form: "spill" }, ", one formula for the whole table"],
  [{ deal: { ...deal, bands: "'Deal 2'!$A$5:$B$9" } }, ", from 'Deal 2'!A5:B9"],
  [{ deal: { ...deal, terms: null } }, ", without terms"],
  [{ deal: { ...deal, terms: "Terms_2" } }, ", terms Terms_2"],
  [{ deal: { ...deal, commitment: "Scenarios!$B$7" } }, ", at Scenarios!B7"],
  [{}, ", November 27, 2026 at 9:00 PM"],
  [{ measures: ["saving"] }, ""],
  [{ columns: { kind: "share", values: [0, 1] } }, ""],
];

const anchor = (): string => "A1";

test.each(ROWS)("a table with %j is told from the one that is there by %j", (change, end) => {
  const made = distinguished({ ...REQUEST, ...change }, [written(REQUEST)], US_DOLLAR);
  const plain = layOutTable({ ...REQUEST, ...change }, anchor, US_DOLLAR, []).title;
  expect(layOutTable(made, anchor, US_DOLLAR, []).title).toBe(plain + end);
});

test("what tells it from one table does not, where another shares it", () => {
  const narrow = { ...REQUEST, rows: usage(400_000, 600_000) };
  const values = { ...narrow, form: "values" } as const;
  const { distinction } = distinguished(values, [written(REQUEST), written(narrow)], US_DOLLAR);
  expect(distinction).toBe("plain values");
});
