import type { PricingError } from "../../core/errors";
import type { Place } from "../../core/faults/place";
import { nearest, sameWord } from "../../core/fuzzy-match";
import { combine, fail, failWith, type Result, succeed } from "../../core/result";
import { GEOS, SERVICES, SPEEDS, STANDARD_TARIFF } from "../../efficiency/card-price";
import type { RequestOptions } from "../../efficiency/list-price";
import { BLANK, type Cell, isBlankOrZero, quoteCell, readRange, transposed } from "../cells/cells";
import { figureIn } from "../headings/percent-scale";
import { readChoice, readQuantity } from "../table-cells";

type Cells = readonly Cell[];

const NAMES = ["Service", "Speed", "Geo", "Prompt tokens", "Requests"] as const;
type OptionName = (typeof NAMES)[number];

/** Words that say themselves which option they are; standard and global are what holds without them. */
const WORDS = ["standard", "batch", "fast", "global", "us"] as const;

/**
 * Reads the options of a price: two columns, option and value, in any order; or words that say themselves, as in a row of the Usage
 * sheet, where a number is the prompt tokens. Blank cells are skipped.
 */
export function readOptions(raw: unknown): Result<RequestOptions> {
  const columns = transposed(readRange(raw));
  const last = columns.length - 1;
  const rows = transposed(
    columns.filter((cells, column) => column === last || !cells.every(isBlankOrZero)),
  );
  return isNamed(rows) ? readNamed(rows) : readWordsAlone(rows.flat());
}

function nameIn(cell: Cell | undefined): OptionName | undefined {
  return cell?.kind === "text" ? NAMES.find((name) => sameWord(name, cell.text)) : undefined;
}

function isNamed(rows: readonly Cells[]): boolean {
  return rows.some(([first]) => nameIn(first) !== undefined);
}

/** Names across with the values below. */
function isAcross([top = [], below = [], ...others]: readonly Cells[]): boolean {
  const isValue = below.length > 0 && nameIn(below[0]) === undefined;
  const areNames = top.every((cell) => isBlankOrZero(cell) || nameIn(cell));
  return others.length === 0 && isValue && areNames;
}

function readNamed(given: readonly Cells[]): Result<RequestOptions> {
  const filled = given.filter((cells) => !cells.every(isBlankOrZero));
  const rows = isAcross(filled) ? transposed(filled) : given;
  const values = new Map<OptionName, { readonly cell: Cell; readonly row: number }>();
  const errors: PricingError[] = [];
  for (const [index, [label = BLANK, value = BLANK]] of rows.entries()) {
    const row = index + 1;
    if (isBlankOrZero(label) && isBlankOrZero(value)) continue;
    if (label.kind === "text" && sameWord(label.text, "Option")) continue;
    const name = nameIn(label);
    const written = quoteCell(label);
    const first = name && values.get(name);
    if (name === undefined)
      errors.push({
        kind: "unknownWord",
        place: { argument: "options", field: "option", row },
        given: written,
        nearest: nearest(written, NAMES),
        known: NAMES,
      });
    else if (first)
      errors.push({ kind: "givenTwice", argument: "options", what: name, rows: [first.row, row] });
    else values.set(name, { cell: value, row });
  }
  if (errors.length > 0) return failWith(errors);
  const read = <T>(name: OptionName, how: (cell: Cell, place: Place) => Result<T>): Result<T> =>
    how(values.get(name)?.cell ?? BLANK, { argument: "options", field: name });
  const options = combine({
    service: read("Service", (cell, place) => readChoice(cell, SERVICES, place)),
    speed: read("Speed", (cell, place) => readChoice(cell, SPEEDS, place)),
    geo: read("Geo", (cell, place) => readChoice(cell, GEOS, place)),
    promptTokens: read("Prompt tokens", readAboveZero),
    requests: read("Requests", readAboveZero),
  });
  if (!options.ok) return options;
  const { service, speed, geo, promptTokens, requests } = options.value;
  if (promptTokens !== undefined && requests !== undefined)
    return fail({ kind: "promptLengthTwice" });
  const tariff = {
    service: service ?? STANDARD_TARIFF.service,
    speed: speed ?? STANDARD_TARIFF.speed,
    geo: geo ?? STANDARD_TARIFF.geo,
  };
  return succeed({ tariff, promptTokens, requests });
}

function readAboveZero(cell: Cell, place: Place): Result<number | undefined> {
  const read = readQuantity(cell, place);
  return read.ok && read.value === 0
    ? fail({ kind: "numberOutOfRange", place, given: 0, expected: "a number above 0" })
    : read;
}

function readWordsAlone(cells: Cells): Result<RequestOptions> {
  const errors: PricingError[] = [];
  const words = new Set<(typeof WORDS)[number]>();
  let promptTokens: number | undefined;
  for (const [index, cell] of cells.entries()) {
    if (isBlankOrZero(cell)) continue;
    const place = { argument: "options", row: index + 1 };
    if (figureIn(cell) !== undefined) {
      const read = readQuantity(cell, place);
      if (!read.ok) errors.push(...read.errors);
      else if (promptTokens !== undefined && read.value !== undefined)
        errors.push({ kind: "promptTokensTwice", given: [promptTokens, read.value] });
      else promptTokens = read.value;
      continue;
    }
    const word = readChoice(cell, WORDS, place);
    if (!word.ok) errors.push(...word.errors);
    else if (word.value !== undefined) words.add(word.value);
  }
  if (words.has("global") && words.has("us"))
    errors.push({ kind: "optionsContradict", given: ["global", "us"] });
  if (errors.length > 0) return failWith(errors);
  const tariff = {
    service: words.has("batch") ? "batch" : "standard",
    speed: words.has("fast") ? "fast" : "standard",
    geo: words.has("us") ? "us" : "global",
  } as const;
  return succeed({ tariff, promptTokens, requests: undefined });
}
