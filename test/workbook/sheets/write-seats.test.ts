import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lastDayToAct, nextDate } from "../../../src/analysis/negotiation/dates";
import { US_DOLLAR } from "../../../src/core/currency";
import { asTyped } from "../../../src/sheets/negotiation/said-seats";
import { FIGURES } from "../../../src/sheets/negotiation/seats-places";
import { seatsRequest } from "../../../src/taskpane/context/negotiation/seats-request";
import type { PaneState } from "../../../src/taskpane/context/pane-state";
import { dateSentence } from "../../../src/taskpane/views/negotiation/seats/seats-messages";
import { readSeats, todayOf } from "../../../src/taskpane/views/negotiation/seats/seats-reading";
import { fitOf } from "../../../src/taskpane/views/sheets/fit";
import { removeTable } from "../../../src/workbook/journal/roll-back";
import { insertExample } from "../../../src/workbook/sheets/insert-example";
import { writeSeats } from "../../../src/workbook/sheets/write-seats";
import { EXHAUSTIVE } from "../../support/exhaustive";
import type { LocalWorkbook } from "../../support/local-workbook";
import { agrees } from "../../tolerance";
import { FaultInjector, failsWithoutTrace } from "../fault-injector";
import { done, openForWorkbookCode, UNCALCULATED } from "../open";
import { stateNow } from "../read";
import { snapshot } from "../snapshot";

const NOW = new Date(2026, 10, 28, 9, 0);
const SHEET = "Seats and dates";
/** Of the first row of each table, in Excel's terms. */
const SEATS_ROW = 21;
const DATES_ROW = 36;

async function write(again?: PaneState["tables"][number]) {
  const request = seatsRequest((await stateNow()).deal, NOW);
  if (typeof request === "string") throw new Error(request);
  return done(await writeSeats({ ...request, ...(again && { again }) }, US_DOLLAR));
}

describe("over live cells", () => {
  let workbook: LocalWorkbook;
  beforeAll(async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    await write();
  });
  afterAll(() => workbook.close());

  type Row = readonly (string | number)[];
  /** Puts rows into the first cells of a table, and blanks below them, all at once. */
  const put = (first: number, rows: readonly Row[], count: number, columns: number) =>
    workbook.Excel.run(async (context) => {
      const block = Array.from({ length: count }, (_, row) =>
        Array.from({ length: columns }, (_cell, column) => rows[row]?.[column] ?? ""),
      );
      const sheet = context.workbook.worksheets.getItem(SHEET);
      sheet.getRangeByIndexes(first - 1, 0, count, columns).values = block;
      await context.sync();
    });

  const DEAL: Readonly<Record<string, readonly [address: string, example: string | number]>> = {
    usage: ["F12", 700_000],
    commitment: ["F13", 480_000],
    basis: ["B13", "net"],
  };
  type Deal = Readonly<Record<string, string | number>>;

  /** Deals and seats; every third one, and all of them in an exhaustive run. */
  const SEATS: readonly (readonly [deal: Deal, seats: readonly Row[]])[] = [
    [{}, []],
    [{}, [["Team", 100, 60, 12, "yes", "yes"]]],
    [{ basis: "list" }, [["Team", 100, 60, 12, "yes", 0.25]]],
    [
      { usage: 200_000 },
      [
        ["Team", 100, 60, 12, "yes", ""],
        ["Chat", 7, 25.5, 6.5, "no", "no"],
      ],
    ],
    [{ commitment: 0 }, [["Team", 10, 30, 12, "yes", "yes"]]],
    [{ usage: 60_000 }, [["Team", 100, 60, 12, "Yes", "NO "]]],
    [{}, [["Team", 10_000, 60, 12, "yes", "yes"]]],
    [
      { basis: "list", usage: 300_000 },
      [[], ["Team", 100, 60, 12, "yes", "yes"], ["Other", 1, 1, 1, "no", ""]],
    ],
    [{}, [["Team", "many", 60, 12, "yes", ""]]],
    [
      {},
      [
        ["Team", 100, 60, 12, "yes", ""],
        ["", "", "", "", "", "yes"],
      ],
    ],
    [{}, [["Team", 100, 60, 24, "yes", ""]]],
    [{}, [["Team", 100, 60, 12, "perhaps", ""]]],
    [{}, [["Team", 100, 60, 12, "yes", 15]]],
  ];

  test.each(SEATS.filter((_, index) => EXHAUSTIVE || index % 3 === 1))(
    "of the deal %j the sheet says of seats %j what the core says",
    async (change, seats) => {
      for (const [key, [address, example]] of Object.entries(DEAL))
        workbook.setCell("Deal", address, change[key] ?? example);
      await put(SEATS_ROW, seats, 4, 6);
      const { fill, problems } = readSeats(await stateNow());
      const figures = await workbook.readCells(SHEET, `A9:B${8 + FIGURES.length}`);
      const at = (label: string) => figures.find(([name]) => name === label)?.[1];
      const [[sentence]] = (await workbook.readCells(SHEET, "A5")) as [[string]];
      if (problems.length > 0) {
        expect(fill).toBeUndefined();
        expect(at("Seats, cost a year")).toBe("put right");
        expect(at("Left unused by both")).toBe("n/a");
        expect(sentence).toMatch(/^Put the seats right/);
        return;
      }
      expect(at("It is filled by")).toBe(
        change["basis"] === "list" ? "usage at list" : "what is paid",
      );
      if (!fill) return expect(sentence).toMatch(/^No seats yet/);
      for (const [label, value] of [
        ["Seats, cost a year", fill.seatsCostUsd],
        ["Seats that count toward it", fill.seatsUsd],
        ["The API, at average usage", fill.apiUsd],
        ["Left unused by both", fill.unusedUsd],
        ["Months until the API fills the rest", fill.apiMonths],
      ] as const)
        if (Number.isFinite(value)) expect(agrees(Number(at(label)), value), label).toBe(true);
        else expect(at(label)).toBe("never");
      expect(sentence).toMatch(/^(Seats are|Nothing is committed)/);
    },
  );

  test("the dates on the sheet are those of the pane, counted from today", async () => {
    const today = todayOf(new Date());
    await put(SEATS_ROW, [], 4, 6);
    await put(
      DATES_ROW,
      [
        ["Term end", today + 101],
        ["Notice to renew or cancel", "", 60],
        ["Price-lock end", today - 3],
        ["Next band review", today + 200, 7],
        ["Audit", "soon"],
        ["Visit", "", 3],
        ["", today],
      ],
      ...([10, 3] as const),
    );
    const { dates, problems } = readSeats(await stateNow());
    const rows = await workbook.readCells(SHEET, `A${DATES_ROW}:F${DATES_ROW + 9}`);
    for (const date of dates) {
      const row = rows.find(([what]) => what === date.what);
      expect(row?.slice(3, 5)).toEqual([lastDayToAct(date), lastDayToAct(date) - today]);
    }
    expect(dates).toHaveLength(4);
    expect(problems).toHaveLength(3);
    expect(rows.map((row) => row[5]).slice(0, 4)).toEqual([
      ...["in 101 days", "in 41 days", "past", "in 193 days"],
    ]);
    expect(rows.slice(4, 7).map((row) => row[3])).toEqual([
      ...["write a date", "write the date", "write what it is"],
    ]);
    const [[sentence]] = (await workbook.readCells(SHEET, "A6")) as [[string]];
    const next = nextDate(dates, today);
    expect(sentence).toBe(next && dateSentence(next, today));
  });

  test("typed rows stay where they are when it is written again, and what the terms say fills blanks", async () => {
    for (const [row, line] of [
      ...[["Term", "Value"] as const, ["Start date", 46_023] as const, ["Term", 1] as const],
    ].entries())
      for (const [at, value] of line.entries())
        workbook.setCell("Deal", `${"KL"[at]}${30 + row}`, value);
    await workbook.Excel.run(async (context) => {
      context.workbook.names.getItem("Terms").formula = "=Deal!$K$30:$L$32";
      await context.sync();
    });
    await put(SEATS_ROW, [["Team", 100, 60, 12, "yes", ""], [], ["'=cmd", 1, 1, 1, "no"]], 4, 6);
    workbook.setCell(SHEET, `B${SEATS_ROW}`, "=50*2");
    await put(DATES_ROW, [["Term end"], ["Notice to renew or cancel", "", 90]], 7, 3);
    const before = (await stateNow()).tables.find(({ title }) => title === SHEET);
    const again = await write(before);
    expect(again.id).toBe(before?.id);
    const rows = await workbook.readCells(SHEET, `A${SEATS_ROW}:F${SEATS_ROW + 3}`);
    expect(rows[0]?.slice(0, 5)).toEqual(["Team", 100, 60, 12, "yes"]);
    expect(rows[2]?.slice(0, 5)).toEqual(["=cmd", 1, 1, 1, "no"]);
    const [formula] = await workbook.Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem(SHEET).getRange(`B${SEATS_ROW}`);
      cell.load("formulas");
      await context.sync();
      return cell.formulas.flat();
    });
    expect(formula).toBe("=50*2");
    const dates = await workbook.readCells(SHEET, `A${DATES_ROW}:D${DATES_ROW + 1}`);
    expect(dates).toEqual([
      ["Term end", 46_387, null, 46_387],
      ["Notice to renew or cancel", null, 90, 46_297],
    ]);
    const state = await stateNow();
    const table = state.tables.find(({ title }) => title === SHEET);
    expect(table && fitOf(table, state, US_DOLLAR).outdated).toBeUndefined();
  });
});

