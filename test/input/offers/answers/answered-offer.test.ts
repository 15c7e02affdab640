import { describe, expect, test } from "vitest";
import {
  type AnsweredOffer,
  readAnswered,
} from "../../../../src/input/offers/answers/answered-offer";
import type { About, Ask, Choice, OfferReading } from "../../../../src/input/offers/offer-reading";
import { readOffer } from "../../../../src/input/offers/read-offer";
import { offerCases } from "../offer-cases";

const FIRST = new Map<string, OfferReading>();

/** What is read without an answer, once for all tests. */
function unanswered(text: string): OfferReading {
  const read = FIRST.get(text) ?? readOffer(text);
  FIRST.set(text, read);
  return read;
}

const ASKED = ["offers.json", "offer-wordings.json"]
  .flatMap((file) => offerCases(file as "offers.json"))
  .flatMap(({ id, text }) => (text === undefined ? [] : [{ id, text }]))
  .flatMap(({ id, text }) =>
    unanswered(text).asks.flatMap((ask) =>
      ask.readings.map(
        ({ value }) => [`${id}, ${ask.about} is ${value}`, text, ask, value] as const,
      ),
    ),
  );

type Row = readonly [
  text: string,
  value: Choice["value"],
  bands: readonly (readonly number[])[],
  commitmentUsd?: number,
];

const bandsOf = ({ bands }: OfferReading) =>
  bands.map(({ thresholdUsd, discountFraction }) => [thresholdUsd, discountFraction]);

const READ = new Map<Ask, Map<Choice["value"], AnsweredOffer>>();

/** The offer with one answer, read once for all tests. */
function answered(text: string, ask: Ask, value: Choice["value"]): AnsweredOffer {
  const known = READ.get(ask) ?? new Map<Choice["value"], AnsweredOffer>();
  const read = known.get(value) ?? readAnswered(text, [{ ask, value }]);
  READ.set(ask, known.set(value, read));
  return read;
}

