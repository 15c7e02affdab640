import { describe, expect, test } from "vitest";
import type { CommitmentFill } from "../../../../src/analysis/negotiation/seats";
import { US_DOLLAR } from "../../../../src/core/currency";
import {
  DATES_COLUMNS,
  DATES_HEADING,
  END_OF_DATES,
  SEATS_COLUMNS,
} from "../../../../src/sheets/negotiation/seats-cells";
import { PaneModel } from "../../../../src/taskpane/pane-model";
import { addSeats } from "../../../../src/taskpane/views/negotiation/seats/seats-commands";
import {
  dateSentence,
  fillSentence,
  seatsSummary,
} from "../../../../src/taskpane/views/negotiation/seats/seats-messages";
import { readSeats, todayOf } from "../../../../src/taskpane/views/negotiation/seats/seats-reading";
import { RebuildModel } from "../../../../src/taskpane/views/sheets/rebuild-model";
import { TablesModel } from "../../../../src/taskpane/views/sheets/tables-model";
import type { SeatsRequest } from "../../../../src/workbook/sheets/write-seats";
import { fakeWorkbook } from "../../fake-actions";
import { dealCells, SCENARIOS } from "../../pane-scenarios";
import { take } from "../../view-models";

const TODAY = todayOf(new Date(2026, 10, 28, 23, 59));

const FILL: CommitmentFill = {
  ...{ commitmentUsd: 500_000, seatsCostUsd: 80_000, seatsUsd: 72_000, apiUsd: 570_000 },
  ...{ apiMonths: 9.01, unusedUsd: 0 },
};

test.each<readonly [change: Partial<CommitmentFill>, sentence: string]>([
  [
    {},
    "Seats are $72k of the $500k commitment; the API fills the rest in 9 months at average usage.",
  ],
  [
    { apiMonths: 8.56 },
    "Seats are $72k of the $500k commitment; the API fills the rest in 8.6 months at average usage.",
  ],
  [
    { apiMonths: 1 },
    "Seats are $72k of the $500k commitment; the API fills the rest in 1 month at average usage.",
  ],
  [
    { apiUsd: 300_000, apiMonths: 17, unusedUsd: 128_000 },
    "Seats are $72k of the $500k commitment and the API $300k; $128k stays unused at average usage.",
  ],
  [
    { seatsUsd: 620_000, apiMonths: 0 },
    "Seats are $620k of the $500k commitment: they fill it without the API.",
  ],
  [{ commitmentUsd: 0 }, "Nothing is committed. Seats cost $80k a year."],
  [
    { seatsUsd: 0, apiUsd: 0, apiMonths: Infinity, unusedUsd: 500_000 },
    "Seats are $0 of the $500k commitment and the API $0; $500k stays unused at average usage.",
  ],
])("of %j the pane says %s", (change, sentence) => {
  expect(fillSentence({ ...FILL, ...change }, US_DOLLAR)).toBe(sentence);
});

test.each([
  [101, 60, "Notice is due in 41 days, by 8 Jan 2027."],
  [61, 60, "Notice is due in 1 day, by 29 Nov 2026."],
  [60, 60, "Notice is due today, by 28 Nov 2026."],
  [41, 0, "Notice is in 41 days, on 8 Jan 2027."],
])("a date in %i days with %i days of notice", (days, noticeDays, sentence) => {
  expect(dateSentence({ what: "Notice", day: TODAY + days, noticeDays }, TODAY)).toBe(sentence);
});

describe("the pane", () => {
  type Row = readonly (string | number)[];
  const cellsOf = (seats: readonly Row[], dates: readonly Row[]): readonly Row[] => [
    ...[["Seats and dates"], [...SEATS_COLUMNS], ...seats, [""]],
    ...[[DATES_HEADING], [...DATES_COLUMNS], ...dates, [END_OF_DATES]],
  ];
  const TEAM: Row = ["Team", 100, 60, 12, "yes", ""];
  const END: Row = ["Term end", TODAY + 101];
  const NOTICE: Row = ["Notice to renew or cancel", "", 60];

  async function started(seats: readonly Row[], dates: readonly Row[]) {
    const { references } = dealCells();
    const { actions } = fakeWorkbook({
      ...SCENARIOS.example,
      asks: [{ id: "Table s1", values: cellsOf(seats, dates) }],
      tables: [
        {
          ...{ id: "Table s1", title: "Seats and dates", sheet: "Seats and dates" },
          ...{ address: "A1:H46", complete: true },
          definition: { kind: "seats", form: "live", scenario: null, references },
        },
      ],
    });
    const requests: SeatsRequest[] = [];
    const model = new PaneModel(
      {
        ...actions,
        writeSeats: (request, currency) => {
          requests.push(request);
          return actions.writeSeats(request, currency);
        },
      },
      () => {},
    );
    await model.start();
    return { model, requests };
  }

  test("says both answers in the line that is always in sight", async () => {
    const { model } = await started([TEAM], [END, NOTICE]);
    expect(seatsSummary(readSeats(model.state), TODAY, US_DOLLAR)).toMatch(
      /^Seats are \$72k of the \$480k commitment.* Notice to renew or cancel is due in 41 days, by 8 Jan 2027\.$/,
    );
  });

  test("gives no number while a row is wrong, and says what to write", async () => {
    const { model } = await started([TEAM, ["Chat", "ten", 20, 12, "no"]], [END]);
    const reading = readSeats(model.state);
    expect(reading.fill).toBeUndefined();
    expect(reading.problems).toEqual([
      "Count of Chat is ten: write how many seats there are, such as 40.",
    ]);
    expect(seatsSummary(reading, TODAY, US_DOLLAR)).toBe("Seats and dates: 1 cell to put right");
  });

  test("says where all dates are past, and nothing where there is none", async () => {
    const past = await started([], [["Term end", TODAY - 1]]);
    expect(seatsSummary(readSeats(past.model.state), TODAY, US_DOLLAR)).toBe(
      "Seats and dates: all dates are past",
    );
    const none = await started([], [["Term end"]]);
    expect(seatsSummary(readSeats(none.model.state), TODAY, US_DOLLAR)).toBe("Seats and dates");
  });

  test("asks before it removes what somebody typed", async () => {
    const { model } = await started([TEAM], [END]);
    const [table] = model.state.tables;
    if (!table) throw new Error("there is no sheet");
    await new TablesModel(model.context).remove(table);
    expect(model.state.status?.text).toMatch(/goes with what you typed on it/);
    await take(model, "keepTable");
    expect(model.state.tables).toHaveLength(1);
  });

  test("adds the sheet, and writes it again in its place", async () => {
    const { model, requests } = await started([], []);
    await addSeats(model.context);
    expect(requests[0]).toMatchObject({ definition: { kind: "seats", scenario: null } });
    expect(model.state.status?.text).toBe(
      "Added Seats and dates. Type seats and dates into its shaded cells.",
    );
    const table = model.state.tables.at(-1);
    if (!table) throw new Error("it is not listed");
    await new RebuildModel(model.context).rebuild(table);
    expect(requests[1]).toMatchObject({ again: { id: table.id } });
  });
});