describe("as it is written", () => {
  let workbook: LocalWorkbook;
  const saboteur = new FaultInjector();
  beforeAll(async () => {
    workbook = await openForWorkbookCode({ ...UNCALCULATED, beforeAction: saboteur.beforeAction });
    done(await insertExample(US_DOLLAR));
  });
  afterAll(() => workbook.close());

  test("a change that fails leaves the workbook as it was, on a new sheet and again; removal takes all of it", async () => {
    const before = await snapshot(workbook);
    const from: readonly string[] = [];
    const said = asTyped({
      seats: [
        {
          ...{ product: "Team seats", count: 40, priceUsdAMonth: 30, months: 6, counts: true },
          ...{ discount: 0.1, from },
        },
      ],
      dates: [{ kind: "notice", day: undefined, noticeDays: 60, from }],
    });
    const request = seatsRequest((await stateNow()).deal, NOW, said);
    if (typeof request === "string") throw new Error(request);
    expect(
      await failsWithoutTrace(workbook, saboteur, () => writeSeats(request, US_DOLLAR)),
    ).toBeGreaterThan(2);
    expect(await workbook.readCells(SHEET, `A${SEATS_ROW}:F${SEATS_ROW}`)).toEqual([
      ["Team seats", 40, 30, 6, "yes", 0.1],
    ]);
    expect(await workbook.readCells(SHEET, `A${DATES_ROW + 1}:C${DATES_ROW + 1}`)).toEqual([
      ["Notice to renew or cancel", null, 60],
    ]);
    const [table] = (await stateNow()).tables;
    if (!table) throw new Error("there is no sheet");
    expect(
      await failsWithoutTrace(workbook, saboteur, () =>
        writeSeats({ ...request, again: table }, US_DOLLAR),
      ),
    ).toBeGreaterThan(2);
    done(await removeTable(table.id));
    expect(await snapshot(workbook)).toEqual(before);
  });
});
