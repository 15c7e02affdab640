import { describe, expect, test } from "vitest";
import { isWhyNone } from "../../../../../src/analysis/tracking/what-now";
import { US_DOLLAR } from "../../../../../src/core/currency";
import { NoAnswer } from "../../../../../src/core/no-answer";
import { AS_IT_IS } from "../../../../../src/deal/assumptions";
import { readDealCells } from "../../../../../src/deal/parse-deal";
import { type HistoryCells, readUsageHistory } from "../../../../../src/sheets/usage/usage-history";
import { PaneModel } from "../../../../../src/taskpane/pane-model";
import { termDraft, withTermDraft } from "../../../../../src/taskpane/views/term/term-draft";
import type { TermDraft } from "../../../../../src/taskpane/views/term/term-fields";
import { TermModel } from "../../../../../src/taskpane/views/term/term-model";
import { readTerm } from "../../../../../src/taskpane/views/term/term-reading";
import {
  burndownInCells,
  earlyRenewalInCells,
} from "../../../../../src/taskpane/views/term/tracking/tracking-in-cells";
import { layOutTracking } from "../../../../../src/taskpane/views/term/tracking/tracking-layout";
import {
  aheadSentence,
  indicatorRows,
  indicatorsSentence,
  nowSentence,
  optionsSentence,
  paceRows,
  sourceSentence,
  trackingHeadline,
  usedSentence,
  whyNoneSentence,
} from "../../../../../src/taskpane/views/term/tracking/tracking-messages";
import {
  readTrackingOf,
  type TrackingReading,
} from "../../../../../src/taskpane/views/term/tracking/tracking-reading";
import { fakeWorkbook } from "../../../fake-actions";
import { dealCells, SCENARIOS } from "../../../pane-scenarios";

type Cells = Parameters<typeof dealCells>[0];

const SHOWN = { shownDeal: "names", shown: null };

function stateOf(draft: Partial<TermDraft>, change: Cells = {}, usage: HistoryCells | null = null) {
  return {
    deal: { kind: "read", reading: readDealCells(dealCells(change)) } as const,
    ...{ whatIf: AS_IT_IS, currency: US_DOLLAR, ...SHOWN },
    usage: usage && readUsageHistory(usage),
    drafts: withTermDraft({ drafts: {}, ...SHOWN }, draft),
  };
}

function read(...given: Parameters<typeof stateOf>): TrackingReading {
  const reading = readTrackingOf(stateOf(...given));
  if (!reading) throw new Error("no term");
  return reading;
}

function tracked(...given: Parameters<typeof stateOf>) {
  const { tracking, now, ...rest } = read(...given);
  if (!tracking || tracking instanceof NoAnswer || !now) throw new Error(JSON.stringify(rest));
  return { tracking, now };
}

const months = (text: string): Partial<TermDraft> => ({ tracking: { months: text } });
const sixOf = (amount: string): string => Array(6).fill(amount).join("\n");

const HEADINGS = [
  ...["Month", "First day", "Last day", "Complete", "Usage", "Usage high", "From", "Billed"],
  ...["Unpriced tokens", "Excluded", "Baseline", "In history"],
];
/** 1 January 2027, and the days on which its next months begin. */
const STARTS = [46_388, 46_419, 46_447, 46_478, 46_508, 46_539, 46_569];

function imported(
  usages: readonly unknown[],
  { incomplete = -1, missing = -1, unpriced = 0 } = {},
): HistoryCells {
  const rows = usages.flatMap((usd, at) => {
    const day = STARTS[at] ?? 0;
    const complete = at === incomplete ? "no" : "yes";
    return at === missing
      ? []
      : [[day, day, day + 27, complete, usd, usd, "import", "", unpriced, 0, usd, "yes"]];
  });
  return {
    months: { address: `Months!A4:L${4 + rows.length}`, values: [HEADINGS, ...rows] },
    exclusions: {
      address: "Months!N4:T4",
      values: [["From", "To", "Workspace", "Model", "Share", "USD", "Reason"]],
    },
  };
}

const START = { texts: { "Start date": "2027-01-01" } } as const;
const USED = [40_000, 44_000, 42_000, 41_000, 45_000, 43_000];

