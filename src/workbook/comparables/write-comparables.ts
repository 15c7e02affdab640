import { FIRST_DAY, LAST_DAY } from "../../core/calendar";
import type { Currency } from "../../core/currency";
import { COMPARABLES_TABLE } from "../../deal/comparable-deals";
import {
  BESIDE_WIDTHS,
  BLANK_DEALS,
  COMPARABLES_COLUMNS,
  COMPARABLES_NOTES,
  COMPARABLES_TITLE,
  type ComparedOffer,
  comparedInputs,
  HEADINGS_ROW,
  layOutComparables,
} from "../../sheets/comparables-sheet";
import { headLine } from "../../sheets/provenance";
import { timeOfMaking } from "../../wording/format/format";
import { TEXT } from "../../wording/format/number-formats";
import { allow, wantedAmount } from "../deal/validate-deal";
import { setNumberFormat } from "../excel/number-format";
import type { Outcome } from "../excel/outcome";
import { putHeadLine } from "../excel/put-head-line";
import { putText } from "../excel/put-text";
import { writeSheet } from "../journal/write-sheet";
import type { WrittenTable } from "../journal/written-table";
import { alignColumn, putBlock, showSheet } from "../sheets/put-sheet-part";

/**
 * Adds a sheet with an empty table of comparable deals, and where the offer stands among them once there are some.
 *
 * @param now When it is made, which its head says.
 */
export function writeComparables(
  offer: ComparedOffer,
  currency: Currency,
  now = new Date(),
): Promise<Outcome<WrittenTable>> {
  return writeSheet({
    kind: "comparables",
    plan: () => (known) => {
      const name = known.freeName(COMPARABLES_TABLE);
      const { rows, columns, parts } = layOutComparables(offer, name);
      return {
        place: { kind: "newSheet", name: "Comparables" },
        ...{ rows, columns },
        content: () => ({
          ...{ title: COMPARABLES_TITLE, tables: [name] },
          put({ sheet }) {
            putTable(sheet, name, currency);
            putHeadLine(
              sheet,
              headLine(timeOfMaking(now), comparedInputs(offer)),
              HEADINGS_ROW - 1,
            );
            for (const part of parts) putBlock(sheet, part, currency);
            showSheet(sheet, HEADINGS_ROW + 1);
            sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, HEADINGS_ROW + 1, 1));
          },
        }),
      };
    },
  });
}

function putTable(sheet: Excel.Worksheet, name: string, currency: Currency): void {
  putText(sheet.getRange("A1"), COMPARABLES_TITLE, Excel.BuiltInStyle.heading1);
  for (const [index, note] of COMPARABLES_NOTES.entries())
    putText(sheet.getRange(`A${index + 2}`), note, Excel.BuiltInStyle.explanatoryText);
  const count = COMPARABLES_COLUMNS.length;
  sheet.getRangeByIndexes(HEADINGS_ROW, 0, 1, count).values = [
    COMPARABLES_COLUMNS.map(({ heading }) => heading),
  ];
  const whole = sheet.getRangeByIndexes(HEADINGS_ROW, 0, BLANK_DEALS + 1, count);
  sheet.tables.add(whole, true).name = name;
  const { gap, labels, values } = BESIDE_WIDTHS;
  const widths = [...COMPARABLES_COLUMNS.map(({ width }) => width), gap, labels, values, values];
  for (const [index, width] of widths.entries())
    sheet.getRangeByIndexes(0, index, 1, 1).format.columnWidth = width;
  for (const [index, { format }] of COMPARABLES_COLUMNS.entries()) {
    const cells = sheet.getRangeByIndexes(HEADINGS_ROW + 1, index, BLANK_DEALS, 1);
    cells.style = Excel.BuiltInStyle.input;
    setNumberFormat(cells, format, currency);
    const withHeading = sheet.getRangeByIndexes(HEADINGS_ROW, index, BLANK_DEALS + 1, 1);
    alignColumn(withHeading.format, format === TEXT, index);
  }
  validate(sheet.getRangeByIndexes(HEADINGS_ROW + 1, 0, BLANK_DEALS, count), currency);
}

/** Lets Excel itself refuse what BENCHMARK_RANK would refuse. */
function validate(rows: Excel.Range, currency: Currency): void {
  const [date, commitment, discount] = [0, 1, 2].map((column) => rows.getColumn(column));
  const rules = [
    [
      date,
      { decimal: { formula1: FIRST_DAY, formula2: LAST_DAY, operator: "Between" } },
      "Give a day, such as 2026-09-30, or leave it blank.",
    ],
    [
      commitment,
      { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } },
      `${wantedAmount(currency)}: what was committed a year.`,
    ],
    [
      discount,
      { decimal: { formula1: 0, formula2: 0.9999, operator: "Between" } },
      "Give a discount from 0% up to 100%, such as 15% or 0.15.",
    ],
  ] as const;
  for (const [cells, rule, message] of rules) if (cells) allow(cells, rule, message);
}
