import { describe, expect, test } from "vitest";
import type { TermAnswer, TermProtection } from "../../../../src/analysis/term-answer";
import { US_DOLLAR } from "../../../../src/core/currency";
import { describeErrors } from "../../../../src/core/errors";
import { NoAnswer } from "../../../../src/core/no-answer";
import type { Result } from "../../../../src/core/result";
import { AS_IT_IS } from "../../../../src/deal/assumptions";
import { readDealCells } from "../../../../src/deal/parse-deal";
import {
  type PlannedDeal,
  readRenewedYearly,
  readTermDeal,
  readYearsAlone,
} from "../../../../src/input/term-deal-cells";
import { line } from "../../../../src/taskpane/views/term/line";
import { withTermDraft } from "../../../../src/taskpane/views/term/term-draft";
import type { TermFieldName } from "../../../../src/taskpane/views/term/term-fields";
import { termInCells } from "../../../../src/taskpane/views/term/term-in-cells";
import { layOutTerm } from "../../../../src/taskpane/views/term/term-layout";
import {
  headroomSentence,
  presentSentence,
  renewalsSentence,
  rolloverSentence,
  termEvidence,
  termHeadline,
  togetherSentence,
  wonSentence,
} from "../../../../src/taskpane/views/term/term-messages";
import { readTerm, type TermReading } from "../../../../src/taskpane/views/term/term-reading";
import { termCost } from "../../../../src/term/cash-flows";
import { priceFallHeadroom } from "../../../../src/term/headroom";
import { termProtections } from "../../../../src/term/protections";
import { renewalCost } from "../../../../src/term/renewal-cost";
import { rolloverValue } from "../../../../src/term/rollover-value";
import { dealCells, EXAMPLE_BANDS } from "../../pane-scenarios";

type Texts = Readonly<Partial<Record<TermFieldName, string>>>;
type Cells = Parameters<typeof dealCells>[0];

function stateOf(texts: Texts, change: Cells = {}, won: readonly string[] = []) {
  return {
    deal: { kind: "read", reading: readDealCells(dealCells(change)) } as const,
    whatIf: AS_IT_IS,
    ...{ currency: US_DOLLAR, shownDeal: "names", shown: null },
    drafts: withTermDraft({ drafts: {}, shownDeal: "names", shown: null }, { texts, won }),
  };
}

function read(texts: Texts, change: Cells = {}, won: readonly string[] = []): TermReading {
  const term = readTerm(stateOf(texts, change, won));
  if (!term) throw new Error("no deal");
  return term;
}

