import { beforeAll, describe, expect, test } from "vitest";
import { isInherited, type ModelMember, modelMembers } from "../support/model-members";
import { type MadeUpFile, madeUp, type OfficeUse } from "../support/office-uses";
import { productUses } from "../support/product-uses";

/** Members that the client answers without asking its host. */
const CLIENT_MEMBERS = [
  "load",
  "set",
  "toJSON",
  "context",
  "isNullObject",
  "items",
  "track",
  "untrack",
];
const CLIENT_OWNERS = ["Excel.RequestContext", "Excel.Workbook.RequestContext"];

/** Events, and the members of the model that the client needs to listen to them. */
const EVENTS: Readonly<Record<string, string>> = {
  "WorksheetCollection.onAdded": "_RegisterAddedEvent",
  "WorksheetCollection.onChanged": "_RegisterDataChangedEvent",
  "WorksheetCollection.onDeleted": "_RegisterDeletedEvent",
  "WorksheetCollection.onNameChanged": "_RegisterEventNameChanged",
};

/** Modelled for the client itself, or for tests that set up a sheet. */
const NOT_THE_PRODUCTS = [
  "Range.getBoundingRect",
  "WorkbookProtection.protect",
  "WorkbookProtection.unprotect",
  "WorksheetProtection.protect",
  "WorksheetProtection.unprotect",
];

/**
 * Modelled beyond what the add-in uses, because these tests inspect its work through them. Remove a
 * member from this list when the add-in uses it or the model drops it.
 */
const USED_BY_TESTS_ALONE = [
  "NamedItem.comment",
  "NamedItem.scope",
  "NamedItem.visible",
  "RangeFill.color",
  "RangeFont.color",
  "RangeFont.italic",
  "RangeFont.name",
  "RangeFormat.fill",
  "Table.showBandedRows",
  "Table.style",
];

/** Members outside Excel's classes that work here; office.test.ts and the function tests try them. */
const OFFICE_MEMBERS = [
  "Office.onReady",
  "Office.context",
  "Office.actions",
  "Office.addin",
  "Office.Context.requirements",
  "Office.Context.diagnostics",
  "Office.Context.displayLanguage",
  "Office.ContextInformation.host",
  "Office.ContextInformation.platform",
  "Office.ContextInformation.version",
  "Office.Context.officeTheme",
  "Office.RequirementSetSupport.isSetSupported",
  "Office.OfficeTheme.isDarkTheme",
  "Office.Actions.associate",
  "Office.Addin.showAsTaskpane",
  "Office.Addin.hide",
  "Office.AddinCommands",
  "Office.AddinCommands.Event.completed",
  "Office.AddinCommands.Event.source",
  "Office.HostType",
  // The workbook as a file: test/workbook/portable/send-copy.test.ts tries them.
  "Office.Context.document",
  "Office.Document.getFileAsync",
  "Office.File.sliceCount",
  "Office.File.getSliceAsync",
  "Office.File.closeAsync",
  "Office.Slice.data",
  "Office.AsyncResult.status",
  "Office.AsyncResult.value",
  "Office.AsyncResult.error",
  "Office.AsyncResultStatus",
  "Office.FileType",
];

interface Coverage {
  readonly notModelled: readonly string[];
  readonly notUsed: readonly string[];
}

function compare(uses: readonly OfficeUse[], model: readonly ModelMember[]): Coverage {
  const excel = uses.filter(
    ({ owner, ownerKind, member }) =>
      owner.startsWith("Excel.") &&
      ownerKind === "class" &&
      !CLIENT_MEMBERS.includes(member) &&
      !CLIENT_OWNERS.includes(owner),
  );
  const office = uses.filter(
    ({ owner, ownerKind }) =>
      owner.startsWith("Office") && !owner.startsWith("OfficeExtension") && ownerKind !== "enum",
  );
  const used = new Set(excel.map(({ owner, member }) => `${owner.slice(6)}.${member}`));
  const missing = excel.filter(({ owner, member, access }) => {
    const className = owner.slice(6);
    if (EVENTS[`${className}.${member}`] || isInherited(className, member)) return false;
    const known = model.find((entry) => entry.className === className && entry.member === member);
    return access === "write" ? !known?.writes : !known?.reads;
  });
  const missingOffice = office.filter(
    ({ owner, member }) => !OFFICE_MEMBERS.includes(`${owner}.${member}`),
  );
  return {
    notModelled: [...missing, ...missingOffice].map(
      ({ owner, member, access, at }) => `${owner}.${member} (${access}) at ${at}`,
    ),
    notUsed: model
      .map(({ className, member }) => `${className}.${member}`)
      .filter((name) => !used.has(name) && !NOT_THE_PRODUCTS.includes(name)),
  };
}

