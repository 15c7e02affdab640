import { generateRandomId } from "@univerjs/core";
import {
  IDefinedNamesService,
  type IDefinedNamesServiceParam,
  Lexer,
  LexerTreeBuilder,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
} from "@univerjs/engine-formula";
import { SCOPE_WORKBOOK_VALUE_DEFINED_NAME, SetDefinedNameCommand } from "@univerjs/sheets";
import { parseAddress } from "../grid/address";
import type { NameInfo, SelectionInfo, TableInfo } from "../grid/grid";
import {
  loseTableReferences,
  renameTableReferences,
  resolveStructuredReference,
  sameText,
} from "../grid/structured-reference";
import { itemNotFound, notImplemented } from "../office/host-error";
import type { UniverContext } from "./context";
import { forgetReadFormulas, refreshUsesOf, usesOf } from "./refresh";
import type { UniverTables } from "./tables";

/** A formula that is a structured reference, and the table that it referred to when it was written. */
interface TableReference {
  readonly formula: string;
  readonly tableId: string;
  readonly tableName: string;
}

const LOST = "=#REF!";

/**
 * Names of the workbook.
 *
 * Univer's names cannot refer to a structured reference, so such a name gets the
 * table's present address, and a new one whenever a table changes.
 */
export class UniverNames {
  private readonly service = this.context.injector.get(IDefinedNamesService);
  /** By the id of their name. */
  readonly #structured = new Map<string, TableReference>();
  /** Names whose cells changed after Univer read the formulas that use them. */
  readonly #changed = new Set<string>();
  /** Every name that there was since the workbook was opened. */
  readonly #known = new Set<string>();
  #isRefreshDue = false;
  #haveTablesChanged = false;

  constructor(
    private readonly context: UniverContext,
    private readonly tables: UniverTables,
  ) {
    this.service.update$.subscribe(({ definedNames }) => {
      for (const { name } of definedNames) {
        this.#changed.add(name);
        this.#known.add(name);
      }
      this.refreshSoon();
    });
    this.#seekNamesWhereTheyAre();
  }

  /** Univer seeks names in each word of every formula that it reads; one without a name can be read as where there are none. */
  #seekNamesWhereTheyAre(): void {
    const lexer = this.context.injector.get(Lexer);
    const plain = this.context.injector.get(LexerTreeBuilder);
    const withNames = lexer.treeBuilder.bind(lexer);
    let [count, uses] = [0, usesOf([])];
    lexer.treeBuilder = (formula, suffix) => {
      if (count !== this.#known.size) [count, uses] = [this.#known.size, usesOf([...this.#known])];
      return uses.test(formula) ? withNames(formula, suffix) : plain.treeBuilder(formula, suffix);
    };
  }

  /** In the order of the alphabet, as Excel lists them. */
  names(): readonly NameInfo[] {
    return this.#entries()
      .map((entry) => this.#info(entry))
      .sort((a, b) => a.name.localeCompare(b.name, "en"));
  }

  putName(info: NameInfo): void {
    const id = this.#find(info)?.id ?? generateRandomId();
    const isTaken = this.#entries().some(
      (entry) => entry.id !== id && sameText(entry.name, info.name),
    );
    if (isTaken) throw notImplemented(`the name ${info.name} for a sheet and for the workbook`);
    const { formula } = info;
    const table = this.tables
      .referenced()
      .find((one) => resolveStructuredReference(formula, [one]));
    this.#structured.delete(id);
    if (table) this.#structured.set(id, { formula, tableId: table.id, tableName: table.name });
    this.context.run(SetDefinedNameCommand.id, {
      id,
      name: info.name,
      formulaOrRefString: this.#written(formula),
      comment: info.comment,
      hidden: !info.visible,
      localSheetId: info.sheetId ?? SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
    });
  }

  deleteName(info: NameInfo): void {
    const entry = this.#find(info);
    if (entry === undefined) throw itemNotFound(`the name ${info.name}`);
    this.#structured.delete(entry.id);
    // Univer's own command would write #REF! into formulas where Excel leaves the name.
    this.context.run(RemoveDefinedNameMutation.id, entry);
  }

