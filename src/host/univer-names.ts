import { generateRandomId } from "@univerjs/core";
import {
  IDefinedNamesService,
  type IDefinedNamesServiceParam,
  RemoveDefinedNameMutation,
} from "@univerjs/engine-formula";
import { SCOPE_WORKBOOK_VALUE_DEFINED_NAME, SetDefinedNameCommand } from "@univerjs/sheets";
import { parseAddress } from "./address";
import type { NameInfo, SelectionInfo } from "./grid";
import { itemNotFound, notImplemented } from "./host-error";
import {
  type ReferencedTable,
  renameTableReferences,
  replaceTableReferences,
  resolveStructuredReference,
} from "./structured-reference";
import type { UniverContext } from "./univer-context";
import { refreshUsesOf } from "./univer-refresh";
import type { UniverTables } from "./univer-tables";

/**
 * Names of the workbook.
 *
 * Univer's names cannot mean a structured reference, so such a name is given to
 * it as the address of the moment, and again whenever a table changes.
 */
export class UniverNames {
  readonly #context: UniverContext;
  readonly #tables: UniverTables;
  readonly #service: IDefinedNamesService;
  /** Formulas that are structured references, by the id of their name. */
  readonly #structured = new Map<string, string>();

  constructor(context: UniverContext, tables: UniverTables) {
    this.#context = context;
    this.#tables = tables;
    this.#service = context.injector.get(IDefinedNamesService);
  }

  /** In the order of the alphabet, as Excel lists them. */
  list(): readonly NameInfo[] {
    return this.#entries()
      .map((entry) => {
        const info = infoOf(entry);
        return { ...info, formula: this.#structured.get(entry.id) ?? info.formula };
      })
      .sort((a, b) => a.name.localeCompare(b.name, "en"));
  }

  put(info: NameInfo): void {
    const id = this.#find(info)?.id ?? generateRandomId();
    const isTaken = this.#entries().some(
      (entry) => entry.id !== id && sameName(entry.name, info.name),
    );
    if (isTaken) throw notImplemented(`the name ${info.name} for a sheet and for the workbook`);
    this.#structured.delete(id);
    if (this.#cells(info.formula)) this.#structured.set(id, info.formula);
    this.#register(id, info);
  }

  delete(info: NameInfo): void {
    const entry = this.#find(info);
    if (entry === undefined) throw itemNotFound(`the name ${info.name}`);
    this.#structured.delete(entry.id);
    const params = { ...entry, unitId: this.#context.unitId };
    // Univer's own command would write #REF! into formulas where Excel leaves the name.
    this.#context.change(() => this.#context.command(RemoveDefinedNameMutation.id, params));
    refreshUsesOf(this.#context, info.name);
  }

  resolve(info: NameInfo): SelectionInfo | null {
    const cells = this.#cells(info.formula);
    if (cells) return cells;
    const parsed = parseAddress(info.formula.replace(/^=/, ""));
    if (parsed === null) return null;
    const wanted = parsed.sheet?.toLowerCase();
    const sheet = this.#context.workbook
      .getSheets()
      .find((candidate) =>
        wanted === undefined
          ? candidate.getSheetId() === info.sheetId
          : candidate.getSheetName().toLowerCase() === wanted,
      );
    return sheet ? { sheetId: sheet.getSheetId(), rect: parsed.rect } : null;
  }

  /** Brings names that mean tables up to date with them. */
  refresh(): void {
    if (this.#structured.size === 0) return;
    for (const entry of this.#entries()) {
      const formula = this.#structured.get(entry.id);
      if (formula === undefined || this.#written(formula) === entry.formulaOrRefString) continue;
      this.#register(entry.id, { ...infoOf(entry), formula });
    }
  }

  /** Writes a table that is about to go out of every name that means it. */
  forgetTable(table: ReferencedTable, keepCells: boolean): void {
    for (const info of this.list()) {
      const formula = replaceTableReferences(info.formula, table, (cells) =>
        keepCells ? this.#tables.address(cells) : "#REF!",
      );
      if (formula !== info.formula) this.put({ ...info, formula });
    }
  }

  /** Follows a table to its new name. */
  renameTable(before: string, after: string): void {
    for (const [id, formula] of this.#structured) {
      this.#structured.set(id, renameTableReferences(formula, before, after));
    }
  }

  /** Turns every name that means a sheet into #REF!; the sheet is about to go. */
  forgetSheet(sheetId: string): void {
    for (const info of this.list()) {
      if (this.resolve(info)?.sheetId === sheetId) this.put({ ...info, formula: "=#REF!" });
    }
  }

  #entries(): readonly IDefinedNamesServiceParam[] {
    return Object.values(this.#service.getDefinedNameMap(this.#context.unitId) ?? {});
  }

  #find(info: NameInfo): IDefinedNamesServiceParam | undefined {
    return this.#entries().find(
      (entry) =>
        sameName(entry.name, info.name) &&
        (isLocal(entry) ? entry.localSheetId : undefined) === info.sheetId,
    );
  }

  #cells(formula: string): SelectionInfo | null {
    return resolveStructuredReference(formula, this.#tables.referenced());
  }

  /** A formula as Univer wants it: an address without its equals sign. */
  #written(formula: string): string {
    const cells = this.#cells(formula);
    if (cells) return this.#tables.address(cells);
    const bare = formula.replace(/^=/, "");
    return parseAddress(bare) ? bare : formula;
  }

  #register(id: string, info: NameInfo): void {
    const written = this.#written(info.formula);
    this.#context.change(() =>
      this.#context.command(SetDefinedNameCommand.id, {
        unitId: this.#context.unitId,
        id,
        name: info.name,
        formulaOrRefString: written,
        comment: info.comment,
        hidden: !info.visible,
        localSheetId: info.sheetId ?? SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
      }),
    );
    refreshUsesOf(this.#context, info.name);
  }
}

function infoOf(entry: IDefinedNamesServiceParam): NameInfo {
  return {
    name: entry.name,
    formula: asFormula(entry.formulaOrRefString),
    comment: entry.comment ?? "",
    visible: entry.hidden !== true,
    ...(isLocal(entry) ? { sheetId: entry.localSheetId } : {}),
  };
}

function isLocal(
  entry: IDefinedNamesServiceParam,
): entry is IDefinedNamesServiceParam & { localSheetId: string } {
  return (
    entry.localSheetId !== undefined && entry.localSheetId !== SCOPE_WORKBOOK_VALUE_DEFINED_NAME
  );
}

function asFormula(text: string): string {
  return text.startsWith("=") ? text : `=${text}`;
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
