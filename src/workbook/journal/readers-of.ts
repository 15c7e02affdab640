import { withoutSheet } from "../../input/cells/a1";
import { askReference } from "../excel/find-cells";
import type { Outcome } from "../excel/outcome";
import { runExcel } from "../excel/run";
import { called, isCalled, loadIndex, placeOf, type WorkbookIndex } from "../excel/workbook-index";
import { recordsIn, type WriteKind, type WriteRecord } from "./record";

/** A deal or a scenario, with the texts of its references. */
export interface CellReader {
  /** As a sentence names it. */
  readonly name: string;
  readonly references: readonly string[];
}

/** What we write that reads other sheets and is not told to be out of date when they change. */
const WATCHED: readonly WriteKind[] = ["usage", "efficient", "forecast"];

/**
 * What would show #REF! if a write were removed: sheets that we wrote, then those of the deals and scenarios that are given.
 *
 * A deal whose forecast the write is reads it by a name that goes with it; it is then a deal without a forecast, and is not named.
 */
export function readersOf(
  id: string,
  readers: readonly CellReader[],
): Promise<Outcome<readonly string[]>> {
  return runExcel(async (context) => {
    const { workbook } = context;
    workbook.settings.load("items/key,items/value");
    const indexed = loadIndex(workbook);
    await context.sync();
    const index = indexed();
    const records = recordsIn(workbook.settings);
    const record = records.find((one) => one.id === id);
    if (!record) return [];
    const others = records.filter(
      (one) =>
        one !== record &&
        one.complete &&
        (WATCHED.includes(one.kind) || one.definition?.kind === "counterOffer"),
    );
    const tables = index.tables.map((name) => {
      const { worksheet } = workbook.tables.getItem(name).getRange();
      worksheet.load("name");
      return { name, worksheet };
    });
    const ownOf = askOwn(workbook, [record, ...others]);
    const formulasOf = others.map((one) => askFormulas(workbook, index, one));
    const asked = readers.map(({ references }) =>
      references.map((text) =>
        askReference(workbook, index, { text, wantsOneCell: false, isForecast: false }),
      ),
    );
    await context.sync();
    const cells = asked.map((some) =>
      some.flatMap((one) => {
        const found = one.found();
        if (found.kind !== "cells" || found.address === undefined) return [];
        const { address } = found;
        const sheet = unquoted(address.slice(0, address.lastIndexOf("!")));
        const range = workbook.worksheets.getItem(sheet).getRange(withoutSheet(address));
        range.load("formulas");
        return [range];
      }),
    );
    await context.sync();

    const owned = (one: WriteRecord): ReadonlySet<string> => {
      const { sheets, names } = ownOf(one);
      const within = tables.filter(({ worksheet }) => sheets.includes(worksheet.name));
      return new Set([
        ...sheets.map((sheet) => `${sheet.toLowerCase()}!`),
        ...[...names, ...within.map(({ name }) => name)].map((name) => name.toLowerCase()),
      ]);
    };
    const first = owned(record);
    const written = others.map((one, at) => ({
      ...{ name: one.title, own: owned(one) },
      reads: mentionedIn(formulasOf[at]?.() ?? []),
    }));
    const given = readers.map(({ name, references }, at) => {
      const direct = [...mentionedIn(references.map((text) => `=${text}`))];
      return {
        ...{ name, own: new Set<string>() },
        reads: new Set([
          ...(record.kind === "forecast" ? direct.filter((one) => !first.has(one)) : direct),
          ...mentionedIn(cells[at]?.flatMap(({ formulas }) => formulas.flat()) ?? []),
        ]),
      };
    });
    return brokenBy(first, [...written, ...given]);
  });
}

/** Sheets and names that go with each of these writes. Call what it returns after the next sync. */
function askOwn({ names }: Excel.Workbook, records: readonly WriteRecord[]) {
  const asked = new Map(
    records.map((record) => {
      const blocks = record.undo.flatMap((step) => {
        if (step.kind !== "deleteSheet") return [];
        const block = names
          .getItemOrNullObject(step.block ?? record.names[0] ?? "")
          .getRangeOrNullObject();
        block.worksheet.load("name");
        return [block];
      });
      return [record, blocks];
    }),
  );
  return (record: WriteRecord) => ({
    names: record.names,
    sheets: (asked.get(record) ?? [])
      .filter(({ isNullObject }) => !isNullObject)
      .map(({ worksheet }) => worksheet.name),
  });
}

/** Asks for the formulas of a write: of its block, or of tables, whose rows repeat them, the first rows. */
function askFormulas(
  workbook: Excel.Workbook,
  index: WorkbookIndex,
  { names, tables = [] }: WriteRecord,
): () => readonly unknown[] {
  const asked =
    tables.length > 1 ? firstRows(workbook, index, tables) : block(workbook, index, names);
  for (const range of asked) range.load("formulas");
  return () => asked.flatMap(({ formulas }) => formulas.flat());
}

function firstRows(
  { tables }: Excel.Workbook,
  index: WorkbookIndex,
  written: NonNullable<WriteRecord["tables"]>,
): readonly Excel.Range[] {
  return written
    .filter(({ table }) => index.tables.some((one) => isCalled(one, table)))
    .map(({ table }) => tables.getItem(table).getRange().getRow(1));
}

function block(
  { names }: Excel.Workbook,
  index: WorkbookIndex,
  [own = ""]: WriteRecord["names"],
): readonly Excel.Range[] {
  const named = called(own, index.names);
  return named && placeOf(named, index)
    ? [names.getItemOrNullObject(named.name).getRangeOrNullObject()]
    : [];
}

interface Reader {
  readonly name: string;
  /** What goes by these names and sheets shows #REF! too, once this does. */
  readonly own: ReadonlySet<string>;
  readonly reads: ReadonlySet<string>;
}

/** Names of the readers that lose cells, also those that read them from one another. */
function brokenBy(first: ReadonlySet<string>, readers: readonly Reader[]): readonly string[] {
  const gone = new Set(first);
  const broken = new Set<Reader>();
  for (let before = -1; before < broken.size; ) {
    before = broken.size;
    for (const reader of readers) {
      if (broken.has(reader) || ![...reader.reads].some((one) => gone.has(one))) continue;
      broken.add(reader);
      for (const one of reader.own) gone.add(one);
    }
  }
  return readers.filter((reader) => broken.has(reader)).map(({ name }) => name);
}

const TEXT = /"[^"]*"/g;
/** A sheet with its exclamation mark, or a name or a table. */
const MENTION = /'((?:[^']|'')+)'!|([\p{L}_\\][\p{L}\p{N}_.\\]*)(!?)/gu;

/** What formulas mention, in lower case: sheets with an exclamation mark, names and tables without. */
function mentionedIn(formulas: readonly unknown[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const formula of formulas) {
    if (typeof formula !== "string" || !formula.startsWith("=")) continue;
    for (const [, quoted, word = "", mark = ""] of formula.replace(TEXT, "").matchAll(MENTION))
      found.add((quoted === undefined ? word + mark : `${unquoted(quoted)}!`).toLowerCase());
  }
  return found;
}

/** 'It''s' as the sheet is called. */
function unquoted(sheet: string): string {
  const bare = sheet.startsWith("'") ? sheet.slice(1, -1) : sheet;
  return bare.replaceAll("''", "'");
}
