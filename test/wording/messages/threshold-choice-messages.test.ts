import { describe, expect, test } from "vitest";
import { concession } from "../../../src/analysis/concession";
import { decide } from "../../../src/analysis/decision";
import { postures } from "../../../src/analysis/posture";
import { type ThresholdChoice, thresholdChoices } from "../../../src/analysis/threshold-choice";
import { type ThresholdMoves, thresholdMoves } from "../../../src/analysis/threshold-moves";
import type { Agreement } from "../../../src/core/agreement";
import { US_DOLLAR } from "../../../src/core/currency";
import { readDealCells } from "../../../src/deal/parse-deal";
import { certain } from "../../../src/forecast/sample";
import { describeConcession } from "../../../src/taskpane/views/commitment/concession-messages";
import { commitmentName } from "../../../src/wording/format/approximate";
import { namesOnCurve } from "../../../src/wording/messages/commitment-names";
import {
  breakEvenWords,
  type ChoiceReading,
  choiceTitle,
  guessSentences,
  introSentences,
  marginalSentence,
  moneyCaption,
  moneyRows,
  movesSentence,
  outcomeSentences,
} from "../../../src/wording/messages/threshold-choice-messages";
import { GROWTH } from "../../forecast/forecasts";
import { whole } from "../../support/whole";
import { dealCells } from "../../taskpane/pane-scenarios";

type Rows = readonly (readonly unknown[])[];

function reading(
  commitment: unknown,
  change: { readonly bands?: Rows; readonly terms?: Rows } = {},
): ChoiceReading & { readonly agreement: Agreement; readonly commitmentUsd: number } {
  const read = readDealCells(dealCells({ commitment, ...change }));
  const { agreement, commitmentUsd } = read;
  if (!agreement || commitmentUsd === undefined) throw new Error("this deal is at fault");
  return { ...read, agreement, commitmentUsd, forecast: GROWTH };
}

function choices(from: ChoiceReading): readonly ThresholdChoice[] {
  const { bands, agreement, commitmentUsd, forecast } = from;
  if (!bands || !agreement || commitmentUsd === undefined) throw new Error("this deal is at fault");
  return thresholdChoices({ bands, agreement, commitmentUsd, forecast }, US_DOLLAR);
}

function at(index: number, from: ChoiceReading): ThresholdChoice {
  const choice = choices(from)[index];
  if (!choice) throw new Error(`no threshold ${index}`);
  return choice;
}

const COMMITTED = { terms: [["Overage", "committed"]] };
const marginal = (discount: number): Rows => [
  ["Threshold", "Discount"],
  [0, 0],
  [250_000, 0.14],
  [500_000, discount],
];

/** The cards of a deal that is decided: titles and what is said of each outcome. */
function cards(from: ReturnType<typeof reading>): readonly string[] {
  const decided = decide(from);
  if (decided.kind !== "decided") throw new Error("this deal cannot be decided");
  const nameOf = namesOnCurve(decided.curve, US_DOLLAR);
  const found = postures(decided);
  return choices(from).map((choice, index) => {
    const posture = found[index];
    if (!posture) throw new Error("a threshold without a posture");
    const said = outcomeSentences(choice, posture, decided, nameOf, US_DOLLAR);
    return `${choiceTitle(choice, from.commitmentUsd, US_DOLLAR)}: ${said.join(" ")}`;
  });
}