  resolveName(info: NameInfo): SelectionInfo | null {
    const cells = this.#cells(info.formula);
    if (cells) return cells;
    const parsed = parseAddress(info.formula.replace(/^=/, ""));
    if (parsed === null) return null;
    const { sheet: name } = parsed;
    const sheets = this.context.workbook.getSheets();
    const sheet = sheets.find((one) =>
      name ? sameText(one.getSheetName(), name) : one.getSheetId() === info.sheetId,
    );
    return sheet ? { sheetId: sheet.getSheetId(), rect: parsed.rect } : null;
  }

  /** Lets formulas read tables as they are now. */
  tablesChanged(): void {
    this.#haveTablesChanged = true;
    this.refreshSoon();
  }

  /** Refreshes after the present command: in the middle of it cells, names and tables do not agree. */
  refreshSoon(): void {
    this.context.dirty = true;
    if (this.#isRefreshDue) return;
    this.#isRefreshDue = true;
    queueMicrotask(() => {
      if (this.context.isOpen) this.refresh();
    });
  }

  /** Updates names that refer to tables, and formulas that use names. */
  refresh(): void {
    if (!this.#isRefreshDue) return;
    if (this.#haveTablesChanged) forgetReadFormulas(this.context);
    this.#haveTablesChanged = false;
    for (const entry of this.#entries()) {
      if (!this.#structured.has(entry.id)) continue;
      const formulaOrRefString = this.#written(this.#info(entry).formula);
      if (formulaOrRefString !== entry.formulaOrRefString)
        this.#set({ ...entry, formulaOrRefString });
    }
    // Univer looks for the very names that changed, so those that use them have to change too.
    for (const name of this.#changed) {
      const uses = usesOf([name]);
      for (const entry of this.#entries()) {
        if (!this.#changed.has(entry.name) && uses.test(entry.formulaOrRefString)) this.#set(entry);
      }
    }
    this.#isRefreshDue = false;
    const names = [...this.#changed];
    this.#changed.clear();
    if (names.length > 0) refreshUsesOf(this.context, names);
  }

  /** Not with Univer's command, which would be an undo step of its own. */
  #set(entry: IDefinedNamesServiceParam): void {
    this.context.run(SetDefinedNameMutation.id, entry);
  }

  /** Rewrites every name that refers to a table, before the table is removed. */
  forgetTable({ name }: TableInfo): void {
    for (const info of this.names()) {
      const formula = loseTableReferences(info.formula, name);
      if (formula !== info.formula) this.putName({ ...info, formula });
    }
  }

  #entries(): readonly IDefinedNamesServiceParam[] {
    return Object.values(this.service.getDefinedNameMap(this.context.unitId) ?? {});
  }

  #find(info: NameInfo): IDefinedNamesServiceParam | undefined {
    return this.#entries().find(
      (entry) => sameText(entry.name, info.name) && scopeOf(entry) === info.sheetId,
    );
  }

  #cells(formula: string): SelectionInfo | null {
    return resolveStructuredReference(formula, this.tables.referenced());
  }

  /** A formula as Univer wants it: an address without its equals sign. */
  #written(formula: string): string {
    const cells = this.#cells(formula);
    if (cells) return this.tables.address(cells);
    const bare = formula.replace(/^=/, "");
    return parseAddress(bare) ? bare : formula;
  }

  #info(entry: IDefinedNamesServiceParam): NameInfo {
    const sheetId = scopeOf(entry);
    const info: NameInfo = {
      name: entry.name,
      formula: entry.formulaOrRefString.replace(/^=?/, "="),
      comment: entry.comment ?? "",
      visible: entry.hidden !== true,
      ...(sheetId === undefined ? {} : { sheetId }),
    };
    const meant = this.#structured.get(entry.id);
    if (meant === undefined) return info;
    const table = this.tables.referenced().find(({ id }) => id === meant.tableId);
    if (table === undefined) return { ...info, formula: LOST };
    const formula = renameTableReferences(meant.formula, meant.tableName, table.name);
    return { ...info, formula: resolveStructuredReference(formula, [table]) ? formula : LOST };
  }
}

/** The sheet that a name is scoped to. */
function scopeOf({ localSheetId }: IDefinedNamesServiceParam): string | undefined {
  return localSheetId === SCOPE_WORKBOOK_VALUE_DEFINED_NAME ? undefined : localSheetId;
}
