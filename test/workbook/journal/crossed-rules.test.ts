import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { ConditionalFormatInfo, ConditionalRule } from "../../../src/host/grid/grid";
import { blockOf, isWithin, overlaps } from "../../../src/input/cells/a1";
import { describeFault } from "../../../src/workbook/excel/outcome";
import { parseRecord, settingKey } from "../../../src/workbook/journal/record";
import { rewriteSheet, type WrittenPlace } from "../../../src/workbook/journal/rewrite-sheet";
import { removeTable } from "../../../src/workbook/journal/roll-back";
import { type Target, writeSheet } from "../../../src/workbook/journal/write-sheet";
import { EXHAUSTIVE } from "../../support/exhaustive";
import type { LocalWorkbook } from "../../support/local-workbook";
import { EVERY_CHANGE, FaultInjector, failAtEach } from "../fault-injector";
import { done, openForWorkbookCode, UNCALCULATED } from "../open";
import { listTables } from "../read";
import { snapshot } from "../snapshot";

let workbook: LocalWorkbook;
let inMemory: LocalWorkbook | undefined;
afterAll(() => inMemory?.close());

const writing = new FaultInjector();
const removal = new FaultInjector("");
/** Of the batches that a command waits for: what it held is released in one that nobody waits for. */
const batches = new Set<number>();

function openInMemory(): Promise<LocalWorkbook> {
  return openForWorkbookCode({
    ...{ ...UNCALCULATED, registerFunctions: false },
    beforeAction(batch, action, statement) {
      if (statement !== "workbook" && !statement.includes("_RemoveReference")) batches.add(batch);
      writing.beforeAction(batch, action, statement);
      removal.beforeAction(batch, action, statement);
    },
  });
}

/** A workbook without rules for each test of a group. */
function startsWithoutRules(open: () => Promise<LocalWorkbook>): void {
  beforeAll(async () => {
    workbook = await open();
  });
  beforeEach(() => {
    workbook.setCell("Sheet1", "C3", "Mine");
    for (const { id } of placed()) workbook.grid.deleteConditionalFormat(id);
  });
}

/** The groups share one, since opening it takes longer than most of their tests. */
async function sharedWorkbook(): Promise<LocalWorkbook> {
  inMemory ??= await openInMemory();
  return inMemory;
}

type Type = "ColorScale" | "Custom" | "CellValue";
type Rule = readonly [type: Type, ranges: string];

function ruleOf(type: Type, index: number): ConditionalRule {
  const color = `#00000${index}`;
  const look = { fill: color };
  switch (type) {
    case "ColorScale":
      return {
        kind: "colorScale",
        stops: ["LowestValue", "HighestValue"].map((of) => ({ type: of, color })),
      };
    case "Custom":
      return { kind: "custom", formula: `=A1>${index}`, look };
    case "CellValue":
      return { kind: "cellValue", operator: "greaterThan", formula1: `=${index}`, look };
  }
}

let made = 0;

/** Adds rules to the sheet, each with a look of its own; the block that is written is B2:E6. */
function addRules(rules: readonly Rule[]): void {
  const sheetId = sheet();
  for (const [index, [type, ranges]] of rules.entries()) {
    const rects = ranges.split(",").map((range) => {
      const { row, column, rows, columns } = blockOf(range);
      return { row, col: column, rows, cols: columns };
    });
    const id = `theirs-${made++}`;
    workbook.grid.putConditionalFormat({ id, sheetId, rects, rule: ruleOf(type, index) });
  }
}

function sheet(): string {
  return workbook.grid.sheets()[0]?.id ?? "";
}

function placed(): readonly ConditionalFormatInfo[] {
  return workbook.grid.conditionalFormats(sheet());
}

function formats(): readonly Omit<ConditionalFormatInfo, "id">[] {
  return placed().map(({ id: _, ...format }) => format);
}

/** Without the rules that a block brings. */
function theirs(): readonly string[] {
  return sorted(formats().filter(({ rule }) => rule.kind !== "custom" || rule.formula !== OURS));
}