describe("outcomeSentences()", () => {
  test.each<[string, ReturnType<typeof reading>, ...string[]]>([
    [
      "the mission's case",
      reading(500_000, COMMITTED),
      "$250k at 10%: Saves $59,500 a year on average. Filled in 98 of 100 years and costs more than list in 1.",
      "$500k at 15% · present: Saves $26,700 a year on average, $32,800 less than $250k. Costs more than list in 36 of 100 years.",
      "$1M at 20%: Costs $401,000 a year more than list on average. Costs more than list in 95 of 100 years.",
    ],
    [
      "a present commitment that is best",
      reading(250_000),
      "$250k at 10% · present: Saves $27,200 a year on average. Costs more than list in 1 of 100 years.",
      "$500k at 15%: Saves $13,800 a year on average, $13,400 less than $250k. Costs more than list in 36 of 100 years.",
      "$1M at 20%: Costs $401,000 a year more than list on average. Costs more than list in 95 of 100 years.",
    ],
    [
      "certain usage",
      { ...reading(0), forecast: certain(700_000) },
      "$250k at 10%: Saves $27,800 a year, $60,500 less than $500k.",
      "$500k at 15%: Saves $88,200 a year.",
      "$1M at 20%: Costs $300,000 a year more than list.",
    ],
    [
      "usage that just breaks even",
      { ...reading(0), forecast: certain(250_000) },
      "$250k at 10%: Costs as much as list.",
      "$500k at 15%: Costs $250,000 a year more than list.",
      "$1M at 20%: Costs $750,000 a year more than list.",
    ],
    [
      "a threshold that costs less by its discount alone",
      {
        ...reading(0, {
          bands: [
            [0, 0],
            [250_000, 0.2],
            [500_000, 0.1],
          ],
          terms: [["Overage", "committed"]],
        }),
        forecast: certain(900_000),
      },
      "$250k at 20%: Saves $180,000 a year.",
      "$500k at 10%: Saves $90,000 a year.",
    ],
  ])("of %s", (_, from, ...words) => {
    expect(cards(from)).toEqual(words);
  });
});

describe("breakEvenWords()", () => {
  const unknown = (from: ReturnType<typeof reading>) =>
    choices({ ...from, forecast: undefined }).map((one) => breakEvenWords(one, US_DOLLAR));

  test("without a forecast names the usage from which a threshold pays", () => {
    expect(unknown(reading(480_000))).toEqual([
      "Below the present commitment.",
      "Pays from usage of $553,334.",
      "Pays from usage of $1,053,334.",
    ]);
    expect(unknown(reading(500_000))[1]).toBe("Present commitment.");
    const never = reading(250_000, {
      bands: [
        [0, 0],
        [250_000, 0.2],
        [500_000, 0.1],
      ],
      terms: [["Overage", "committed"]],
    });
    expect(unknown(never)[1]).toBe("Pays at no usage.");
  });
});

describe("a usage from which a threshold pays", () => {
  const bands = (one: number, other: number): Rows => [
    ["Threshold", "Discount"],
    [0, 0],
    [one, 0.1],
    [other, 0.2],
  ];
  test.each<readonly [number, number, readonly string[]]>([
    // Against paying on demand the threshold itself is the usage from which it pays.
    [0.01, 0.02, ["$0.01", "$0.02"]],
    [0.25, 0.5, ["$0.25", "$0.50"]],
    [0.29, 0.57, ["$0.29", "$0.57"]],
    [0.99, 1, ["$0.99", "$1"]],
    [1.01, 2.5, ["$1.01", "$2.50"]],
    [9.99, 19.99, ["$9.99", "$19.99"]],
    [50, 99.99, ["$50", "$99.99"]],
    [99.5, 100.5, ["$99.50", "$101"]],
    [250, 500.25, ["$250", "$501"]],
    [250_000, 499_999.99, ["$250,000", "$500,000"]],
  ])(
    "of bands from %d and %d is written in cents where dollars would be false",
    (one, other, words) => {
      const cards = choices({
        ...reading(0, { bands: bands(one, other) }),
        forecast: undefined,
      }).map((choice) => breakEvenWords(choice, US_DOLLAR));
      expect(cards).toEqual(words.map((usd) => `Pays from usage of ${usd}.`));
    },
  );

  test.each<readonly [number, number, string]>([
    [0.251, 0.749, "$0.26 to $0.74"],
    [12.2, 12.9, "$12.20 to $12.90"],
    [500.2, 500.8, "$500.20 to $500.80"],
    [500.2, 700.8, "$501 to $700"],
    [250_000.004, 500_000.5, "$250,000 to $500,000"],
  ])("and until which, %d to %d, is a range that is not empty", (usageUsd, untilUsd, value) => {
    const choice = { ...at(1, reading(250_000)), breakEven: { usageUsd, untilUsd } };
    expect(moneyRows(choice, US_DOLLAR)).toContainEqual({ label: "Pays for usage of", value });
  });
});