describe("readAnswered()", () => {
  test("is tried on questions of every kind", () => {
    const abouts = new Set(ASKED.map(([, , { about }]) => about));
    expect([...abouts].toSorted()).toEqual(Object.keys(KINDS).toSorted());
  });

  test.each(ASKED)("takes the answer that of %s, or says that it cannot", (_, text, ask, value) => {
    const before = unanswered(text);
    const { reading, questions, leftOut } = answered(text, ask, value);
    const [question] = questions.filter(({ answer }) => answer !== undefined);
    expect(question).toMatchObject({ answer: { value } });
    expect(bandsOf(reading)).toEqual(expect.arrayContaining(bandsOf(before)));
    expect(reading.asks).not.toContainEqual(ask);
    const phrases = [...reading.bands, ...reading.shown].map(({ from }) => from);
    for (const phrase of [...phrases, ...reading.leftOver]) expect(text).toContain(phrase);
    if (value === null) expect(leftOut).toContain(ask.from);
    if (value === null || question?.isStuck) expect(bandsOf(reading)).toEqual(bandsOf(before));
  });

  test("takes 97 answers of 100", () => {
    const stuck = ASKED.filter(([, text, ask, value]) =>
      answered(text, ask, value).questions.some(({ isStuck }) => isStuck),
    );
    expect(stuck.length).toBeLessThanOrEqual(0.03 * ASKED.length);
  });

  const KINDS: Readonly<Record<About, true>> = {
    ...{ separator: true, scale: true, sharedUnit: true, notFirm: true, discountRange: true },
    ...{ conflict: true, whichOffer: true, totalOrYearly: true, whichCommitment: true },
    ...{ ramp: true, whichTerm: true, whichColumn: true, percentOrFraction: true },
    ...{ overageBase: true, rolloverBase: true, whichCurrency: true },
  };

  const ROWS: readonly Row[] = [
    [
      "400: 6%\n800: 11%\n1,600: 17%",
      400_000,
      [
        [400_000, 0.06],
        [800_000, 0.11],
        [1_600_000, 0.17],
      ],
    ],
    [
      "1: 10%\n2: 15%",
      1_000_000,
      [
        [1_000_000, 0.1],
        [2_000_000, 0.15],
      ],
    ],
    [
      "2.5 6%\n5 9%",
      2_500,
      [
        [2_500, 0.06],
        [5_000, 0.09],
      ],
    ],
    [
      "from 300.000: 6%\nfrom 750.000: 9%",
      300_000,
      [
        [300_000, 0.06],
        [750_000, 0.09],
      ],
    ],
    [
      "300.000 - 6%\n750.000 - 9%",
      300,
      [
        [300, 0.06],
        [750, 0.09],
      ],
    ],
    [
      "$250-2M: 7%\n$2M+: 9%",
      250_000,
      [
        [250_000, 0.07],
        [2_000_000, 0.09],
      ],
    ],
    [
      "$350k: 7 to 9%\n$700k: 12%",
      0.07,
      [
        [350_000, 0.07],
        [700_000, 0.12],
      ],
    ],
    ["Between 6% and 8% at $400k.", 0.08, [[400_000, 0.08]]],
    ["$400k gets you as much as 11% off.", 0.11, [[400_000, 0.11]]],
    [
      "about $450k: 9%\n$900k: 14%",
      450_000,
      [
        [450_000, 0.09],
        [900_000, 0.14],
      ],
    ],
    [
      "$450k: ~9%\n$900k: 14%",
      0.09,
      [
        [450_000, 0.09],
        [900_000, 0.14],
      ],
    ],
    [
      "$200k: 5%\n$200k: 6%\n$400k: 9%",
      0.06,
      [
        [200_000, 0.06],
        [400_000, 0.09],
      ],
    ],
    [
      "$100k to $400k: 4%\n$300k to $600k: 8%",
      0.08,
      [
        [100_000, 0.04],
        [300_000, 0.08],
      ],
    ],
    [
      "$100k to $400k: 4%\n$300k to $600k: 8%",
      0.04,
      [
        [100_000, 0.04],
        [400_000, 0.08],
      ],
    ],
    ["Option 1: $350k at 9%. Option 2: $350k at 11%.", 0.11, [[350_000, 0.11]]],
    ["We commit $2.4M over three years, at 12% off.", 800_000, [[800_000, 0.12]], 800_000],
    ["We commit $2.4M over three years, at 12% off.", 2_400_000, [[2_400_000, 0.12]], 2_400_000],
    ["Year 1: $300k, Year 2: $400k, Year 3: $600k. 14% off.", 400_000, [[400_000, 0.14]], 400_000],
    [
      "Volume; 12 months; 36 months\n$300k; 5%; 9%\n$600k; 8%; 12%",
      "36 months",
      [
        [300_000, 0.09],
        [600_000, 0.12],
      ],
    ],
    [
      "Commit\tDiscount %\n300000\t0.4\n600000\t12",
      0.004,
      [
        [300_000, 0.004],
        [600_000, 0.12],
      ],
    ],
    [
      "Commit\tDiscount %\n300000\t0.4\n600000\t12",
      0.4,
      [
        [300_000, 0.4],
        [600_000, 0.12],
      ],
    ],
    ["$300k: 6%\n£600k: 9%", "GBP", [[600_000, 0.09]]],
    ["At $350k the discount was 9%, now 11%.", 0.11, [[350_000, 0.11]]],
  ];

  test.each(ROWS.map((row) => [row[0], row[1], row] as const))(
    "makes one deal of %j with %j",
    (_, __, row) => {
      const [text, value, bands, commitmentUsd] = row;
      const ask = readOffer(text).asks.find(({ readings }) =>
        readings.some((one) => one.value === value),
      );
      expect(ask).toBeDefined();
      const { reading, questions } = readAnswered(text, ask ? [{ ask, value }] : []);
      expect(questions.map(({ isStuck }) => isStuck)).toEqual([false]);
      expect(bandsOf(reading)).toEqual(bands);
      expect(reading.asks).toEqual([]);
      expect(reading.commitmentUsd?.value).toBe(commitmentUsd);
    },
  );

  test("says of an answer that the words do not take that it is stuck, and reads nothing by it", () => {
    const text = "$250k: 8-10%\n$500k: 12%";
    const [ask] = readOffer(text).asks;
    if (!ask) throw new Error("nothing is asked");
    const { reading, questions } = readAnswered(text, [{ ask, value: 0.5 }]);
    expect(questions).toMatchObject([{ isStuck: true }]);
    expect(bandsOf(reading)).toEqual([[500_000, 0.12]]);
  });

  test("drops answers to what the text no longer says", () => {
    const [ask] = readOffer("$250k: 8-10%").asks;
    const answers = ask ? [{ ask, value: 0.08 }] : [];
    const { reading, questions } = readAnswered("$300k: 12%", answers);
    expect([bandsOf(reading), questions]).toEqual([[[300_000, 0.12]], []]);
  });

  test("names the lines that an answer takes out", () => {
    const text = "$500k: 12%\n€900k: 16%";
    const [ask] = readOffer(text).asks;
    expect(readAnswered(text, ask ? [{ ask, value: "USD" }] : []).leftOut).toEqual(["€900k: 16%"]);
  });

  test("keeps the questions in their order, answered or not", () => {
    const text = "$250k: 8-10%\n$500k: 12-14%\n$1M: 18-20%";
    const { asks } = readOffer(text);
    const answerTo = (ask?: Ask) => (ask ? [{ ask, value: ask.readings[0]?.value ?? null }] : []);
    const froms = (from: readonly { readonly ask: Ask }[]) => from.map(({ ask }) => ask.from);
    const { questions } = readAnswered(text, [...answerTo(asks[2]), ...answerTo(asks[0])]);
    expect(froms(questions)).toEqual(asks.map(({ from }) => from));
  });
});