/** Their order is a matter of looks only among rules that are left, not of those that are copied back. */
function sorted(rules: readonly object[]): readonly string[] {
  return rules.map((rule) => JSON.stringify(rule)).sort();
}

const ON_SHEET = { row: 1, column: 1 };
const SIZE = { rows: 5, columns: 4 };
const OURS = "=TRUE";

function putBlock({ block }: Pick<Target, "block">): void {
  block.getCell(0, 0).values = [["Written"]];
  block.conditionalFormats.add("Custom").custom.rule.formula = OURS;
}

function write(agreedCells?: number) {
  return writeSheet({
    kind: "table",
    plan(excel) {
      const sheet = excel.worksheets.getItem("Sheet1");
      sheet.load("id,name");
      return () => ({
        place: {
          ...{ kind: "userSheet", sheet, ...ON_SHEET },
          ...(agreedCells !== undefined && { agreedCells }),
        },
        ...SIZE,
        content: () => ({ title: "Block", put: putBlock }),
      });
    },
  });
}

/** In its place; two rows and a column more unless said otherwise. */
function rebuild(table: WrittenPlace, size = { rows: 7, columns: 5 }) {
  return rewriteSheet(table, { ...size, content: () => ({ title: "Larger", put: putBlock }) });
}

const ROWS: readonly (readonly [name: string, rules: readonly Rule[]])[] = [
  ["inside", [["ColorScale", "C3:D4"]]],
  ["just the block", [["Custom", "B2:E6"]]],
  ["outside, at its edge", [["ColorScale", "F1:G9"]]],
  ["over an edge", [["ColorScale", "D3:H4"]]],
  ["over a corner, its first cell outside", [["Custom", "A1:C3"]]],
  ["over a corner, its first cell inside", [["Custom", "D5:H9"]]],
  ["all around", [["ColorScale", "A1:J20"]]],
  ["through, from above to below", [["Custom", "C1:C30"]]],
  ["whole columns", [["Custom", "C:D"]]],
  ["whole rows", [["Custom", "3:4"]]],
  ["a comparison over a corner", [["CellValue", "D5:H9"]]],
  [
    "one of every type over the same cells",
    [
      ["CellValue", "A1:J20"],
      ["Custom", "A1:J20"],
      ["ColorScale", "A1:J20"],
    ],
  ],
  ["one area inside and one outside", [["ColorScale", "B2:B3,H2:H3"]]],
  ["areas side by side", [["Custom", "A1:A8,B1:B8,E6:F7"]]],
  ["the last cell", [["ColorScale", "E6:F6"]]],
  [
    "two over the same cells",
    [
      ["Custom", "A1:C3"],
      ["Custom", "A1:C3"],
    ],
  ],
  [
    "two that cross",
    [
      ["ColorScale", "A1:C3"],
      ["ColorScale", "C3:H9"],
    ],
  ],
  [
    "one of each type",
    [
      ["Custom", "A1:J20"],
      ["ColorScale", "A1:J20"],
    ],
  ],
  [
    "one around and one just the block",
    [
      ["Custom", "A1:J20"],
      ["Custom", "B2:E6"],
    ],
  ],
  [
    "one just the block and one around",
    [
      ["Custom", "B2:E6"],
      ["Custom", "A1:J20"],
    ],
  ],
  [
    "many",
    [
      ...([
        ["ColorScale", "A1:J20"],
        ["Custom", "C3"],
        ["ColorScale", "C3:D4"],
      ] as const),
      ...([
        ["Custom", "A3:F3"],
        ["ColorScale", "C1:C9"],
        ["Custom", "Z1:Z9"],
      ] as const),
    ],
  ],
];