describe("moneyRows()", () => {
  test("of a threshold above", () => {
    const half = at(1, reading(480_000));
    expect(moneyCaption(half, 480_000, (one) => commitmentName(one, US_DOLLAR), US_DOLLAR)).toBe(
      "Against staying at $480,000",
    );
    expect(moneyRows(half, US_DOLLAR)).toEqual([
      { label: "Pays from usage of", value: "$553,334" },
      { label: "May go unused and still pay", value: "5.9%" },
      { label: "More to commit", value: "$20,000" },
      { label: "Saving a year", value: "$8,107" },
      { label: "Worst tenth of years, over list", value: "$185,262" },
    ]);
  });

  test("of one that is held against another commitment than the present one", () => {
    const half = at(1, reading(250_000, COMMITTED));
    expect(moneyCaption(half, 500_000, (one) => commitmentName(one, US_DOLLAR), US_DOLLAR)).toBe(
      "Against $250k",
    );
    expect(moneyRows(half, US_DOLLAR)).toEqual([
      { label: "Pays from usage of", value: "$555,556" },
      { label: "May go unused and still pay", value: "5.6%" },
      { label: "More to commit", value: "$250,000" },
      { label: "Saving a year", value: "−$32,772" },
      { label: "Worst tenth of years, over list", value: "$185,262" },
    ]);
  });

  test("of one below, of the present one, and without a commitment", () => {
    const below = moneyRows(at(0, reading(480_000)), US_DOLLAR);
    expect(below[0]).toEqual({ label: "Less to commit", value: "$230,000" });
    expect(below.map(({ label }) => label)).not.toContain("Pays from usage of");
    expect(moneyRows(at(0, reading(250_000, COMMITTED)), US_DOLLAR)).toEqual([
      { label: "Worst tenth of years, saves", value: "$26,475" },
    ]);
    expect(moneyRows(at(0, reading(0)), US_DOLLAR)).toContainEqual({
      label: "Saving a year",
      value: "$27,222",
    });
    expect(
      moneyCaption(at(0, reading(0)), 0, (one) => commitmentName(one, US_DOLLAR), US_DOLLAR),
    ).toBe("Against paying on demand");
  });

  test("of one that pays up to a usage, and of one that never does", () => {
    const falling = (terms: Rows): Rows => {
      const rows = moneyRows(
        at(
          1,
          reading(250_000, {
            bands: [
              ["Threshold", "Discount", "Overage"],
              [0, 0, ""],
              [250_000, 0.1, "committed"],
              [500_000, 0.15, "list"],
            ],
            terms,
          }),
        ),
        US_DOLLAR,
      );
      return rows.map(({ label, value }) => [label, value]);
    };
    // Staying costs 0.9U, there 500,000 + (U - 588,235): 555,556 to 882,352.94.
    expect(falling([])).toContainEqual(["Pays for usage of", "$555,556 to $882,352"]);
    const never = reading(250_000, {
      bands: [
        [0, 0],
        [250_000, 0.2],
        [500_000, 0.1],
      ],
      terms: [["Overage", "committed"]],
    });
    expect(moneyRows(at(1, never), US_DOLLAR)).toContainEqual({
      label: "Usage at which it pays",
      value: "none",
    });
  });
});

describe("marginalSentence()", () => {
  test.each([
    [0.15, "The only thing on offer is 1 point: not worth the extra exposure."],
    [0.16, "The only thing on offer is 2 points: not worth the extra exposure."],
    [0.14, "Nothing is on offer: not worth the extra exposure."],
    [0.13, "Nothing is on offer, and 1 point of discount would go: not worth the extra exposure."],
  ])("of a threshold at %d", (discount, sentence) => {
    expect(marginalSentence(at(1, reading(250_000, { bands: marginal(discount) })))).toBe(sentence);
  });

  test("is silent where a threshold brings more, or pays", () => {
    expect(marginalSentence(at(1, reading(480_000)))).toBe("");
    expect(marginalSentence(at(2, reading(480_000)))).toBe("");
  });
});

