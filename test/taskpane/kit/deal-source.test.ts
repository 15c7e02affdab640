import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { type ByInput, byInput, type DealInput } from "../../../src/deal/deal-inputs";
import type { Found } from "../../../src/deal/found-cells";
import { type DealSource, readDealSource } from "../../../src/taskpane/kit/deal-source";
import { PaneModel } from "../../../src/taskpane/pane-model";
import { fakeWorkbook } from "../fake-actions";
import { SCENARIOS, type ScenarioName } from "../pane-scenarios";
import { viewsOf } from "../view-models";

function cells(...rows: readonly (readonly unknown[])[]): Found {
  return { kind: "cells", reference: "X", isName: true, cells: rows };
}

/** The form with cells found for some parts, each under the text X. */
function formWith(found: Partial<ByInput<Found>>): DealSource {
  const texts = byInput((part) => (found[part] ? "X" : ""));
  return { texts, foundFor: texts, found: byInput((part) => found[part] ?? { kind: "none" }) };
}

const BANDS = cells(["From", "Off"], [0, 0], ["250k", "15%"]);

function fieldOf(part: DealInput, found: Found) {
  return readDealSource(formWith({ Bands: BANDS, [part]: found }), US_DOLLAR).parts[part].field;
}

describe("readDealSource()", () => {
  test("says what it understood of every part", () => {
    const { parts, obstacles, leftOut } = readDealSource(
      formWith({
        Bands: BANDS,
        Terms: cells(["Overage", "committed"], ["Forfeited share", "50%"]),
        Usage: cells(["600k"]),
        Commitment: cells([300_000]),
        Forecast: cells(["Label", "Value"], ["Mean", "600k"], ["CV", "35%"]),
        Schedule: cells(["Usage", "Commitment"], ["600k", 300_000], ["800k", ""]),
      }),
      US_DOLLAR,
    );
    expect(byInput((part) => parts[part].field.echo)).toEqual({
      Bands: "2 bands: $0 0%, $250,000 15%",
      Terms: "net basis, overage at the committed rate, shortfall 50% forfeited",
      Usage: "$600,000",
      Commitment: "$300,000",
      Forecast: "lognormal, mean $600,000, P10 $366k, P90 $876k",
      Schedule: "2 years: Usage and Commitment",
    });
    expect([obstacles, leftOut]).toEqual([[], []]);
  });

  test("shows six bands and counts the rest", () => {
    const many = cells(...Array.from({ length: 9 }, (_, index) => [index * 1000, index / 100]));
    expect(fieldOf("Bands", many).echo).toMatch(/^9 bands: \$0 0%, .* \$5,000 5% and 3 more$/);
  });

  test("shows every fault of a part with its row, one a line", () => {
    const wrong = cells(["Threshold", "Discount"], [0, 0], [250_000, 15], [-1, 0.2]);
    expect(fieldOf("Bands", wrong).error.split("\n")).toEqual([
      "Discount in row 3 of bands is 15: give a fraction from 0 up to 1, such as 0.15 for 15%.",
      "Threshold in row 4 of bands is -1: give an amount of 0 or more.",
    ]);
  });

  test("shows what is wrong with a schedule, which the deal as such does not wait for", () => {
    expect(fieldOf("Schedule", cells(["Commitment"], ["a lot"])).error).toBe(
      'Commitment in row 2 of schedule is "a lot": give a number.',
    );
  });

  test("says fourteen alike faults in one sentence", () => {
    const rows = Array.from({ length: 14 }, (_, index) => [250_000 * (index + 1), 10 + index]);
    expect(fieldOf("Bands", cells(["Threshold", "Discount"], [0, 0], ...rows)).error).toBe(
      "Discount in row 3 of bands is 10: give a fraction from 0 up to 1, such as 0.1 for 10%; the same in rows 4 to 16.",
    );
  });

  test("shows bands lowest first, in whatever order they are", () => {
    const read = readDealSource(
      formWith({ Bands: cells(["500k", "15%"], ["250k", "10%"]) }),
      US_DOLLAR,
    );
    expect(read.parts.Bands.field.echo).toBe("2 bands: $250,000 10%, $500,000 15%");
    expect(read.parts.Bands.warnings).toEqual([expect.stringMatching(/^The bands are not sorted/)]);
    expect(read.obstacles).toEqual([]);
  });

  test.each<readonly [string, DealInput, Found, RegExp]>([
    [
      "one column for bands",
      "Bands",
      cells([0], [250_000]),
      /Bands has 1 column.*\nSelect two columns or more, threshold and discount, with their headings\./,
    ],
    [
      "blank cells for bands",
      "Bands",
      cells(["", ""]),
      /Bands holds no band.*\nSelect two columns/,
    ],
    [
      "text for bands",
      "Bands",
      cells(["Our", "offer"]),
      /Bands holds no band.*\nSelect two columns/,
    ],
    ["one column for terms", "Terms", cells(["net"]), /Terms has 1 column.*\nSelect two columns/],
    ["a label for usage", "Usage", cells(["Usage"]), /Usage is "Usage".*\nSelect the cell with/],
    ["a blank for usage", "Usage", cells([""]), /Usage is missing.*\nSelect the cell with/],
    ["a label for the commitment", "Commitment", cells(["$"]), /give a number.*\nSelect the cell/],
    [
      "history with its heading",
      "Forecast",
      cells(["Spend"], [400_000], [500_000]),
      /^Item 1 of forecast is "Spend": give a number\.\nSelect a number, the usages of past years without/,
    ],
    [
      "blank cells for a forecast",
      "Forecast",
      cells(["", ""]),
      /Forecast is missing.*\nSelect a number/,
    ],
  ])("explains what to select instead of %s", (_what, part, found, sentence) => {
    expect(fieldOf(part, found).error).toMatch(sentence);
  });

  test("shows the faults of a forecast with their rows", () => {
    const wrong = cells(["Mean", 600_000], ["CV", 35], ["Middle", 1]);
    expect(fieldOf("Forecast", wrong).error.split("\n")).toEqual([
      expect.stringMatching(/^"Middle" in row 3 of forecast is not/),
      "CV in row 2 of forecast is 35: give a fraction from 0 to 10, such as 0.35 for 35%.",
    ]);
  });

  test("a reference to nothing has its sentence, and stops the choice", () => {
    const form = formWith({
      Bands: BANDS,
      Terms: { kind: "refused", fault: { kind: "nothingCalled", name: "X" } },
    });
    const { parts, obstacles } = readDealSource(form, US_DOLLAR);
    expect(parts.Terms.field.error).toBe("This workbook has no table or cells called X.");
    expect(obstacles).toEqual(["Mend Terms first."]);
  });

  test("needs bands, and says what is not shown without the rest", () => {
    const { obstacles, leftOut } = readDealSource(formWith({}), US_DOLLAR);
    expect(obstacles).toEqual(["Give the cells of the bands first."]);
    expect(leftOut).toHaveLength(5);
    expect(leftOut).toContain("Without a forecast usage counts as certain.");
  });

  test("an answer for another text does not count", () => {
    const form = formWith({ Bands: BANDS });
    const typed = { ...form, texts: { ...form.texts, Bands: "Y" } };
    const { parts, obstacles } = readDealSource(typed, US_DOLLAR);
    expect(parts.Bands.field).toEqual({ text: "Y", echo: "", error: "" });
    expect(obstacles).toEqual(["Bands could not be read yet."]);
  });

  test("warns of a blank that Excel on the desktop would price as 0", () => {
    const bands = cells(
      ["Threshold", "Discount", "Forfeited share", "Overage premium"],
      [0, 0, 1, 0.05],
      [250_000, 0.1, "", ""],
    );
    const terms = cells(["Overage premium", "5%"], ["Forfeited share", ""]);
    const { parts } = readDealSource(formWith({ Bands: bands, Terms: terms }), US_DOLLAR);
    expect(parts.Bands.warnings.map((warning) => warning.split(".")[0])).toEqual([
      "The Overage premium in row 3 of Bands is blank",
      "The Forfeited share in row 3 of Bands is blank",
    ]);
    expect(parts.Terms.warnings.map((warning) => warning.split(".")[0])).toEqual([
      "The Forfeited share in row 2 of Terms is blank",
    ]);
  });

  test("does not warn of a blank beside a blank name, where the functions tell it from 0", () => {
    const bands = cells(
      ["Threshold", "Discount", "Name", "Forfeited share"],
      [0, 0, "Base", 1],
      [250_000, 0.1, "", ""],
    );
    expect(readDealSource(formWith({ Bands: bands }), US_DOLLAR).parts.Bands.warnings).toEqual([]);
  });
});