describe("rules that cross the edge of a block", () => {
  startsWithoutRules(sharedWorkbook);
  const AROUND: readonly Rule[] = [
    ["Custom", "A1:J20"],
    ["ColorScale", "C1:C9"],
    ["Custom", "A3:F3"],
  ];

  /** Every layout under `npm run soak`, every second one in `npm test`. */
  const LAID_SINCE = ROWS.filter((_, at) => EXHAUSTIVE || at % 2 === 0);

  test.each(ROWS)("are as they were once it is removed: %s", async (_, rules) => {
    addRules(rules);
    const before = sorted(formats());
    const { id } = done(await write(1));
    done(await removeTable(id));
    expect(sorted(formats())).toEqual(before);
  });

  test.each(ROWS)("are as they were once it has grown and is removed: %s", async (_, rules) => {
    addRules(rules);
    const before = sorted(formats());
    const table = done(await write(1));
    expect(done(await rebuild(table)).address).toBe("B2:F8");
    done(await removeTable(table.id));
    expect(sorted(formats())).toEqual(before);
  });

  test.each(LAID_SINCE)("that a user laid over it since survive: %s", async (_, rules) => {
    const table = done(await write(1));
    addRules(rules.filter(([, ranges]) => crosses(ranges)));
    const before = theirs();
    done(await rebuild(table, SIZE));
    expect(theirs(), "rebuilt").toEqual(before);
    done(await removeTable(table.id));
    expect(theirs(), "removed").toEqual(before);
  });

  test.each(LAID_SINCE)(
    "that a user laid over it since survive its growth: %s",
    async (_, rules) => {
      const table = done(await write(1));
      addRules(rules.filter(([, ranges]) => crosses(ranges, "B2:F8")));
      const before = theirs();
      done(await rebuild(table));
      expect(theirs(), "rebuilt").toEqual(before);
      done(await removeTable(table.id));
      expect(theirs(), "removed").toEqual(before);
    },
  );

  test("keep their order", async () => {
    addRules(AROUND);
    const before = formats();
    done(await removeTable(done(await write(1)).id));
    expect(formats()).toEqual(before);
  });

  test("are found by their cells where their ids are others, as after closing the file", async () => {
    addRules([...AROUND, ["Custom", "A1:J20"]]);
    const before = formats();
    const { id } = done(await write(1));
    const key = settingKey(id);
    const kept = String(workbook.host.settings.get(key));
    const others = kept.replace(/"id":"theirs-(\d+)"/g, '"id":"other-$1"');
    expect(others).not.toBe(kept);
    workbook.host.settings.set(key, others);
    done(await removeTable(id));
    expect(formats()).toEqual(before);
  });

  const first = (): ConditionalFormatInfo => {
    const [rule] = placed();
    if (rule === undefined) throw new Error("there is a rule");
    return rule;
  };

  test("keep the cells that one was given since", async () => {
    addRules([["ColorScale", "A1:C3"]]);
    const { id } = done(await write(1));
    const top = { row: 0, col: 0, rows: 1, cols: 8 };
    workbook.grid.putConditionalFormat({ ...first(), rects: [top] });
    done(await removeTable(id));
    expect(formats().map(({ rects }) => rects)).toEqual([
      [top, { row: 1, col: 1, rows: 2, cols: 2 }],
    ]);
  });

  test("leave the part in the block of one that was deleted since", async () => {
    addRules([["ColorScale", "A1:C3"]]);
    const { id } = done(await write(1));
    workbook.grid.deleteConditionalFormat(first().id);
    done(await removeTable(id));
    expect(formats().map(({ rects }) => rects)).toEqual([[{ row: 1, col: 1, rows: 2, cols: 2 }]]);
  });

  test("stay in parts by a record of a former version", async () => {
    addRules([["ColorScale", "A1:C3"]]);
    const { id } = done(await write(1));
    const key = settingKey(id);
    const record = parseRecord(workbook.host.settings.get(key));
    const undo = record?.undo.map((step) => ({ ...step, rules: undefined }));
    workbook.host.settings.set(key, JSON.stringify({ ...record, undo }));
    done(await removeTable(id));
    expect(formats()).toHaveLength(2);
  });
});