describe("guessSentences()", () => {
  const moves = (thresholdUsd: number, from: ReturnType<typeof reading>): ThresholdMoves =>
    whole(thresholdMoves(thresholdUsd, from.agreement, GROWTH));

  test("says that a threshold is not confirmed, and what rests on it", () => {
    const deal = reading(250_000, COMMITTED);
    expect(guessSentences(at(1, deal), moves(500_000, deal), US_DOLLAR)).toEqual([
      "This threshold is not confirmed (source: Illustrative; confidence: Low).",
      "The best commitment stays $250k while this threshold lies between $450k and $550k.",
    ]);
  });

  test("says nothing where nothing is noted, and what is noted where it is confirmed", () => {
    const bare = reading(250_000, { bands: marginal(0.15) });
    expect(guessSentences(at(1, bare), undefined, US_DOLLAR)).toEqual([]);
    const known = reading(250_000, {
      bands: [
        ["Threshold", "Discount", "Source", "Confidence"],
        [0, 0, "Quote", "High"],
        [500_000, 0.15, "Quote", "High"],
      ],
    });
    expect(guessSentences(at(0, known), undefined, US_DOLLAR)).toEqual([
      "How well this threshold is known: source: Quote; confidence: High.",
    ]);
  });

  test("says which way an answer changes", () => {
    const shared = { lowUsd: 450_000, highUsd: 550_000 };
    const amount = (commitmentUsd: number) => ({ kind: "amount", commitmentUsd }) as const;
    const said = (moved: ThresholdMoves) =>
      movesSentence(500_000, moved, (usd) => commitmentName(usd, US_DOLLAR), US_DOLLAR);
    expect(said(moves(500_000, reading(480_000)))).toBe(
      "The best commitment stays $329,686 while this threshold lies between $456k and $550k; further down the threshold itself is best.",
    );
    expect(
      said({
        ...shared,
        best: { kind: "threshold" },
        sameFromUsd: 460_000.4,
        sameToUsd: 520_000.6,
        below: { kind: "justBelow" },
        above: amount(250_000),
      }),
    ).toBe(
      "The best commitment stays the threshold itself while this threshold lies between $461k and $520k; further down a cent less than it is best, further up $250k is best.",
    );
    expect(
      said({
        ...shared,
        best: amount(0),
        sameFromUsd: 450_000,
        sameToUsd: 540_000,
        below: undefined,
        above: amount(329_686.0891),
      }),
    ).toBe(
      "The best commitment stays none at all while this threshold lies between $450k and $540k; further up $329,686 is best.",
    );
  });
});

describe("introSentences()", () => {
  const whole = reading(480_000);

  test("of a whole deal is silent", () => {
    expect(introSentences(whole, US_DOLLAR)).toEqual([]);
    expect(introSentences(reading(0), US_DOLLAR)).toEqual([]);
  });

  test.each([
    ["bands", "The bands cannot be read yet."],
    ["agreement", "The terms cannot be read yet, so no threshold can be priced."],
    [
      "commitmentUsd",
      "The commitment cannot be read yet, so there is nothing to hold a threshold against.",
    ],
  ] as const)("without %s", (part, sentence) => {
    expect(introSentences({ ...whole, [part]: undefined }, US_DOLLAR)).toEqual([sentence]);
  });

  test("without a forecast, and without a threshold", () => {
    expect(introSentences({ ...whole, forecast: undefined }, US_DOLLAR)[0]).toBe(
      "No forecast can be read yet, so nothing can be expected: each threshold shows the usage from which it pays.",
    );
    expect(introSentences(reading(480_000, { bands: [[0, 0.1]] }), US_DOLLAR)).toEqual([
      "These bands have no threshold above $0, so there is nothing to cross.",
    ]);
  });
});