describe("a forecast of months", () => {
  const MONTHS = [
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
  ];
  const USED = [41, 44, 47, 49, 51, 52, 53, 55, 56, 57, 59, 61.2].map((k) => [k * 1_000]);
  const months = (values: readonly (readonly unknown[])[] = USED): Found => ({
    ...{ kind: "cells", reference: "Sheet1!$B$2:$B$13", isName: false, cells: values },
    beside: MONTHS.map((month) => [month]),
  });
  const asked = (form: DealSource, each?: DealSource["each"]) => {
    const { parts, obstacles, leftOut } = readDealSource({ ...form, each }, US_DOLLAR);
    return { forecast: parts.Forecast.field, obstacles, last: leftOut.at(-1) };
  };

  test("is asked about before the cells can be used, and rests on no answer until then", () => {
    const form = formWith({ Bands: BANDS, Usage: cells([625_200]), Forecast: months() });
    expect(asked(form)).toMatchObject({
      forecast: { echo: "12 months, $625,200 in all", error: "" },
      obstacles: ["Say what each of the 12 months of Forecast is first."],
    });
    expect(readDealSource(form, US_DOLLAR).parts.Forecast.warnings).toEqual([]);
  });

  test("is left out as parts of the year, for the usage that is given", () => {
    const form = formWith({ Bands: BANDS, Usage: cells([625_200]), Forecast: months() });
    expect(asked(form, "part")).toMatchObject({
      obstacles: [],
      last: "Parts of a year are no forecast, so these cells are left out. Usage is $625,200, taken as certain until you say how sure it is.",
    });
  });

  test("of one year is held against the usage that is given", () => {
    const warned = (usage: number, values?: readonly (readonly unknown[])[]) =>
      readDealSource(
        {
          ...formWith({ Bands: BANDS, Usage: cells([usage]), Forecast: months(values) }),
          each: "part",
        },
        US_DOLLAR,
      ).parts.Forecast.warnings;
    expect(warned(52_100)).toEqual([
      "Usage is $52,100, but these 12 months come to $625,200: check both.",
    ]);
    expect(warned(700_000)).toEqual([]);
    expect(warned(700_000, USED.slice(0, 6))).toEqual([]);
  });

  test("needs a cell with the sum where no usage is given", () => {
    const form = formWith({ Bands: BANDS, Forecast: months() });
    expect(asked(form, "part").obstacles).toEqual([
      "Give a cell with their sum as Usage: =SUM(X) is $625,200.",
    ]);
    const withTotal = formWith({ Bands: BANDS, Forecast: months([...USED, [625_200]]) });
    expect(asked(withTotal, "part").obstacles).toEqual([
      "Give the cell with their total as Usage.",
    ]);
    const few = formWith({ Bands: BANDS, Forecast: months(USED.slice(0, 9)) });
    expect(asked(few, "part").obstacles).toEqual([
      "Give a cell with the usage of one year as Usage: the sum of 12 months.",
    ]);
  });

  test("counts as possible years where the user says so, and the usage that is far from them is named", () => {
    const form = { ...formWith({ Bands: BANDS, Usage: cells([625_200]), Forecast: months() }) };
    expect(asked(form, "year")).toMatchObject({
      forecast: { echo: "12 possible years from $41,000 to $61,200, mean $52,100", error: "" },
      obstacles: [],
    });
    expect(readDealSource({ ...form, each: "year" }, US_DOLLAR).parts.Forecast.warnings).toEqual([
      "Usage is $625,200, but the forecast’s mean is $52,100. The verdict rests on the forecast, costs of one year on Usage: check both.",
    ]);
  });

  test("of possible years refuses their total", () => {
    const form = formWith({ Bands: BANDS, Forecast: months([...USED, [625_200]]) });
    expect(asked(form, "year")).toMatchObject({
      forecast: { error: "$625,200 is the sum of the other numbers: give the cells without it." },
      obstacles: ["Mend Forecast first."],
    });
  });
});