describe("the months of a deal under way", () => {
  test.each<[what: string, text: string, usages: readonly number[]]>([
    ["a column", "40000\n44000\n42000", [40_000, 44_000, 42_000]],
    ["a row", "40000\t44000\t42000", [40_000, 44_000, 42_000]],
    ["semicolons", "40k; 44k", [40_000, 44_000]],
    ["commas with spaces", "40,000, 44,000", [40_000, 44_000]],
    ["then", "40k then 44k", [40_000, 44_000]],
    ["the label of amounts", "$40,000\n$44,000", [40_000, 44_000]],
    ["one month", "40k", [40_000]],
    ["a month of nothing", "40k\n0", [40_000, 0]],
    ["blank lines at the end", "40k\n44k\n\n", [40_000, 44_000]],
    ["a mark at the end of each line", "40k;\n44k,\n42k", [40_000, 44_000, 42_000]],
    ["lines as Windows ends them", "40k\r\n44k", [40_000, 44_000]],
  ])("are read from %s", (_, text, usages) => {
    expect(read(months(text)).months).toEqual({ ok: true, value: usages });
  });

  test.each<[what: string, text: string, sentence: RegExp]>([
    ["words", "40k\na lot", /^Item 2 of usage of the months is .*a lot/],
    [
      "a negative month",
      "40k\n-3k",
      /^Item 2 of usage of the months is -3,000: give an amount of 0 or more\.$/,
    ],
    [
      "a blank month between others",
      "40k\n\n44k",
      /^Item 2 of usage of the months is missing: give an amount in USD/,
    ],
    [
      "more months than the term",
      Array(13).fill("40k").join("\n"),
      /^Usage of the months has 13 entries: give at most 12, the months of the term\.$/,
    ],
    [
      "a block of two columns",
      "2027\t40000\n2028\t44000",
      /^Usage of the months has 4 entries: give one row or one column, no block\.$/,
    ],
    ["another currency", "€40k", /EUR|€/],
    ["a swapped separator", "40.000", /40\.000/],
    ["an error of a cell", "40k\n#N/A", /^Item 2 .*#N\/A/],
    ["a percentage", "40%", /40%/],
    ["an amount that no cell holds", "1e17", /1/],
  ])("are refused with a sentence for %s", (_, text, sentence) => {
    const { fields, tracking } = read(months(text));
    expect(fields.months.error).toMatch(sentence);
    expect(tracking).toBeUndefined();
  });

  test.each<
    [
      what: string,
      usage: HistoryCells | null,
      draft: Partial<TermDraft>,
      count: number,
      says: RegExp,
    ]
  >([
    ["all that are imported", imported(USED), START, 6, /imported, 2027-01 to 2027-06\.$/],
    ["one", imported([40_000]), START, 1, /imported, 2027-01\.$/],
    [
      ...(["those before one that is not over", imported(USED, { incomplete: 5 })] as const),
      ...([START, 5, /2027-01 to 2027-05/] as const),
    ],
    [
      ...(["those before one that no file has", imported(USED, { missing: 3 })] as const),
      ...([START, 3, /2027-01 to 2027-03/] as const),
    ],
    [
      ...(["those of the term alone", imported(USED)] as const),
      ...([{ texts: { "Start date": "2027-03-01" } }, 4, /2027-03 to 2027-06/] as const),
    ],
    [
      ...(["months with tokens that have no price", imported(USED, { unpriced: 9 })] as const),
      ...([START, 6, /no price and count as \$0/] as const),
    ],
    ["none without a start", imported(USED), {}, 0, /Say when the term starts/],
    [
      ...(["none where the term starts within a month", imported(USED)] as const),
      ...([{ texts: { "Start date": "2027-01-15" } }, 0, /calendar months.*2027-01-15/] as const),
    ],
    [
      ...(["none where the first is missing", imported(USED, { missing: 0 })] as const),
      ...([START, 0, /No whole month from 2027-01 on/] as const),
    ],
    [
      ...(["none where a cell shows an error", imported([40_000, "#REF!"])] as const),
      ...([START, 0, /something else than amounts/] as const),
    ],
    ["none without imported usage", null, START, 0, /^Type what each month used/],
    [
      ...(["what is typed, before what is imported", imported(USED)] as const),
      ...([{ ...START, ...months("1; 2") }, 2, /typed here, not those imported/] as const),
    ],
  ])("by default are %s", (_, usage, draft, count, says) => {
    const reading = read(draft, {}, usage);
    expect(reading.months.ok && reading.months.value.length).toBe(count);
    expect(sourceSentence(reading.imported, reading.isTyped)).toMatch(says);
  });
});

/** The example has 480,000 at 10% off: 40,000 a month of it are 44,444 at list. */
describe("how a deal is going", () => {
  const TERM = { Term: "2" };

  test.each<[what: string, draft: Partial<TermDraft>, change: Cells, headline: string]>([
    [
      ...(["behind", months(sixOf("40888.89")), {}] as const),
      "Six months in, you are 8% behind: at this pace $38.4k is forfeited",
    ],
    [
      ...(["ahead", months("50k"), {}] as const),
      "One month in, you are 13% ahead: at this pace $66.7k of overage is paid",
    ],
    [
      ...(["on pace", months("44444.4444444444"), {}] as const),
      "One month in, you are on pace: at this pace the commitment is just used up",
    ],
    [
      "rolling over",
      { ...months(sixOf("40000")), texts: { ...TERM, "Rollover share": "50%" } },
      {},
      "Six months in, you are 10% behind: at this pace $24k is forfeited and $24k rolls over",
    ],
    [
      ...(["with half that comes back", months(sixOf("40000"))] as const),
      { terms: [["Forfeited share", 0.5]] },
      "Six months in, you are 10% behind: at this pace $24k is forfeited and $24k comes back",
    ],
    [
      ...(["over", months(Array(12).fill("40k").join(";")), {}] as const),
      "Year 1 is over: $48k is forfeited",
    ],
    [
      "in its second year",
      { ...months(Array(13).fill("40k").join(";")), texts: TERM },
      {},
      "One month into year 2, you are 10% behind: at this pace $48k is forfeited",
    ],
    [
      "by quarters",
      {
        ...months("40k;40k;40k;40k"),
        texts: { Period: "quarter", "Commitment test": "quarterly" },
      },
      {},
      "One month into months 4 to 6, you are 10% behind: at this pace $12k is forfeited",
    ],
    [
      "as a whole contract",
      { ...months(sixOf("40k")), texts: { ...TERM, "Commitment test": "total contract" } },
      {},
      "Six months in, you are 10% behind: at this pace $96k is forfeited",
    ],
    [
      ...(["at nothing", months("0"), {}] as const),
      "One month in, you are 100% behind: at this pace $480k is forfeited",
    ],
  ])("is said first: %s", (_, draft, change, headline) => {
    expect(trackingHeadline(tracked(draft, change).tracking, US_DOLLAR)).toBe(headline);
  });

  test("is said against even use, what was expected, and the pace that fills it", () => {
    const { tracking } = tracked(months(sixOf("40k")));
    expect(usedSentence(tracking, US_DOLLAR)).toBe(
      "Used: $216k of the $480k to use in year 1; even use would be $240k. At list prices that is $240k, where $350k was expected.",
    );
    expect(aheadSentence(tracking, US_DOLLAR)).toBe(
      "$44k a month from now on fills it. With the rest as expected, $56.7k of overage is paid.",
    );
  });

  test("has a row for each pace that says something of its own, with the day it is used up", () => {
    const { tracking } = tracked({ ...START, ...months("30k;30k;60k;60k;60k") });
    expect(paceRows(tracking, US_DOLLAR)).toEqual([
      ["$43.2k, all months", "$38.4k over", "2027-12-04"],
      ["$54k, last 3 months", "$114k over", "2027-10-28"],
      ["$37.7k fills it", "just used up", "2028-01-01"],
    ]);
    const undated = tracked(months("30k"));
    expect(paceRows(undated.tracking, US_DOLLAR)).toEqual([
      ["$27k, all months", "$156k unused", "not by then"],
      ["$41.2k fills it", "just used up", "month 12"],
    ]);
  });

  test("has indicators, each with what it is over in words", () => {
    const { tracking } = tracked(months(sixOf("40k")));
    expect(indicatorRows(tracking, US_DOLLAR).map(([name, , value]) => [name, value])).toEqual([
      ["Utilization", "90.0%"],
      ["Coverage", "100.0%"],
      ["Effective savings rate, over list", "0.0%"],
      ["Effective savings rate, over contract", "−11.1%"],
      ["Leakage", "10.0%"],
      ["The discount brings", "$48,000"],
      ["The commitment costs", "$48,000"],
      ["Saving", "$0"],
    ]);
    for (const [, of] of indicatorRows(tracking, US_DOLLAR)) expect(of).toMatch(/over|less/);
    expect(indicatorsSentence(tracking, US_DOLLAR)).toBe(
      "For the whole of year 1 at the pace so far.",
    );
    const rolling = tracked({ ...months("40k"), texts: { ...TERM, "Rollover share": "1" } });
    expect(indicatorsSentence(rolling.tracking, US_DOLLAR)).toContain(
      "$48k of commitment rolls over",
    );
    const none = tracked(months("0"));
    expect(indicatorRows(none.tracking, US_DOLLAR)[1]?.[2]).toMatch(/^Without usage/);
  });

  test("says what is cheapest now, what that leaves out, or why nothing is said", () => {
    const { now } = tracked(months(sixOf("60k")));
    if (isWhyNone(now)) throw new Error(now.kind);
    expect(nowSentence(now, US_DOLLAR)).toMatch(/^Cheapest over the next 12 months: /);
    expect(optionsSentence(now, US_DOLLAR)).not.toContain("left out");
    const rolling = tracked({
      ...months("60k"),
      texts: { Commitments: "480k; 600k", "Rollover share": "50%" },
    });
    if (isWhyNone(rolling.now)) throw new Error(rolling.now.kind);
    expect(optionsSentence(rolling.now, US_DOLLAR)).toMatch(
      /50% of what is unused.*\$600k, is left out/,
    );
    const quarterly = { Period: "quarter", "Commitment test": "quarterly" } as const;
    const { now: none } = tracked({ ...months("60k"), texts: quarterly });
    expect(isWhyNone(none) && whyNoneSentence(none, US_DOLLAR)).toMatch(/tested over 3 months/);
  });

  test("asks for a top-up and a target, and says what is wrong with them", () => {
    const tracking = { months: sixOf("60k"), topUp: "100k", target: "-1" };
    const { fields, now } = read({ tracking });
    expect([fields.topUp.echo, now]).toEqual(["$100,000", undefined]);
    expect(fields.target.error).toMatch(/^Re-commit to is /);
  });

  test("refuses a top-up that has no price beside step-up overage, and prices the rest", () => {
    const tracking = { months: sixOf("60k"), topUp: "100k" };
    const { fields, now } = read({ tracking }, { terms: [["Overage", "step-up"]] });
    expect(fields.topUp.error).toMatch(/step-up overage/);
    expect(now && !isWhyNone(now) && now.options.map(({ name }) => name).toSorted()).toEqual([
      ...["Keep", "Re-commit"],
    ]);
  });

  test("is drawn from nothing at the start to where each pace leads", () => {
    const { tracking } = tracked(months(sixOf("40k")));
    const { lines, commitmentY, bottom, nowX, left, width } = layOutTracking(tracking, 320);
    expect(lines.map(({ kind }) => kind)).toEqual(["used", "required", "all", "recent"]);
    expect(lines[0]?.path.startsWith(`M${left},${bottom}L`)).toBe(true);
    expect(lines[1]?.path.endsWith(`,${commitmentY}`)).toBe(true);
    expect(nowX).toBeCloseTo((left + width - 2) / 2, 6);
    const over = tracked(months(Array(12).fill("40k").join(";")));
    expect(layOutTracking(over.tracking, 320).lines.map(({ kind }) => kind)).toEqual(["used"]);
  });

  test("says without a commitment that there is nothing to use up", () => {
    const { tracking } = read({ ...months("40k"), texts: { Commitments: "0" } });
    expect(tracking).toBeInstanceOf(NoAnswer);
  });
});

describe("the same in cells", () => {
  const formulas = (draft: Partial<TermDraft>, change: Cells = {}) => {
    const term = readTerm(stateOf(draft, change));
    const { tracking, now } = tracked(draft, change);
    if (!term) throw new Error("no term");
    return [
      burndownInCells(term, tracking),
      isWhyNone(now) ? now.kind : earlyRenewalInCells(term, tracking, now),
    ];
  };

  test("is BURNDOWN and EARLY_RENEWAL of the cells of the deal", () => {
    const tracking = { months: "40k;44k", topUp: "20k", target: "500k" };
    expect(formulas({ tracking })).toEqual([
      "=COMMIT.BURNDOWN({40000;44000},Commitment,Bands,Terms,12)",
      "=COMMIT.EARLY_RENEWAL(42000,84000,2,Commitment,500000,Bands,Terms,20000)",
    ]);
  });

  test.each<[what: string, draft: Partial<TermDraft>, formula: string]>([
    [
      "a start that the cells do not say",
      { ...START, ...months("40k;44k") },
      '=COMMIT.BURNDOWN({40000;44000},Commitment,Bands,{"Basis","net";"Start date",46388},12)',
    ],
    [
      "a last month of nothing",
      months("40k;0"),
      "=COMMIT.BURNDOWN({40000;0},Commitment,Bands,Terms,12,2)",
    ],
    ["one month", months("40k"), "=COMMIT.BURNDOWN(40000,Commitment,Bands,Terms,12)"],
    [
      "a commitment that is set",
      { ...months("40k"), texts: { Commitments: "300k" } },
      "=COMMIT.BURNDOWN(40000,300000,Bands,Terms,12)",
    ],
    [
      "a quarter",
      { ...months("40k"), texts: { Period: "quarter", "Commitment test": "quarterly" } },
      "=COMMIT.BURNDOWN(40000,120000,Bands,Terms,3)",
    ],
    [
      "what a locked price draws after list fell",
      {
        ...months(Array(13).fill("40k").join(";")),
        texts: { Term: "2", "List price change": "-20%", "Price path": "locked" },
      },
      '=COMMIT.BURNDOWN(45000,Commitment,{0,0},{"Basis","list"},12)',
    ],
  ])("has %s", (_, draft, formula) => {
    expect(formulas(draft)[0]).toBe(formula);
  });
});

describe("TermModel, of a deal under way", () => {
  async function opened(selected?: readonly (readonly unknown[])[]) {
    const workbook = fakeWorkbook(SCENARIOS.example);
    const readSelectedUsages = async () =>
      ({ ok: true, value: { reference: "Use!B2:B3", cells: selected ?? [] } }) as const;
    const built: unknown[] = [];
    const actions = {
      ...workbook.actions,
      readSelectedUsages,
      writeTerm: (...given: Parameters<typeof workbook.actions.writeTerm>) => {
        built.push(given[0].deal.monthsUsd);
        return workbook.actions.writeTerm(...given);
      },
    };
    const pane = new PaneModel(actions, () => {});
    await pane.start();
    return { pane, built, model: new TermModel(pane.context) };
  }

  test("takes the selected cells as months, and builds the Burndown sheet from them", async () => {
    const { pane, built, model } = await opened([[40_000], [44_000.5]]);
    await model.takeSelectedMonths();
    expect(termDraft(pane.state).tracking.months).toBe("40000\n44000.5");
    expect(pane.state.status?.text).toBe("Took the months from Use!B2:B3.");
    model.tick("burndown");
    model.tick("term");
    await model.build();
    expect(built).toEqual([[40_000, 44_000.5]]);
  });

  test("says what to select where the cells are blank, and builds nothing from months that it cannot read", async () => {
    const { pane, built, model } = await opened();
    await model.takeSelectedMonths();
    expect(pane.state.status?.text).toBe(
      "The selected cells are blank: select the usage of each month.",
    );
    model.track("months", "a lot");
    model.tick("burndown");
    await model.build();
    expect(pane.state.status?.text).toBe("Put right the months under How is it going? first.");
    expect(built).toEqual([]);
  });

  test("keeps what was typed for each deal", async () => {
    const { pane, model } = await opened();
    model.track("months", "40k");
    model.track("topUp", "10k");
    pane.context.put({ shownDeal: "another" });
    expect(termDraft(pane.state).tracking).toEqual({});
    pane.context.put({ shownDeal: "Example 1" });
    expect(termDraft(pane.state).tracking).toEqual({ months: "40k", topUp: "10k" });
  });
});
