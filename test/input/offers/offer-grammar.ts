import fc from "fast-check";
import type { OfferCase } from "./offer-cases";

/** What a text says, and nothing beyond. */
export type Expected = OfferCase["expected"];

/** A part of an offer, and what it alone says. */
export interface Part {
  readonly text: string;
  readonly is: Readonly<Record<string, unknown>>;
}

/** An offer put together from parts that know nothing of one another. */
export interface ComposedOffer {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly expected: Expected;
}

type Words<T> = readonly (readonly [words: string, is: T])[];

const one = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** Ways to write an amount of thousands. */
const AMOUNTS: readonly ((thousands: number) => string)[] = [
  (k) => `$${k}k`,
  (k) => `$${k}K`,
  (k) => `$${k},000`,
  (k) => `$${k / 1000}M`,
  (k) => `$${k / 1000} million`,
  (k) => `USD ${k},000`,
  (k) => `${k},000 USD`,
  (k) => `US$${k}k`,
  (k) => `${k}k`,
  (k) => `${k} thousand dollars`,
];
const DISCOUNTS: readonly ((percent: number) => string)[] = [
  (p) => `${p}%`,
  (p) => `${p} %`,
  (p) => `${p}.0%`,
  (p) => `${p} percent`,
  (p) => `${p} per cent`,
  (p) => `${p}00 bps`,
];
const YEARLY = ["", " per year", " a year", "/yr", " annually", " p.a."];

interface Step {
  readonly amount: string;
  readonly discount: string;
}

/** Ways to say one or several steps. */
const LISTS: readonly ((step: Step, index: number) => string)[] = [
  ({ amount, discount }) => `${amount}: ${discount}`,
  ({ amount, discount }) => `${amount} - ${discount}`,
  ({ amount, discount }) => `${amount} → ${discount} off`,
  ({ amount, discount }) => `${discount} at ${amount}`,
  ({ amount, discount }) => `${discount} off list for ${amount}`,
  ({ amount, discount }) => `from ${amount}: ${discount}`,
  ({ amount, discount }) => `${amount} or more gets ${discount}`,
  ({ amount, discount }) => `Commit ${amount}, get ${discount} off`,
  ({ amount, discount }) => `• ${amount} | ${discount} discount`,
  ({ amount, discount }, index) => `${index + 1}. ${amount} = ${discount}`,
  ({ amount, discount }, index) => `Tier ${index + 1}: ${amount}, ${discount}`,
];
const SENTENCES: readonly ((steps: readonly Step[]) => string)[] = [
  (steps) => `We offer ${joined(steps.map((s) => `${s.discount} at ${s.amount}`))}.`,
  (steps) => `You get ${joined(steps.map((s) => `${s.discount} off at ${s.amount}`))}.`,
  (steps) => `${joined(steps.map((s) => `${s.amount} earns ${s.discount}`))}.`,
  (steps) =>
    `The discount is ${joined(steps.map((s) => `${s.discount} for a commitment of ${s.amount}`))}.`,
  (steps) =>
    steps.map((s) => `If you commit to ${s.amount}, you receive ${s.discount} off.`).join(" "),
  (steps) => steps.map((s) => `Commit to ${s.amount} and the discount is ${s.discount}.`).join(" "),
];
const TABLES: readonly (readonly [head: string, cut: string])[] = [
  ["Commitment\tDiscount", "\t"],
  ["Annual commitment | Discount off list", " | "],
  ["Spend from;Discount", ";"],
  ["Threshold    Discount", "    "],
];

function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

const LADDERS = [[500], [300, 800], [250, 500, 900], [150, 400, 600, 950]] as const;
const PERCENTS = [[12], [7, 15], [5, 11, 18], [4, 8, 13, 21]] as const;

const bands: fc.Arbitrary<Part> = fc
  .record({
    size: fc.nat(LADDERS.length - 1),
    amount: one(AMOUNTS),
    discount: one(DISCOUNTS),
    yearly: one(YEARLY),
    layout: fc.oneof(
      one(LISTS).map((say) => (steps: readonly Step[]) => steps.map(say).join("\n")),
      one(SENTENCES),
      one(TABLES).map(
        ([head, cut]) =>
          (steps: readonly Step[]) =>
            [head, ...steps.map((s) => s.amount + cut + s.discount)].join("\n"),
      ),
    ),
  })
  .map(({ size, amount, discount, yearly, layout }) => {
    const steps = (LADDERS[size] ?? []).map((k, index) => ({
      amount: amount(k) + yearly,
      discount: discount(PERCENTS[size]?.[index] ?? 0),
      band: { thresholdUsd: k * 1000, discountFraction: (PERCENTS[size]?.[index] ?? 0) / 100 },
    }));
    const isDollars = /USD|US\$/.test(amount(500));
    return {
      text: layout(steps),
      is: { bands: steps.map(({ band }) => band), ...(isDollars && { currency: "USD" }) },
    };
  });

