import type { Place } from "../../core/faults/place";
import { sameWord } from "../../core/fuzzy-match";
import { chain, collect, combine, fail, type Result, succeed } from "../../core/result";
import { CACHE_LIFETIMES, LEVER_NAMES, type Lever, parseLevers } from "../../efficiency/levers";
import { workloadKey } from "../../efficiency/workload";
import { BLANK, type Cell, isBlankOrZero } from "../cells/cells";
import { readFraction } from "../cells/number-range";
import {
  readChoice,
  readQuantity,
  readShare,
  readTable,
  readWords,
  type TableRow,
  type TableShape,
} from "../table-cells";
import { readModel } from "./model-cells";

const HEADINGS = [
  "Lever",
  "Workload",
  "From",
  "To",
  "Share",
  "Write ratio",
  "Write",
  "Prompt tokens",
] as const;
type LeverHeading = (typeof HEADINGS)[number];

const SHAPE: TableShape<LeverHeading> = {
  argument: "levers",
  headings: HEADINGS,
  required: [["Lever"], ["Share"]],
  words: ["Lever", "Workload", "From", "To", "Write"],
  alsoNamed: (text) => (sameWord(text, "Workspace") ? "Workload" : undefined),
};

const DEFAULT_WRITE_RATIO = 0.1;

/** Reads a table of levers; an omitted or blank one has none. */
export function readLevers(raw: unknown): Result<readonly Lever[]> {
  return chain(readTable(raw, SHAPE), ({ rows, zeros }) =>
    chain(collect(rows.map((row) => readRow(row, zeros === "blank"))), parseLevers),
  );
}

function readRow(table: TableRow<LeverHeading>, isZeroBlank: boolean): Result<Lever> {
  const { row, cell, place } = table;
  const ratio = cell("Write ratio");
  const read = combine({
    lever: readChoice(cell("Lever"), LEVER_NAMES, place("Lever")),
    workload: readWords(cell("Workload"), place("Workload")),
    from: readModel(cell("From"), place("From")),
    to: readModel(cell("To"), place("To")),
    share: readShare(cell("Share"), place("Share")),
    writeRatio: readRatio(
      isZeroBlank && isBlankOrZero(ratio) ? BLANK : ratio,
      place("Write ratio"),
    ),
    lifetime: readChoice(cell("Write"), CACHE_LIFETIMES, place("Write")),
    promptTokens: readQuantity(cell("Prompt tokens"), place("Prompt tokens")),
  });
  if (!read.ok) return read;
  const { lever, workload, from, to, share, writeRatio, lifetime, promptTokens } = read.value;
  if (lever === undefined)
    return fail({ kind: "missing", place: place("Lever"), expected: "Route, Cache or Batch" });
  if (lever === "Route" && (from === undefined || to === undefined))
    return fail({ kind: "routeWithoutModel", row, missing: from === undefined ? "From" : "To" });
  return succeed({
    lever,
    row,
    workload: workloadKey(workload ?? ""),
    from: from ?? "",
    to: to ?? "",
    share: share ?? 0,
    writeRatio: writeRatio ?? DEFAULT_WRITE_RATIO,
    lifetime: lifetime ?? "5m",
    promptTokens: promptTokens || undefined,
  });
}

/** Tokens written for each token read: 0.1 or 10%; undefined for a blank. */
function readRatio(cell: Cell, place: Place): Result<number | undefined> {
  if (cell.kind === "blank") return succeed(undefined);
  return readFraction(cell, WRITE_RATIO, place);
}

/** Nobody writes a thousand tokens for each one that is read. */
const WRITE_RATIO = {
  least: 0,
  most: 1_000,
  what: "tokens written for each token read,",
  note: ", such as 0.1",
} as const;