describe("where nothing is in the way of a block", () => {
  startsWithoutRules(sharedWorkbook);

  test.each(ROWS.slice(-8))(
    "rules are as they were before, over it, and after: %s",
    async (_, rules) => {
      workbook.setCell("Sheet1", "C3", "");
      addRules(rules);
      const before = sorted(formats());
      const table = done(await write());
      expect(theirs(), "written").toEqual(before);
      done(await rebuild(table, SIZE));
      expect(theirs().filter((rule) => !before.includes(rule))).toEqual([]);
      done(await removeTable(table.id));
      expect(sorted(formats()), "removed").toEqual(before);
    },
  );
});

describe("round trips", () => {
  startsWithoutRules(sharedWorkbook);
  const syncsOf = async (command: () => Promise<unknown>): Promise<number> => {
    batches.clear();
    await command();
    return batches.size;
  };

  test.each([
    ["no rules", [], 3],
    [
      "rules inside and outside",
      [
        ["ColorScale", "C3:D4"],
        ["Custom", "Z1:Z9"],
      ],
      3,
    ],
    ["a rule that crosses", [["ColorScale", "A1:J20"]], 4],
    ["five that cross", Array.from({ length: 5 }, (): Rule => ["Custom", "A1:J20"]), 4],
  ] as const)("of a write and a rebuild: %s", async (_, rules, syncs) => {
    addRules(rules);
    expect(await syncsOf(async () => done(await write(1)))).toBe(syncs);
    const [table] = done(await listTables());
    if (table === undefined) throw new Error("it is listed");
    for (const { id } of placed()) workbook.grid.deleteConditionalFormat(id);
    addRules(rules);
    expect(await syncsOf(async () => done(await rebuild(table)))).toBe(syncs);
    done(await removeTable(table.id));
  });
});

describe("a sheet of its own with cells of the user's beside", () => {
  startsWithoutRules(sharedWorkbook);

  test("keeps the user's rules when it is cleared", async () => {
    const { id } = done(
      await writeSheet({
        kind: "table",
        plan: () => () => ({
          place: { kind: "newSheet", name: "Own" },
          ...SIZE,
          content: () => ({ title: "Block", put: putBlock }),
        }),
      }),
    );
    workbook.setCell("Own", "H1", "Mine");
    const sheetId = workbook.grid.sheets().find(({ name }) => name === "Own")?.id ?? "";
    const rects = [{ row: 0, col: 0, rows: 9, cols: 9 }];
    const rule = ruleOf("ColorScale", 1);
    workbook.grid.putConditionalFormat({ id: "beside", sheetId, rects, rule });
    done(await removeTable(id));
    expect(workbook.grid.conditionalFormats(sheetId)).toEqual([
      { id: "beside", sheetId, rects, rule },
    ]);
  });
});

describe("an Excel that cannot give a rule other cells", () => {
  startsWithoutRules(sharedWorkbook);
  beforeEach(() => {
    vi.spyOn(Office.context.requirements, "isSetSupported").mockImplementation(
      (_, version) => Number(String(version).split(".")[1]) < 17,
    );
    addRules([["ColorScale", "A1:C3"]]);
  });
  afterEach(() => vi.restoreAllMocks());

  test("says of a removal that rules stay in parts", async () => {
    const { id } = done(await write(1));
    expect(done(await removeTable(id))).toEqual({ areRulesInParts: true });
    expect(formats()).toHaveLength(2);
  });

  test("says of a rebuild that it cut a rule, and nothing where it cut none", async () => {
    const table = done(await write(1));
    expect(done(await rebuild(table)).rulesInParts).toBeUndefined();
    addRules([["ColorScale", "A1:J20"]]);
    expect(done(await rebuild({ ...table, address: "B2:F8" })).rulesInParts).toBe(true);
    done(await removeTable(table.id));
  });

  test("says of a write that failed what it left in parts", async () => {
    writing.arm(({ index }) => index === 12);
    const outcome = await write(1);
    writing.disarm();
    expect(outcome.ok ? "" : describeFault(outcome.fault)).toBe(
      "Writing stopped (The line is down), and its cells are as they were. Conditional formats that cross its edge are in parts now, since this version of Excel cannot join them: Home, Conditional Formatting, Manage Rules shows those of Sheet1.",
    );
  });

  test("says nothing of rules that cross no edge", async () => {
    for (const { id } of placed()) workbook.grid.deleteConditionalFormat(id);
    addRules([["ColorScale", "C3:D4"]]);
    const { id } = done(await write(1));
    expect(done(await removeTable(id))).toEqual({ areRulesInParts: false });
  });
});

