import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { parseRecord, recordsIn, settingKey } from "../../../src/workbook/journal/record";
import { removeTable } from "../../../src/workbook/journal/roll-back";
import { addScenario } from "../../../src/workbook/scenarios/change-scenarios";
import { writeTable } from "../../../src/workbook/sheets/write-table";
import type { LocalWorkbook } from "../../support/local-workbook";
import { done, openForWorkbookCode } from "../open";
import { REQUEST } from "../request";
import { snapshot } from "../snapshot";

/** Records as the first version kept them in workbooks, but for the letters of their ids. */
const NEW_SHEET =
  '{"id":"Table ID","kind":"table","title":"Effective cost by usage and commitment","sheet":"Cost table","madeSheet":true,"address":"A1:P7","names":["Bandwise_Table_ID"],"backupSheet":null,"merged":[],"columnWidths":null,"chart":"Chart of Table ID","complete":true,"backedUp":true}';
const AT_CELLS =
  '{"id":"Table ID","kind":"table","title":"Effective cost by usage and commitment","sheet":"Sheet1","madeSheet":false,"address":"C5:R11","names":["Bandwise_Table_ID"],"backupSheet":"Bandwise backup ID","merged":["F8:H9"],"columnWidths":[66,66,66,66,66,66,66,66,66,66,66,66,66,66,66,66],"complete":true,"backedUp":true}';
const SCENARIOS =
  '{"id":"Scenarios ID","kind":"scenarios","title":"Scenarios","sheet":"Scenarios","madeSheet":true,"address":"A1:O6","names":["Bandwise_Scenarios_ID","ScenarioList"],"backupSheet":null,"columnWidths":null,"complete":true}';
const EXAMPLE =
  '{"id":"Example ID","kind":"example","title":"Commitment deal","sheet":"Deal","madeSheet":true,"address":"A1:I29","names":["Bandwise_Example_ID","Bands","Terms"],"backupSheet":null,"columnWidths":null,"madeChoice":true,"complete":true}';
const FORECAST =
  '{"id":"Forecast ID","kind":"forecast","title":"Forecast of usage","sheet":"Forecast","madeSheet":true,"address":"A1:C14","names":["Bandwise_Forecast_ID","Forecast_2"],"madeChoice":false,"backupSheet":null,"columnWidths":null,"complete":true}';
const HALF_WAY =
  '{"id":"Table ID","kind":"table","title":"T","sheet":"Sheet1","madeSheet":false,"address":"C5:R11","names":["Bandwise_Table_ID"],"backupSheet":"Bandwise backup ID","merged":[],"columnWidths":[],"complete":false}';

const MARKS = "BandwiseShown";

describe("parseRecord() of a record of the first version", () => {
  test.each([
    ["a new sheet", NEW_SHEET, ["deleteSheet Chart of Table ID", "deleteNames"]],
    ["cells of the user's", AT_CELLS, ["restoreBlock", "deleteNames", "deleteBackup"]],
    ["a write that stopped half way", HALF_WAY, ["deleteNames", "deleteBackup"]],
    ["scenarios", SCENARIOS, ["deleteSheet from top", `restoreSetting ${MARKS}`, "deleteNames"]],
    ["a deal that made a choice", EXAMPLE, ["deleteSheet", "leaveChoice made", "deleteNames"]],
    ["a forecast in a choice", FORECAST, ["deleteSheet", "leaveChoice", "deleteNames"]],
  ])("knows what undoes it: %s", (_, text, steps) => {
    const record = parseRecord(text);
    expect(record?.version).toBe(2);
    expect(
      record?.undo.map((step) => {
        if (step.kind === "deleteSheet")
          return [step.kind, step.chart, step.fromTop && "from top"].filter(Boolean).join(" ");
        if (step.kind === "restoreSetting") return `${step.kind} ${step.key}`;
        return step.kind === "leaveChoice" && step.made ? `${step.kind} made` : step.kind;
      }),
    ).toEqual(steps);
  });

  test.each([
    ["no record", '{"a":1}'],
    ["no text", 5],
    ["half a text", '{"id":"Table ID"'],
    ["null", "null"],
    [
      "a step of a later version",
      NEW_SHEET.replace("{", '{"version":2,"undo":[{"kind":"later"}],'),
    ],
    ["a later version", NEW_SHEET.replace("{", '{"version":3,"undo":[],')],
  ])("takes nothing else for one: %s", (_, kept) => {
    expect(parseRecord(kept)).toBeUndefined();
  });
});

describe("removeTable() by a record of the first version", () => {
  let workbook: LocalWorkbook;
  beforeEach(async () => {
    workbook = await openForWorkbookCode({ registerFunctions: false });
    await workbook.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("C5:D5").values = [["Mine", 7]];
      sheet.getRange("F8:H9").merge(false);
      sheet.activate();
      await context.sync();
    });
  });
  afterEach(() => workbook.close());

  test.each([
    ["a table on a new sheet", () => writeTable(REQUEST, US_DOLLAR), NEW_SHEET],
    [
      "a table over cells of the user's",
      () =>
        writeTable(
          {
            ...REQUEST,
            destination: { kind: "overwrite", sheet: "Sheet1", address: "C5:R11", cells: 2 },
          },
          US_DOLLAR,
        ),
      AT_CELLS,
    ],
    [
      "the scenarios",
      () =>
        addScenario(
          {
            ...{ name: "Base", commitmentUsd: 480_000, usageUsd: 700_000 },
            forecast: { kind: "certain" },
            ...{ bands: "", terms: "", notes: "" },
          },
          US_DOLLAR,
        ),
      SCENARIOS,
    ],
  ])("leaves the workbook as it was: %s", async (_, write, former) => {
    const before = await snapshot(workbook);
    await write().then((outcome) => expect(outcome).toMatchObject({ ok: true }));
    const id = await workbook.Excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.load("items/key,items/value");
      await context.sync();
      const [record] = recordsIn(settings);
      const letters = record?.id.split(" ")[1] ?? "";
      settings.add(settingKey(record?.id ?? ""), former.replaceAll("ID", letters));
      await context.sync();
      return record?.id ?? "";
    });
    done(await removeTable(id));
    expect(await snapshot(workbook)).toEqual(before);
  });
});