const model = modelMembers();

/** Every member of the model, as a type of Excel's. */
const ALL_MEMBERS = model
  .map(
    ({ className, member }, index) =>
      `export type M${index} = Excel.${className}[${JSON.stringify(member)}];`,
  )
  .join("\n");
const NOT_MODELLED = `
  export function act(range: Excel.Range): void {
    range.removeDuplicates([0], true);
    range.format.protection.locked = true;
    range.load("values, valueTypes, format/fill/pattern");
  }
`;
const NOT_MODELLED_OF_OFFICE = `export const open = () => Office.context.ui.displayDialogAsync("https://x");`;
const SET = "export const act = (range: Excel.Range) => { range.address = 'A1'; };";
const NOT_OF_EXCEL = `export type M = Excel.Range["notThere"];`;
const TEXTS = [ALL_MEMBERS, NOT_MODELLED, NOT_MODELLED_OF_OFFICE, SET, NOT_OF_EXCEL];

let files: ReadonlyMap<string, MadeUpFile>;
beforeAll(() => {
  const made = madeUp(import.meta.dirname, TEXTS);
  files = new Map(made.map((file, index) => [TEXTS[index] ?? "", file]));
});

describe("the model", async () => {
  const coverage = compare(await productUses(), model);

  test("has every member that the add-in uses", () => {
    expect(coverage.notModelled).toEqual([]);
  });

  test("has no member that neither the add-in nor a test of the host uses", () => {
    expect([...coverage.notUsed].sort()).toEqual([...USED_BY_TESTS_ALONE].sort());
  });

  test("has no member that Excel does not have", () => {
    expect(files.get(ALL_MEMBERS)?.errors).toEqual([]);
  });
});

describe("this test notices", () => {
  const usesOf = (text: string) => files.get(text)?.uses ?? [];

  test("a member that is not modelled, in code and in load()", () => {
    const { notModelled } = compare(usesOf(NOT_MODELLED), model);
    expect(notModelled.join("\n")).toMatch(/Range\.removeDuplicates \(read\)/);
    expect(notModelled.join("\n")).toMatch(/FormatProtection\.locked \(write\)/);
    expect(notModelled.join("\n")).toMatch(/Range\.valueTypes/);
    expect(notModelled.join("\n")).toMatch(/RangeFill\.pattern/);
    expect(notModelled.join("\n")).not.toMatch(/Range\.values/);
  });

  test("a member of Office that is not modelled", () => {
    const { notModelled } = compare(usesOf(NOT_MODELLED_OF_OFFICE), model);
    expect(notModelled.join("\n")).toMatch(/displayDialogAsync/);
  });

  test("a property that can be read but not set", () => {
    const { notModelled } = compare(usesOf(SET), model);
    expect(notModelled).toHaveLength(1);
  });

  test("a member without a use", () => {
    const extra = modelMembers(["class Range { get merged() { return 1; } _own() {} }"]);
    expect(compare([], extra).notUsed).toEqual(["Range.merged"]);
  });

  test("a property that a decorator makes, which can be set too unless it is readonly", () => {
    const extra = modelMembers([
      'class Range { @stored("x") declare merged: boolean; @part(() => A) declare readonly a: A; host = 1; }',
    ]);
    expect(extra).toEqual([
      { className: "Range", member: "merged", reads: true, writes: true },
      { className: "Range", member: "a", reads: true, writes: false },
    ]);
  });

  test("a member that Excel does not have", () => {
    expect(files.get(NOT_OF_EXCEL)?.errors).toHaveLength(1);
  });
});
