import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { readScenarioTable } from "../../src/deal/parse-scenario";
import type { ScenarioToWrite } from "../../src/deal/scenario-to-write";
import { comparisonRequest } from "../../src/taskpane/context/comparison-request";
import { currencyOf } from "../../src/wording/format/currencies";
import { CURRENCY_KEY, chooseCurrency } from "../../src/workbook/deal/currency-choice";
import { amountWidth, inCurrency } from "../../src/workbook/excel/number-format";
import { addScenario } from "../../src/workbook/scenarios/change-scenarios";
import { checkThisExcel } from "../../src/workbook/self-check/self-check";
import { insertExample } from "../../src/workbook/sheets/insert-example";
import { writeComparison } from "../../src/workbook/sheets/write-comparison";
import { writeDecision } from "../../src/workbook/sheets/write-decision";
import { writeForecast } from "../../src/workbook/sheets/write-forecast";
import { writeTable } from "../../src/workbook/sheets/write-table";
import type { LocalWorkbook } from "../support/local-workbook";
import { captureWorkbook, openWorkbook, saveWorkbook } from "../support/workbook-files";
import { decisionRequest } from "./decision-request";
import { done, opensWorkbooks } from "./open";
import { readCurrency, readDeal, readScenarios } from "./read";
import { REQUEST } from "./request";

const open = opensWorkbooks();

/** The texts and number formats of a sheet, once each. */
async function written(workbook: LocalWorkbook, name: string) {
  return workbook.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(name).getRange("A1:P110");
    range.load("values,numberFormat,text");
    await context.sync();
    const once = (rows: readonly (readonly unknown[])[]) => [...new Set(rows.flat().map(String))];
    return {
      words: once(range.values).filter((value) => /[a-z]/i.test(value)),
      formats: once(range.numberFormat),
      texts: once(range.text),
    };
  });
}

const FORECAST = { kind: "points", lowUsd: 3e5, likelyUsd: 5e5, highUsd: 1.1e6 } as const;
const SCENARIO: ScenarioToWrite = {
  name: "Hold",
  commitmentUsd: 500_000,
  usageUsd: null,
  forecast: { kind: "labelled", forecast: FORECAST, distribution: undefined },
  bands: "",
  terms: "",
  notes: "",
};

const DOLLARS = /\$|USD/;

describe("the label of amounts", () => {
  test("is kept in the workbook, and in its file", async () => {
    const first = await open();
    expect(done(await readCurrency())).toBeNull();
    done(await chooseCurrency("EUR"));
    expect(done(await readCurrency())).toBe("EUR");
    done(await chooseCurrency("GBP"));
    const file = await saveWorkbook(first.host);
    const second = await open();
    expect(await openWorkbook(second.host, "deal.xlsx", file)).toEqual({ ok: true, leftOut: [] });
    expect(done(await readCurrency())).toBe("GBP");
  });

  test("a setting that is not ours to read is no label", async () => {
    const { host } = await open();
    host.settings.set(CURRENCY_KEY, 7);
    expect(done(await readCurrency())).toBeNull();
  });

  test.each([
    ["EUR", "€"],
    ["CHF", "CHF\u00a0"],
  ])("in %s every sheet is written with it and without dollars", async (code, sign) => {
    const workbook = await open();
    const currency = currencyOf(code);
    done(await writeForecast(FORECAST, currency));
    done(await insertExample(currency));
    done(await writeTable(REQUEST, currency));
    done(await writeDecision((await decisionRequest()).request, currency));
    done(await addScenario(SCENARIO, currency));
    done(await addScenario({ ...SCENARIO, name: "Reach", commitmentUsd: 600_000 }, currency));
    const compared = readScenarioTable(
      done(await readScenarios()) ?? { sheet: "", address: "", rows: [], shown: null },
      done(await readDeal()),
      currency,
    );
    const request = comparisonRequest(compared, new Date(2026, 10, 25));
    if (typeof request !== "string") done(await writeComparison(request, currency));
    for (const sheet of ["Deal", "Cost table", "Decision", "Scenarios", "Comparison", "Forecast"]) {
      const { words, formats, texts } = await written(workbook, sheet);
      expect(words.filter((text) => DOLLARS.test(text))).toEqual([]);
      expect(formats.filter((format) => DOLLARS.test(format))).toEqual([]);
      expect(texts.some((text) => text.startsWith(`${sign}500,000`))).toBe(true);
    }
    const { sheets, names } = await captureWorkbook(workbook.host);
    const beside = [
      ...sheets.flatMap(({ charts, validations }) => [
        ...charts.flatMap(({ title, acrossAxis, upAxis }) => [
          title,
          ...[acrossAxis, upAxis].flatMap((axis) => [axis.title, axis.numberFormat]),
        ]),
        ...validations.map(({ validation }) => validation.errorMessage),
      ]),
      ...names.map(({ comment }) => comment),
    ];
    expect(beside.length).toBeGreaterThan(20);
    expect(beside.filter((text) => DOLLARS.test(text))).toEqual([]);
  });

  test("in EUR the words of our functions carry it, and their numbers stay numbers", async () => {
    const workbook = await open();
    done(await insertExample(US_DOLLAR));
    const { request } = await decisionRequest();
    done(await writeDecision(request, US_DOLLAR));
    const dollars = await blocks(workbook, "Deal", "Decision");
    const euro = currencyOf("EUR");
    done(await insertExample(euro));
    done(await writeDecision(request, euro));
    const euros = await blocks(workbook, "Deal 2", "Decision 2");
    expect(JSON.stringify(dollars.deal)).toContain("$");
    expect(JSON.stringify(dollars.thresholds)).toContain("needs usage of $");
    const sameNames = JSON.parse(JSON.stringify(euros).replaceAll(/\b([A-Z]\w+)_2\b/g, "$1"));
    expect(sameNames).toEqual(
      JSON.parse(JSON.stringify(dollars).replaceAll("$", "€").replaceAll("USD", "EUR")),
    );
  });

  test("in EUR the check of Excel passes as well", async () => {
    await open();
    expect(done(await checkThisExcel(currencyOf("EUR"))).failures).toEqual([]);
  });

  test("a number format takes the sign as plain text", () => {
    expect(inCurrency("$#,##0;-$#,##0", US_DOLLAR)).toBe('"$"#,##0;-"$"#,##0');
    const franc = currencyOf("CHF");
    expect(inCurrency("$#,##0;-$#,##0", franc)).toBe('"CHF\u00a0"#,##0;-"CHF\u00a0"#,##0');
    expect(inCurrency("0.0%", franc)).toBe("0.0%");
    expect(amountWidth(72, franc)).toBe(90);
  });
});

/** What our functions say on the deal's sheet and in the thresholds of the decision. */
async function blocks(workbook: LocalWorkbook, deal: string, decision: string) {
  const column = (await workbook.readCells(decision, "M1:M30")).map(([value]) => value);
  const row = column.indexOf("Each threshold at this usage") + 2;
  return {
    deal: await workbook.readCells(deal, "A1:I45"),
    thresholds: await workbook.readCells(decision, `M${row}:AB${row + 3}`),
  };
}
