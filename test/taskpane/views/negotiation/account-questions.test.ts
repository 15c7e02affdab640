import { describe, expect, test } from "vitest";
import { nearThresholds } from "../../../../src/analysis/negotiation/near-threshold";
import { US_DOLLAR } from "../../../../src/core/currency";
import { readDealCells } from "../../../../src/deal/parse-deal";
import { questionsText } from "../../../../src/taskpane/views/negotiation/account-questions";
import { dealCells } from "../../pane-scenarios";

type Row = readonly [label: string, priced: string, words: string];

/** The questions about the first threshold that is near. */
function asked(
  change: Parameters<typeof dealCells>[0] = {},
  alsoSaid: readonly Row[] = [],
): string {
  const reading = readDealCells(dealCells(change));
  const { bands, agreement, forecast, commitmentUsd } = reading;
  if (!bands || !agreement || !forecast || commitmentUsd === undefined) throw new Error("unread");
  const [near] = nearThresholds({ bands, agreement, forecast, commitmentUsd }, US_DOLLAR);
  if (!near) throw new Error("no threshold is near");
  const cells = [["Also said", "Priced", "As written"], ...alsoSaid];
  const said = { table: "AlsoSaid", address: "Deal!A30:C40", cells };
  return questionsText(near, { reading, alsoSaid: said }, US_DOLLAR);
}

const BANDS = [
  ["Threshold", "Discount"],
  [0, 0],
  [250_000, 0.1],
  [500_000, 0.15],
];
/** Bands of which the second carries a term of its own. */
const withOwn = (name: string, value: string | number) =>
  BANDS.map((row, index) => [...row, [name, "", "", value][index] ?? ""]);

describe("the questions", () => {
  test("are about rate, lock, overage, unused commitment and people, and quote the offer", () => {
    const text = asked();
    const [intro, , ...questions] = text.split("\n");
    expect(intro).toContain("a commitment of $500k a year");
    expect(questions).toHaveLength(5);
    expect(questions[0]).toContain("15% at $500k, 5 points more than where we are");
    expect(questions[1]).toContain("“Rate lock: 12 months”");
    expect(questions[2]).toContain("at list. Will you price it at the committed rate?");
    expect(questions[3]).toContain("Unused commitment: how much of it returns");
    expect(questions[4]).toContain("“Account contact: Named contact”");
  });

  test("ask openly where the offer says nothing", () => {
    const bands = [
      ["Threshold", "Discount", "Overage"],
      [0, 0, ""],
      [250_000, 0.1, ""],
      [500_000, 0.15, "committed"],
    ];
    const text = asked({ bands });
    expect(text).toContain("for how long is the rate locked at $500k, and what caps an uplift");
    expect(text).toContain("is priced at the committed rate. Does that hold");
    expect(text).toContain("who looks after us at $500k");
  });

  test("say nothing of our usage, or of the commitment that is present", () => {
    // 700,000 of usage, 480,000 committed, 595,000 drawn, 95,000 to spare, 20,000 more.
    expect(asked()).not.toMatch(/700|480|595|95[,k]|20[,k]|17\.6/);
  });

  type Cells = NonNullable<Parameters<typeof dealCells>[0]>;
  test.each<[string, cells: Cells, asks: string, asksNot: RegExp, alsoSaid?: Row[]]>([
    [
      "an uplift cap",
      { terms: [["Renewal uplift cap", 0.03]] },
      "Price lock: for how long is the rate locked at $500k?",
      /uplift/,
    ],
    [
      "an uplift cap of its own band",
      { bands: withOwn("Renewal uplift cap", 0.03) },
      "Price lock: for how long is the rate locked at $500k?",
      /uplift/,
    ],
    [
      "a price path",
      { terms: [["Price path", "locked"]] },
      "Renewal: what caps an uplift of our prices?",
      /lock/i,
    ],
    [
      "both",
      {
        terms: [
          ["Price path", "lower of"],
          ["Renewal uplift cap", 0.05],
        ],
      },
      "2. Overage",
      /lock|uplift/i,
    ],
    [
      "committed overage over a term",
      {
        bands: withOwn("Overage", "committed"),
        terms: [["Term", 3]],
      },
      "3. Unused commitment",
      /Overage/,
    ],
    [
      "committed overage over the years of a schedule",
      { bands: withOwn("Overage", "committed"), schedule: [["Usage"], [600_000], [700_000]] },
      "3. Unused commitment",
      /Overage/,
    ],
    [
      "a share that rolls over",
      { terms: [["Rollover share", 0.5]] },
      "as we read your offer: 50% rolls over. Until when can it be used, and before or after the new commitment?",
      /how much of it returns/,
    ],
    [
      "for how long it does",
      {
        terms: [
          ["Rollover share", 1],
          ["Rollover life", 1],
        ],
      },
      "as we read your offer: rolls over. Is it used before or after the new commitment?",
      /until when/i,
    ],
    [
      "all of rollover",
      {
        terms: [
          ["Rollover share", 1],
          ["Rollover life", 1],
          ["Rollover order", "rollover first"],
        ],
      },
      "4. People",
      /Unused/,
    ],
    ["no rollover", { terms: [["Rollover share", 0]] }, "4. People", /Unused/],
    [
      "a part that returns",
      { terms: [["Forfeited share", 0.4]] },
      "as we read your offer: 40% forfeited. When does it come back, and as money or as credit?",
      /how much of it returns/,
    ],
    [
      "a lock that no term prices",
      {},
      "Your offer says “locked for 18 months”. Does it hold",
      /for how long is the rate/,
      [["Rate lock", "not priced yet", "prices stay, for 18 months: “locked for 18 months”"]],
    ],
    [
      "rollover that no term prices",
      {},
      "Your offer says “half carries over for a quarter”. Is it used before or after",
      /how much of it returns/,
      [["Rollover", "not priced yet", "50%, for 3 months: “half carries over for a quarter”"]],
    ],
    [
      "overage that no term prices",
      {},
      "Your offer says “above it each slice at its band plus 5%”. Does that hold for the whole term?",
      /at list/,
      [["Overage", "not priced yet", "re-rate: “above it each slice at its band plus 5%”"]],
    ],
    [
      "a contact, in words that were not understood",
      {},
      "Your offer says “Your account manager is Jo.”. Who is it",
      /who looks after us/,
      [["Not understood", "no", "Your account manager is Jo."]],
    ],
    [
      "only what was left out",
      {},
      "for how long is the rate locked at $500k",
      /Your offer says/,
      [["Left out", "no", "Last year prices were locked."]],
    ],
  ])("asks only for what is open beside %s", (_, change, asks, asksNot, alsoSaid) => {
    const text = asked({ bands: BANDS, ...change }, alsoSaid);
    expect(text).toContain(asks);
    expect(text).not.toMatch(asksNot);
  });
});