function answerOf({ answer }: TermReading): TermAnswer {
  if (!answer?.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

function singleOf({ protections }: TermAnswer): readonly TermProtection[] {
  return protections instanceof NoAnswer ? [] : protections.single;
}

function planned(read: Result<PlannedDeal>): PlannedDeal {
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.value;
}

/** What is set in the view, and the same in the arguments of a formula. */
const SET: readonly (readonly [
  what: string,
  texts: Texts,
  usage: number,
  commitment: number | readonly number[],
  terms: readonly (readonly [string, unknown])[],
])[] = [
  ["nothing", {}, 700_000, 480_000, []],
  ["three years", { Term: "3" }, 700_000, 480_000, [["Term", 3]]],
  [
    "growth",
    { Term: "3", "Usage growth": "20%" },
    700_000,
    480_000,
    [
      ["Term", 3],
      ["Usage growth", 0.2],
    ],
  ],
  ["a ramp", { Commitments: "250k; 500k; 1M" }, 700_000, [250_000, 500_000, 1_000_000], []],
  [
    "list that falls",
    { Term: "3", "List price change": "-20%", Commitments: "600k" },
    700_000,
    600_000,
    [
      ["Term", 3],
      ["List price change", -0.2],
    ],
  ],
  [
    "rollover beside a dip in usage",
    { Term: "4", Commitments: "800k", "Usage growth": "15%", "Rollover share": "50%" },
    700_000,
    800_000,
    [
      ["Term", 4],
      ["Usage growth", 0.15],
      ["Rollover share", 0.5],
    ],
  ],
  [
    "a test of the whole contract",
    { Term: "3", "Usage growth": "25%", Commitments: "700k", "Commitment test": "total contract" },
    700_000,
    700_000,
    [
      ["Term", 3],
      ["Usage growth", 0.25],
      ["Commitment test", "total contract"],
    ],
  ],
  [
    "quarters",
    { Term: "1.5", Period: "quarter", "Commitment test": "quarterly", Commitments: "600k" },
    175_000,
    600_000,
    [
      ["Term", 1.5],
      ["Period", "quarter"],
      ["Commitment test", "quarterly"],
    ],
  ],
  [
    "renewals with a cap, discounted",
    {
      Term: "3",
      "Renewal every": "1",
      "Renewal uplift ask": "7%",
      "Renewal uplift cap": "3%",
      "Discounting rate": "8%",
      "Start date": "2027-01-01",
    },
    700_000,
    480_000,
    [
      ["Term", 3],
      ["Renewal every", 1],
      ["Renewal uplift ask", 0.07],
      ["Renewal uplift cap", 0.03],
      ["Discounting rate", 0.08],
      ["Start date", 46_388],
    ],
  ],
  [
    "no commitment",
    { Term: "2", Commitments: "0", "Usage growth": "-10%" },
    700_000,
    0,
    [
      ["Term", 2],
      ["Usage growth", -0.1],
    ],
  ],
];

describe("the Term view", () => {
  test.each(SET)("answers as the functions do with %s", (_, texts, usage, commitment, terms) => {
    const answer = answerOf(read(texts));
    const rows = [...terms, ["Overage", "list"]];
    const column = typeof commitment === "number" ? commitment : commitment.map((usd) => [usd]);
    const given = [[[usage]], column, EXAMPLE_BANDS, rows] as const;
    const [whole, alone, renewed] = [readTermDeal, readYearsAlone, readRenewedYearly].map(
      (reader) => planned(reader(...given)),
    ) as readonly PlannedDeal[] as readonly [PlannedDeal, PlannedDeal, PlannedDeal];
    const args = [whole.plan, whole.usageUsd] as const;
    expect(answer.costUsd).toBe(termCost(...args));
    expect(answer.presentUsd).toBe(termCost(...args, "present value"));
    if (answer.rollover?.isThere) expect(answer.rollover.valueUsd).toBe(rolloverValue(...args));
    expect(answer.headroom).toEqual(priceFallHeadroom(alone.plan, alone.usageUsd).slice(1));
    expect(answer.renewals).toEqual(renewalCost(renewed.plan, renewed.usageUsd).slice(1));
    const table = termProtections(...args);
    if (table instanceof NoAnswer) expect(answer.protections).toBeInstanceOf(NoAnswer);
    else
      expect(
        singleOf(answer)
          .map(({ name, aloneUsd, addedLastUsd, points }) => [name, aloneUsd, addedLastUsd, points])
          .toSorted(),
      ).toEqual(
        table
          .slice(1, -1)
          .map((row) => row.slice(0, 4))
          .toSorted(),
      );
  });

  test.each(SET)("says rows of terms that hold %s", (_, texts) => {
    const term = read(texts);
    const cells = termInCells(term.reading, term.form);
    // Excel makes a date of what is typed so.
    const typed = (cells?.rows ?? []).map(([name, value]) => [
      name,
      name === "Start date" ? 46_388 : value,
    ]);
    const terms = [["Overage", "list"], ...typed];
    const committed = texts.Commitments === undefined ? {} : { Commitments: texts.Commitments };
    expect(answerOf(read(committed, { terms })).presentUsd).toBeCloseTo(
      answerOf(term).presentUsd,
      6,
    );
  });

  test("a protection that is switched on saves what the table says it saves", () => {
    const texts = { Term: "3", "List price change": "-20%", Commitments: "700k" };
    const single = singleOf(answerOf(read(texts)));
    expect(single.length).toBeGreaterThan(4);
    for (const { name, aloneUsd } of single) {
      const { costUsd, wonCostUsd, won } = answerOf(read(texts, {}, [name]));
      expect(won).toEqual([name]);
      expect(costUsd - wonCostUsd).toBeCloseTo(aloneUsd, 6);
    }
  });

  test("a protection that the deal has by now is off, although it was switched on", () => {
    const texts = { Term: "3", "Price path": "locked" };
    expect(answerOf(read(texts, {}, ["Rate lock"])).won).toEqual([]);
  });

  test.each<[texts: Texts, field: TermFieldName, sentence: string]>([
    [{ Term: "three" }, "Term", 'Years is "three"'],
    [{ Term: "11" }, "Term", "Years is 11"],
    [{ "Usage growth": "20" }, "Usage growth", "Usage grows a year is 20"],
    [{ "Rollover share": "150%" }, "Rollover share", "from 0 to 1"],
    [{ Commitments: "250k; lots" }, "Commitments", '"lots"'],
    [{ Commitments: "250k; ; 500k" }, "Commitments", "Item 2 of commitment is missing"],
    [{ Commitments: "€250k" }, "Commitments", "€250k"],
    [{ "Discounting rate": "8" }, "Discounting rate", "Discounting rate a year is 8"],
    [{ "Start date": "01/09/2026" }, "Start date", "2026-09-01"],
    [{ "Renewal every": "1.5" }, "Renewal every", "whole number"],
  ])("refuses %o below its field", (texts, field, sentence) => {
    const { form, answer } = read(texts);
    expect(form.fields[field].error).toContain(sentence);
    expect(answer?.ok).toBe(false);
  });

  test.each<[texts: Texts, sentence: string]>([
    [{ Term: "3", Commitments: "250k; 500k" }, "Commitment has 2 entries"],
    [{ "Commitment test": "quarterly" }, "A quarterly Commitment test cannot be priced"],
    [{ Term: "1.5" }, "whole years"],
  ])("says why %o has no price together", (texts, sentence) => {
    const { answer } = read(texts);
    const errors = answer?.ok === false ? answer.errors : [];
    expect(describeErrors(errors, US_DOLLAR)).toContain(sentence);
  });

  test.each<[text: string, echo: string]>([
    ["250k; 500k; 750k", "$250,000, then $500,000, then $750,000"],
    ["250,000, 500,000", "$250,000, then $500,000"],
    ["250k then 500k", "$250,000, then $500,000"],
    ["$250 000; $500 000", "$250,000, then $500,000"],
    ["$250,000", ""],
  ])("understands the commitments %s", (text, echo) => {
    expect(read({ Commitments: text }).form.fields.Commitments).toEqual({ text, echo, error: "" });
  });

  test("a field that is cleared holds what the deal says", () => {
    const terms = [
      ["Overage", "list"],
      ["Term", 3],
      ["Usage growth", 0.1],
    ];
    const { form } = read({ Term: "" }, { terms });
    expect(form.fields.Term).toEqual({ text: "", echo: "3", error: "" });
    expect(form.fields["Usage growth"]).toEqual({ text: "10%", echo: "", error: "" });
  });
});

describe("sentences of a term", () => {
  const headline = (texts: Texts, won: readonly string[] = []): string =>
    termHeadline(answerOf(read(texts, {}, won)), US_DOLLAR);

  test.each<[sentence: string, texts: Texts, won?: readonly string[]]>([
    ["1 year costs $647k; overage at the committed rate is worth $16.7k", {}],
    ["3 years cost $1.94M; overage at the committed rate is worth $50k", { Term: "3" }],
    ["3 years cost $2.1M, all of it on demand", { Term: "3", Commitments: "0" }],
    [
      "3 years cost $2.73M; half the shortfall returned is worth $231k, rollover $34.9k of the $461k it would carry",
      { Term: "3", Commitments: "900k", "Usage growth": "25%" },
    ],
    [
      "3 years cost $2.7M; half the shortfall returned is worth $216k, its rollover saves $34.9k of the $461k it carries",
      { Term: "3", Commitments: "900k", "Usage growth": "25%", "Rollover share": "100%" },
    ],
    [
      "3 years cost $2.2M with 1 protection won, $504k less",
      { Term: "3", Commitments: "900k", "Usage growth": "20%", "List price change": "-20%" },
      ["Floor re-based when list falls"],
    ],
    [
      "3 years cost $1.79M; no protection saves anything by itself",
      { Term: "3", Commitments: "595k" },
    ],
    [
      "18 months cost $970k; overage at the committed rate is worth $25k",
      { Term: "1.5", Period: "month" },
    ],
  ])("answers %s", (sentence, texts, won) => {
    expect(headline(texts, won)).toBe(sentence);
  });

  test("home says the cost and the best protection, and what cannot be priced", () => {
    expect(line(stateOf({ Term: "3" }))).toEqual({
      text: "3 years: $1.94M; overage at the committed rate is worth $50k",
      mark: "done",
    });
    expect(line(stateOf({ Term: "1.5" }))).toEqual({
      text: "The term cannot be priced as it is set",
      mark: "need",
    });
    expect(line(stateOf({}, { commitment: "500.000" }))).toEqual({
      text: "Waits for usage, offer and commitment",
      mark: "done",
    });
  });

  const evidence = (texts: Texts): string => {
    const term = read(texts);
    return termEvidence(answerOf(term), term.reading, term.schedule, US_DOLLAR);
  };

  test.each<[texts: Texts, sentence: string]>([
    [{ Term: "3" }, "One contract for the whole term, without a renewal inside."],
    [{ Term: "3", "Renewal every": "1" }, "Renewed every year, without an uplift."],
    [
      { Term: "5", "Renewal every": "2", "Renewal uplift ask": "7%" },
      "Renewed every 2 years, at an uplift asked of 7%.",
    ],
    [{ Term: "3", "List price change": "-20%" }, "List prices fall 20% a year."],
    [{ Term: "3", "Usage growth": "-10%" }, "the mean of the forecast, falling 10% a year."],
  ])("says of %o what the cost assumes", (texts, sentence) => {
    expect(evidence(texts)).toContain(sentence);
  });

  test("says that a present value without a discounting rate is the total", () => {
    const present = (texts: Texts): string => presentSentence(answerOf(read(texts)), US_DOLLAR);
    expect(present({ Term: "3" })).toContain(
      "no discounting rate is set, so it is the present value too",
    );
    expect(present({ Term: "3", "Discounting rate": "8%" })).toBe(
      "A cost is the sum of what is paid, $1,940,000; its present value is $1,765,483 at 8% a year.",
    );
  });

  test("says that the table of renewals renews every year where the cost does not", () => {
    const renewals = (texts: Texts): string => renewalsSentence(answerOf(read(texts)));
    expect(renewals({ Term: "3" })).toContain("The cost above has no renewal.");
    expect(renewals({ Term: "3", "Renewal every": "1" })).toBe("Renewed as the cost above is.");
  });

  test("says that the life of a rollover counts tests", () => {
    const texts = { Term: "2", Period: "quarter", "Rollover share": "1", "Rollover life": "2" };
    const sentence = (test: string): string =>
      rolloverSentence(answerOf(read({ ...texts, "Commitment test": test })), US_DOLLAR);
    expect(sentence("quarterly")).toContain("2 later tests, where a test is a quarter.");
    expect(sentence("each year")).toContain("2 later tests, where a test is a year.");
  });

  test("says what switches do, and nothing while none is on", () => {
    const texts = { Term: "3", Commitments: "900k" };
    const said = (won: readonly string[]): string =>
      wonSentence(answerOf(read(texts, {}, won)), US_DOLLAR);
    expect(said([])).toBe("");
    expect(said(["Half the shortfall returned"])).toContain("1 protection is on. That saves $");
    expect(said(["Rate lock"])).toContain("That changes nothing over 3 years.");
  });

  test("says together what protections are worth, and why that is not their sum", () => {
    const together = (texts: Texts): string => togetherSentence(answerOf(read(texts)), US_DOLLAR);
    expect(together({ Term: "3", Commitments: "900k", "List price change": "-20%" })).toContain(
      "less than one by one",
    );
    expect(together({ Term: "3" })).toMatch(/are worth \$50,000\.$/);
  });

  test("says from which fall of list prices on a year falls short", () => {
    const headroom = (texts: Texts): string => headroomSentence(answerOf(read(texts)));
    expect(headroom({ Term: "3", "Usage growth": "10%" })).toContain("before year 1, the first to");
    expect(headroom({ Commitments: "900k" })).toBe(
      "Year 1 falls short at the list prices of signing.",
    );
    expect(headroom({ "Price path": "locked" })).toBe(
      "No fall of list prices makes a year fall short.",
    );
  });
});

describe("layOutTerm()", () => {
  const layout = (texts: Texts) => layOutTerm(answerOf(read(texts)).years, 300);

  test.each<[texts: Texts]>([
    [{}],
    [{ Term: "10", "Usage growth": "30%" }],
    [{ Commitments: "250k; 1.5M" }],
    [{ Commitments: "0" }],
  ])("keeps %o inside the chart, parts on top of one another", (texts) => {
    const { columns, width, left, bottom } = layout(texts);
    for (const { x, width: wide, parts, commitmentY } of columns) {
      expect(x).toBeGreaterThanOrEqual(left);
      expect(x + wide).toBeLessThanOrEqual(width);
      expect(commitmentY).toBeGreaterThanOrEqual(0);
      let at = bottom;
      for (const { y, height } of parts) {
        expect(y + height).toBeCloseTo(at, 6);
        at = y;
      }
      expect(at).toBeGreaterThanOrEqual(0);
    }
  });

  test("what is unused reaches from usage up to the commitment", () => {
    const [column] = layout({ Commitments: "900k" }).columns;
    expect(column?.parts.map(({ kind }) => kind)).toEqual(["used", "unused"]);
    expect(column?.parts.at(-1)?.y).toBeCloseTo(column?.commitmentY ?? 0, 6);
  });
});