describe("describeConcession()", () => {
  const ask = (thresholdUsd: number, from: ReturnType<typeof reading>, forecast = GROWTH) =>
    describeConcession(
      concession(thresholdUsd, from.commitmentUsd, from.agreement, forecast),
      from.commitmentUsd,
      US_DOLLAR,
    );

  test("of the worked case asks for a discount, rounded up, and says what clauses fall short of", () => {
    expect(ask(500_000, reading(250_000, COMMITTED))).toEqual({
      lead: "To cost no more than staying at $250,000, it has $32,772 a year to make up. This closes the gap:",
      ways: ["A discount of 25.7%, 10.7 points more than offered"],
      others: [
        "Clauses do not, even all together: Step-up right and Half the shortfall returned are worth $32,504 a year.",
      ],
    });
  });

  test("names the best other commitment, and clauses that are enough", () => {
    const { lead, ways, others } = ask(500_000, reading(250_000));
    expect(lead).toBe(
      "To cost no more than $329,686, the best of all other commitments, it has $17,676 a year to make up. Each of these closes the gap:",
    );
    expect(ways).toEqual([
      "A discount of 20.8%, 5.8 points more than offered",
      "Half the shortfall returned, worth $31,636 a year",
    ]);
    expect(others).toEqual([]);
  });

  test("names clauses that are enough together", () => {
    // Without a band above there is nothing to step up to: 12,930.39 + 31,636.11.
    expect(ask(500_000, reading(250_000, { bands: marginal(0.15) })).ways.at(-1)).toBe(
      "All of these together, worth $44,567 a year: Overage at the committed rate, Step-up right and Half the shortfall returned",
    );
  });

  test("says that nothing closes the gap", () => {
    const { lead, ways, others } = ask(1_000_000, reading(250_000, COMMITTED), certain(600_000));
    expect(lead).toMatch(/ Nothing on this list closes the gap\.$/);
    expect(ways).toEqual([]);
    expect(others[0]).toBe("No discount does: too little of the commitment would be used.");
    const step = ask(500_000, reading(250_000, { terms: [["Overage", "step-up"]] }));
    expect(step.others[0]).toBe(
      "A better discount does not: usage above your commitment already gets this threshold’s rate as it reaches it.",
    );
    expect(step.others[1]).toBe(
      "Half the shortfall returned does not: it is worth $31,636 a year.",
    );
    const full = reading(250_000, {
      terms: [
        ["Overage", "step-up"],
        ["Forfeited share", 0.5],
      ],
      bands: marginal(0.15),
    });
    expect(ask(500_000, full).others.at(-1)).toBe(
      "The band already has every clause that could be asked for here.",
    );
  });

  test("names paying on demand where that is best", () => {
    const { lead } = ask(1_000_000, reading(500_000, COMMITTED), certain(100_000));
    expect(lead).toBe(
      "To cost no more than paying on demand, which costs least of all, it has $900,000 a year to make up. Nothing on this list closes the gap.",
    );
  });

  test("asks for no discount above twice the offer, and says what it would take", () => {
    const TWELVE = [
      [0, 0],
      [250_000, 0.1],
      [500_000, 0.12],
    ];
    const far = ask(500_000, reading(250_000, { ...COMMITTED, bands: TWELVE }));
    expect(far.ways).toEqual([]);
    expect(far.others[0]).toBe(
      "No realistic discount does: it would take 25.7%, where 12% is offered.",
    );
  });

  test("a discount of nearly everything is none to ask for", () => {
    const words = describeConcession(
      {
        gapUsd: 1,
        bestOtherUsd: 0,
        discount: { kind: "needed", neededFraction: 0.9995, extraFraction: 0.8 },
        clauses: { kind: "noneLacking" },
      },
      0,
      US_DOLLAR,
    );
    expect(words.ways).toEqual([]);
    expect(words.others[0]).toBe(
      "No realistic discount does: it would take nearly 100%, where 19.95% is offered.",
    );
    expect(words.lead).toMatch(/^To cost no more than paying on demand, it has \$1 a year/);
  });
});