/** Whether cells cross the edge of a block, B2:E6 unless said otherwise. */
function crosses(ranges: string, of = "B2:E6"): boolean {
  const [block, blocks] = [blockOf(of), ranges.split(",").map(blockOf)];
  return blocks.some((one) => overlaps(one, block)) && !blocks.every((one) => isWithin(one, block));
}

describe("a fault over rules that cross the edge", () => {
  const RULES: readonly Rule[] = [
    ["ColorScale", "A1:J20"],
    ["Custom", "C1:C9"],
    ["Custom", "C3:D4"],
  ];
  startsWithoutRules(sharedWorkbook);
  beforeEach(() => addRules(RULES));
  const now = async () => ({ rules: sorted(formats()), ...(await snapshot(workbook)) });

  test("at any change of the write leaves them as they were", async () => {
    const before = await now();
    const check = async (outcome: Awaited<ReturnType<typeof write>>, at: string) => {
      expect(outcome.ok, at).toBe(false);
      expect(await now(), at).toEqual(before);
    };
    const { result, faults } = await failAtEach(writing, () => write(1), check, EVERY_CHANGE);
    expect(faults).toBeGreaterThan(8);
    done(await removeTable(done(result).id));
  });

  test("at any change of a rewriting leaves them as they were", async () => {
    const original = await now();
    const table = done(await write(1));
    const before = await now();
    const check = async (outcome: Awaited<ReturnType<typeof rebuild>>, at: string) => {
      expect(outcome.ok, at).toBe(false);
      expect(await now(), at).toEqual(before);
    };
    const { faults } = await failAtEach(writing, () => rebuild(table), check, EVERY_CHANGE);
    expect(faults).toBeGreaterThan(8);
    done(await removeTable(table.id));
    expect(await now()).toEqual(original);
  });

  test("at any change of the removal can be done again", async () => {
    const cells = async () => (await now()).sheets;
    const before = { cells: await cells(), rules: theirs() };
    const since: Rule = ["CellValue", "A1:F4"];
    for (let at = 0; at < 60; at++) {
      const { id } = done(await write(1));
      addRules([since]);
      const [laid] = placed().slice(-1);
      removal.arm(() => false, at);
      const removed = await removeTable(id);
      removal.disarm();
      if (removal.hasFailed) {
        expect(removed.ok, `change ${at}`).toBe(false);
        done(await removeTable(id));
      }
      expect(placed(), `change ${at}`).toContainEqual(laid);
      workbook.grid.deleteConditionalFormat(laid?.id ?? "");
      expect({ cells: await cells(), rules: theirs() }, `change ${at}`).toEqual(before);
      if (!removal.hasFailed) {
        expect(at).toBeGreaterThan(10);
        return;
      }
    }
    expect.unreachable();
  });
});

// Univer takes long: one row, which has every kind, shows that the two grids do the same.
describe("over Univer", () => {
  startsWithoutRules(() => openForWorkbookCode({ registerFunctions: false }));
  afterAll(() => workbook.close());

  test("removing a block leaves rules as they were", async () => {
    addRules(ROWS.at(-1)?.[1] ?? []);
    const before = sorted(formats());
    const { id } = done(await write(1));
    expect(sorted(formats())).not.toEqual(before);
    done(await removeTable(id));
    expect(sorted(formats())).toEqual(before);
  });
});