function said<T>(
  field: string,
  subjects: readonly string[],
  verbs: Words<T>,
  ends: readonly string[] = [""],
): fc.Arbitrary<Part> {
  return fc.tuple(one(subjects), one(verbs), one(ends)).map(([subject, [verb, is], end]) => ({
    text: `${subject} ${verb}${end}`,
    is: { [field]: is },
  }));
}

const atList = (premiumFraction: number) => ({ price: "list", premiumFraction });
const atCommitted = (premiumFraction: number) => ({ price: "committed", premiumFraction });
const rolls = (lifeMonths: number, shareFraction = 1) => ({ shareFraction, lifeMonths });

/** Each term by its subjects and what may be said of them. */
const TERMS: Readonly<Record<string, fc.Arbitrary<Part>>> = {
  overage: said(
    "overage",
    ["Overage", "Usage beyond the commitment", "Anything above the commitment", "Excess usage"],
    [
      ["is charged at list prices", atList(0)],
      ["is billed at list", atList(0)],
      ["is priced at the public list price", atList(0)],
      ["is charged at the committed rate", atCommitted(0)],
      ["is billed at your contract rates", atCommitted(0)],
      ["gets the same discount", atCommitted(0)],
      ["is charged at list plus a 10% premium", atList(0.1)],
      ["is charged at the committed rate plus 15%", atCommitted(0.15)],
    ],
  ),
  unused: fc.oneof(
    said(
      "forfeitedShareFraction",
      ["Unused commitment", "Any unused balance", "What is left at year end", "The unused amount"],
      [
        ["is forfeited", 1],
        ["expires", 1],
        ["lapses at the end of the year", 1],
        ["is lost", 1],
      ],
    ),
    said(
      "rollover",
      ["Unused commitment", "Any unused balance", "The unused amount"],
      [
        ["rolls over into the next year", rolls(12)],
        ["rolls over for 6 months", rolls(6)],
        ["is carried forward to the following year", rolls(12)],
        ["may be carried over for 3 months", rolls(3)],
      ],
    ),
  ),
  lock: said(
    "rateLock",
    ["Prices", "Unit prices", "Rates", "All fees"],
    [
      ["are fixed for the term", { locks: "prices", for: "term" }],
      ["are locked throughout the term", { locks: "prices", for: "term" }],
      ["stay the same for 24 months", { locks: "prices", for: 24 }],
      ["are held for 12 months", { locks: "prices", for: 12 }],
    ],
  ),
  uplift: said(
    "upliftCapFraction",
    ["The renewal uplift", "Any price increase at renewal", "The renewal increase"],
    [
      ["is capped at 5%", 0.05],
      ["will not exceed 4%", 0.04],
      ["is limited to 3%", 0.03],
      ["is at most 6%", 0.06],
    ],
  ),
  payment: said(
    "payment",
    ["Fees are", "The commitment is", "It is"],
    [
      ["billed annually in advance", { timing: "annual-advance" }],
      ["invoiced quarterly in advance", { timing: "quarterly-advance" }],
      ["billed monthly in arrears", { timing: "monthly-arrears" }],
      ["payable in full upfront", { timing: "upfront" }],
      ["invoiced annually in advance, net 45", { timing: "annual-advance", netDays: 45 }],
    ],
  ),
  term: said(
    "termMonths",
    ["The agreement", "This contract"],
    [
      ["runs for one year", 12],
      ["has a term of 24 months", 24],
      ["lasts three years", 36],
    ],
  ),
};

const several: fc.Arbitrary<readonly Part[]> = fc
  .subarray(Object.keys(TERMS), { maxLength: 4 })
  .chain((names) => fc.tuple(...names.flatMap((name) => TERMS[name] ?? [])));