describe("DealSourceModel", () => {
  async function opened(name: ScenarioName = "empty") {
    const workbook = fakeWorkbook(SCENARIOS[name]);
    const model = new PaneModel(workbook.actions, () => {});
    await model.start();
    viewsOf(model).cells.open();
    await viewsOf(model).cells.read();
    return { model, workbook };
  }

  test("reads what is typed, writes it out in full, and reads the deal from it", async () => {
    const { model } = await opened();
    viewsOf(model).cells.type("Bands", "'my sheet'!b2:d5");
    viewsOf(model).cells.type("Usage", "Forecast!B3");
    viewsOf(model).cells.type("Forecast", "outlook!a1:b3");
    await viewsOf(model).cells.read();
    expect(model.state.drafts.cells?.texts).toMatchObject({ Bands: "'My sheet'!B2:D5" });
    await viewsOf(model).cells.use();
    expect(model.state.drafts.cells).toBeUndefined();
    expect(model.state.deal).toMatchObject({
      kind: "read",
      reading: { chosen: true, usageUsd: 600_000, forecastIsUsage: false },
    });
    expect(model.state.status?.text).toBe(
      "The deal is read from 'My sheet'!B2:D5, Forecast!B3 and Outlook!A1:B3.",
    );
  });

  test("takes the selected cells", async () => {
    const { model } = await opened();
    await viewsOf(model).cells.useSelection("Bands");
    expect(model.state.drafts.cells?.texts.Bands).toBe("Forecast!B3:B8");
    expect(model.state.status?.text).toBe("Bands is Forecast!B3:B8.");
  });

  test("says what is wrong instead of choosing, and keeps the form", async () => {
    const { model } = await opened();
    viewsOf(model).cells.type("Bands", "Wrong");
    await viewsOf(model).cells.use();
    expect(model.state.status).toMatchObject({ tone: "fault", text: "Mend Bands first." });
    expect(model.state.drafts.cells).toBeDefined();
    viewsOf(model).cells.type("Bands", "Offer");
    expect(model.state.status).toBeUndefined();
    await viewsOf(model).cells.use();
    expect(model.state.drafts.cells).toBeUndefined();
  });

  test("opens with the cells in use, and goes back to names", async () => {
    const { model } = await opened("example");
    expect(model.state.drafts.cells?.texts).toEqual({
      Bands: "Bands",
      Terms: "Terms",
      Usage: "Usage",
      Commitment: "Commitment",
      Forecast: "Forecast",
      Schedule: "",
    });
    await viewsOf(model).cells.useNames();
    expect(model.state.drafts.cells).toBeUndefined();
    expect(model.state.deal.kind).toBe("none");
  });

  test("an edit of the sheet is read while the form is open", async () => {
    const { model, workbook } = await opened();
    viewsOf(model).cells.type("Bands", "Offer");
    workbook.edit("none");
    await expect.poll(() => model.state.drafts.cells?.found?.Bands.kind).toBe("cells");
  });

  test("what was to be mended is no longer said once the sheet is mended", async () => {
    const workbook = fakeWorkbook(SCENARIOS.empty);
    const { actions } = workbook;
    let mended = false;
    const asOnSheet = (texts: ByInput<string>) => ({ ...texts, Bands: mended ? "Offer" : "Wrong" });
    const model = new PaneModel(
      {
        ...actions,
        readTypedCells: (texts) => actions.readTypedCells(asOnSheet(texts)),
        readWorkbook: (typed) => actions.readWorkbook(typed && asOnSheet(typed)),
      },
      () => {},
    );
    await model.start();
    viewsOf(model).cells.open();
    await viewsOf(model).cells.use();
    expect(model.state.status?.text).toBe("Mend Bands first.");
    workbook.edit("none");
    await viewsOf(model).cells.read();
    expect(model.state.status?.text).toBe("Mend Bands first.");
    mended = true;
    workbook.edit("none");
    await expect.poll(() => model.state.status).toBeUndefined();
    expect(model.state.drafts.cells).toBeDefined();
  });

  test.each([
    ["part", null, "certain"],
    ["year", "Forecast!$B$10:$B$13", "uncertain"],
  ] as const)("keeps that each quarter is a %s of its own", async (each, reference, sure) => {
    const { model } = await opened();
    viewsOf(model).cells.type("Bands", "'my sheet'!b2:d5");
    viewsOf(model).cells.type("Usage", "Forecast!B3");
    viewsOf(model).cells.type("Forecast", "Forecast!B10:B13");
    await viewsOf(model).cells.use();
    expect(model.state.status?.text).toBe("Say what each of the 4 numbers of Forecast is first.");
    viewsOf(model).cells.say(each);
    expect(model.state.status).toBeUndefined();
    await viewsOf(model).cells.use();
    expect(model.state.drafts.cells).toBeUndefined();
    const { deal } = model.state;
    const reading = deal.kind === "read" ? deal.reading : undefined;
    expect(reading?.references.forecast).toBe(reference);
    expect(reading?.partsOfYear).toBeUndefined();
    const { lowestUsd, highestUsd } = reading?.forecast ?? {};
    expect(lowestUsd === highestUsd ? "certain" : "uncertain").toBe(sure);
  });

  test("another forecast is asked about again", async () => {
    const { model } = await opened();
    viewsOf(model).cells.type("Forecast", "Forecast!B10:B13");
    await viewsOf(model).cells.read();
    viewsOf(model).cells.say("year");
    viewsOf(model).cells.type("Forecast", "Forecast!B3:B8");
    expect(model.state.drafts.cells?.each).toBeUndefined();
  });

  test("cancelling leaves everything", async () => {
    const { model } = await opened("example");
    viewsOf(model).cells.type("Bands", "Nonsense");
    viewsOf(model).cells.close();
    expect(model.state.drafts.cells).toBeUndefined();
    expect(model.state.view).toEqual({ name: "home" });
    expect(model.state.deal).toMatchObject({ reading: { chosen: false } });
  });
});
