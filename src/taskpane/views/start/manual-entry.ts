import type { BandTable } from "../../../core/bands";
import { describeCauses, describeErrors, type PricingError } from "../../../core/errors";
import { fail, failWith, type Result, succeed } from "../../../core/result";
import { readBands } from "../../../input/bands-cells";
import type { DealNumbers } from "../../../sheets/deal-numbers";
import { formatExactUsd } from "../../../wording/format/format";
import { bandsEcho } from "../../kit/bands-echo";
import {
  type ForecastForm,
  type ForecastFormReading,
  freshForecastForm,
  readForecastForm,
} from "../../kit/forecast-form-state";
import type { Field } from "../../kit/form-fields";
import { paneCurrency } from "../../kit/pane-currency";
import { otherLabel, readTypedUsd, withoutLabel } from "../../kit/typed-amount";
import { type ScaledLines, scaledByHeading } from "./scaled-lines";

/** The form that takes a deal in numbers alone, as typed. */
export interface ManualEntry {
  /** A band a line: threshold, discount, and a name where there is one. */
  readonly bands: string;
  readonly commitment: string;
  readonly usage: ForecastForm;
  /** Whether it was to be written already: from then on an empty field is a fault. */
  readonly tried: boolean;
}

/** The form as understood. */
export interface ParsedManualEntry {
  readonly bands: Field;
  readonly commitment: Field;
  readonly usage: ForecastFormReading;
  /** Why the deal cannot be written as things stand, one sentence each. */
  readonly obstacles: readonly string[];
  readonly numbers: DealNumbers | undefined;
}

export const FRESH_MANUAL_ENTRY: ManualEntry = {
  bands: "",
  commitment: "",
  usage: freshForecastForm(undefined),
  tried: false,
};

/** Reads every part by itself, so that one fault does not hide the rest. */
export function readManualEntry(form: ManualEntry): ParsedManualEntry {
  const bands = readTypedBands(form.bands);
  const commitment = readCommitment(form.commitment);
  const usage = readForecastForm({ ...form.usage, tried: form.tried });
  const { forecast } = usage;
  const faults = [bands, commitment].flatMap((read) => (read.ok ? [] : read.errors));
  return {
    bands: shown(form.bands, form.tried, bands, typedEcho),
    commitment: shown(form.commitment, form.tried, commitment, (one) =>
      formatExactUsd(one, paneCurrency()),
    ),
    usage,
    obstacles: [...describeCauses(faults, paneCurrency()), ...usage.obstacles],
    numbers:
      bands.ok && commitment.ok && forecast
        ? { bands: writtenBands(bands.value.table), commitmentUsd: commitment.value, forecast }
        : undefined,
  };
}

function writtenBands({ bands }: BandTable): DealNumbers["bands"] {
  return bands.flatMap(({ row, thresholdUsd, discountFraction, name }) =>
    row === undefined ? [] : [{ thresholdUsd, discountFraction, name }],
  );
}

/** Bands as typed, and by which heading their thresholds were multiplied, if they were. */
export interface TypedBands {
  readonly table: BandTable;
  readonly scaled: ScaledLines | undefined;
}

function typedEcho({ table, scaled }: TypedBands): string {
  const times =
    scaled &&
    `; thresholds × ${scaled.factor.toLocaleString("en-US")}, as “${scaled.heading}” says`;
  return bandsEcho(table) + (times ?? "");
}

/** More columns than a line can say: those have headings, and so belong on a sheet. */
const MOST_COLUMNS = 3;

/** Bands as they are typed, or pasted from cells or a message: a band a line. */
export function readTypedBands(text: string): Result<TypedBands> {
  if (text.trim() === "")
    return fail({
      kind: "missing",
      place: { argument: "bands" },
      expected: "a band a line, its threshold and its discount, such as 250k 10%",
    });
  const typed = text.split(/\r\n|\r|\n/).map(cellsOfLine);
  const scaled = scaledByHeading(typed);
  const rows = scaled?.lines ?? typed;
  const foreign = rows.flatMap(([threshold = ""], index) => {
    const place = { argument: "bands", field: "threshold", row: index + 1 };
    return otherLabel(threshold, place) ?? [];
  });
  if (foreign.length > 0) return failWith(foreign);
  const columns = Math.max(...rows.map((cells) => cells.length));
  if (columns > MOST_COLUMNS)
    return fail({
      kind: "tooFewColumns",
      argument: "bands",
      columns,
      expected:
        "threshold, discount and name only, or put them on a sheet and choose Start from my sheet",
    });
  const half = rows.flatMap((cells, index): readonly PricingError[] =>
    cells.length > 0 && !cells[1]
      ? [
          {
            kind: "missing",
            place: { argument: "bands", field: "discount", row: index + 1 },
            expected: "a threshold and a discount, such as 250k 10%",
          },
        ]
      : [],
  );
  if (half.length > 0) return failWith(half);
  const table = readBands(
    rows.map(([threshold = "", ...rest]) => [withoutLabel(threshold), ...rest]),
  );
  return table.ok ? succeed({ table: table.value, scaled }) : table;
}

/** Cells of a line: as pasted from a sheet, or a threshold with the discount after the last space. */
function cellsOfLine(line: string): readonly string[] {
  const bare = line.trim().replace(/\s+%/g, "%");
  if (bare === "") return [];
  if (/[\t;|]/.test(bare)) return bare.split(/[\t;|]/).map((cell) => cell.trim());
  const [, threshold, discount] = /^(.*?)(?:\s*[:=,]|\s+(?:at|->|→))?\s+(\S+)$/i.exec(bare) ?? [];
  return threshold && discount ? [threshold, discount] : [bare];
}

function readCommitment(text: string): Result<number> {
  const place = { argument: "commitment" };
  return text.trim() === ""
    ? fail({
        kind: "missing",
        place,
        expected: `an amount in ${paneCurrency().code}, such as 480k, or 0 for none`,
      })
    : readTypedUsd(text, place);
}

function shown<T>(
  text: string,
  tried: boolean,
  read: Result<T>,
  echo: (value: T) => string,
): Field {
  if (text.trim() === "" && !tried) return { text, echo: "", error: "" };
  if (!read.ok) return { text, echo: "", error: describeErrors(read.errors, paneCurrency()) };
  const understood = echo(read.value);
  return { text, echo: understood === text.trim() ? "" : understood, error: "" };
}