/** Sentences of other sides, times and things, with figures; none of them says anything of the offer. */
const others: fc.Arbitrary<Part> = fc
  .oneof(
    fc
      .tuple(
        one(["A competitor", "Another vendor", "The runner-up", "AWS", "Their rival Azure"]),
        one(["offered us", "quoted", "came back with", "proposed", "called. They are at"]),
        one(["18% at $600k", "20% off for $700k", "a 19% discount at $650k with net 60"]),
      )
      .map((words) => words.join(" ")),
    fc
      .tuple(
        one(["Last year", "In the previous contract", "Under the old agreement"]),
        one(["you paid $420k", "you had 6% off", "the discount was 9% at $350k"]),
      )
      .map((words) => words.join(" ")),
    fc
      .tuple(
        one(["Premium support", "Onboarding", "Training"]),
        one(["costs 8% of fees", "is $25,000 a year", "is billed separately at $9,000"]),
      )
      .map((words) => words.join(" ")),
    one([
      "AWS: 18% at $600k",
      "Azure quote - 19% for $700k",
      "18% at $600k (Google)",
      "For example, $3M would get 25%",
      "We asked for 22%",
      "The offer is valid for 30 days",
      "If uptime falls below 99.5%, you get a 10% service credit",
      "VAT of 19% is added",
      "Late payments bear 1.5% interest a month",
      "Either party may terminate with 60 days notice",
      "If the commitment were $2M we would be at 25%",
      "Had you committed $2M, you would have got 25%",
      "Customers like you get 25% at $2M",
      "Our largest client has 25% at $2M",
      "You have 9% at $320k (today's contract)",
      "In 2024 we gave you 9% at $320k",
      "The 25% tier at $2M has been discontinued",
      "$2M: 25% if you are a reference customer",
    ]),
  )
  .map((text) => ({ text, is: {} }));

/** Words that make a term hold only in part, or only perhaps: then it is none of the agreement's. */
const TWISTS = [
  " if you prepay the whole year",
  " subject to approval by our finance team",
  " for the first year only",
  " except for batch usage",
  " as long as you are a reference customer",
  ", but not in the last year",
  ", or as agreed later",
  " in year 1",
  " until further notice",
] as const;

const TWISTED = ["overage", "unused", "lock", "uplift", "payment"] as const;
const twisted: fc.Arbitrary<Part> = one(TWISTED).chain((name) =>
  fc
    .tuple(TERMS[name] ?? fc.constant({ text: "", is: {} }), one(TWISTS))
    .map(([{ text }, twist]) => ({ text: text + twist, is: {} })),
);

/** Words that make a discount hold only in part, or only perhaps. */
const BAND_TWISTS = [
  " on batch usage only",
  " in the first year",
  " (for the first 6 months)",
  " for new customers only",
  " once the merger closes",
  " subject to approval",
  ", or so we hope",
] as const;

const BANDS_IN_DOUBT = [
  "12% at $500k",
  "We offer 12% at $500k",
  "$500k: 12%",
  "$500k gets 12% off",
];
const doubted: fc.Arbitrary<Part> = fc
  .tuple(one(BANDS_IN_DOUBT), one(BAND_TWISTS))
  .map(([band, twist]) => ({ text: band + twist, is: { bands: [] } }));

const JOINTS = ["\n", ". ", "\n• ", "\n- ", "; "] as const;
const GREETINGS = ["", "Hi Anna,\n\n", "Dear team,\nthanks for your time yesterday.\n\n"] as const;
const CLOSINGS = ["", "\n\nBest regards,\nTom", "\n\nHappy to discuss."] as const;

function composed(terms: readonly Part[], bandsFirst: boolean, part: Part, joint: string) {
  const said = terms.map(({ text }) => text).join(joint);
  const list = joint.startsWith("\n") ? joint.trimStart() : "";
  const block = said === "" ? "" : `${list}${said}.`;
  return (bandsFirst ? [part.text, block] : [block, part.text])
    .filter((text) => text !== "")
    .join("\n");
}

function offerOf(
  extra: fc.Arbitrary<readonly Part[]>,
  points = bands,
): fc.Arbitrary<ComposedOffer> {
  return fc
    .record({
      part: points,
      terms: several,
      extra,
      joint: one(JOINTS),
      isFirst: fc.boolean(),
      greeting: one(GREETINGS),
      closing: one(CLOSINGS),
    })
    .map(({ part, terms, extra: more, joint, isFirst, greeting, closing }) => {
      const parts = [part, ...terms, ...more];
      const is = Object.assign({ bands: [] }, ...parts.map((each) => each.is)) as Expected;
      const text = greeting + composed([...terms, ...more], isFirst, part, joint) + closing;
      return { text, parts, expected: is };
    });
}

/** Offers with nothing but what they say. */
export const plainOffers = offerOf(fc.constant([]));
/** Offers beside what others offer, or offered before. */
export const offersAmongOthers = offerOf(others.map((part) => [part]));
/** Offers with a term that holds only in part. */
export const offersWithATwist = offerOf(twisted.map((part) => [part]));
/** Offers whose discount holds only in part. */
export const offersInDoubt = offerOf(fc.constant([]), doubted);
