import fc from "fast-check";

/** A table with the things that people put around tables, and the same meaning as before. */
export interface Decorated {
  readonly plain: readonly (readonly unknown[])[];
  readonly decorated: readonly (readonly unknown[])[];
}

type Rows = readonly (readonly unknown[])[];

const MARKS = ["", "\u200e", "\u200f", "\u2060", "\u00ad", "\u202a", "\u2069"];
const ENDS = ["", ":", "*", " *", "¹", " (1)", " †", ".", " :"];
const THRESHOLDS = [
  "Threshold",
  "Commitment",
  "Annual commit",
  "Spend",
  "From",
  "Minimum",
  "Min. commitment",
  "Volume",
  "Applies from",
  "Commitment (USD)",
  "Threshold ($)",
  "Commitment 2025",
];
const DISCOUNTS = ["Discount", "Off list", "Reduction", "Rebate", "Discount rate", "Discount FY25"];
const TITLES = ["Acme's offer", "Price list 2025", "Bands as agreed", "Draft"];
const NOTES = ["* as agreed", "Note: list prices apply", "* valid until 31 March 2025"];

const blanks = fc.constantFrom<unknown>(null, "", 0);

const pick = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const heading = (words: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(pick(MARKS), pick(words), pick(ENDS)).map(([mark, word, end]) => `${mark}${word}${end}`);

/** Thresholds in whole thousands above 1,000, and discounts in whole percents that rise. */
const bands = fc
  .uniqueArray(fc.integer({ min: 2, max: 2_000 }), { minLength: 2, maxLength: 6 })
  .chain((thousands) =>
    fc
      .uniqueArray(fc.integer({ min: 1, max: 45 }), {
        minLength: thousands.length,
        maxLength: thousands.length,
      })
      .map((percents) => {
        const [usd, shares] = [thousands, percents].map((all) => [...all].sort((a, b) => a - b));
        return (usd ?? []).map((k, index) => [k * 1000, (shares?.[index] ?? 0) / 100] as const);
      }),
  );

const written = (usd: number, form: number): unknown =>
  [usd, `$${usd / 1000}k`, `\u200e${usd.toLocaleString("en-US")}`, `${usd}\u2060`][form % 4];
const share = (fraction: number, form: number): unknown =>
  [fraction, `${Math.round(fraction * 100)}%`, String(fraction)][form % 3];

/** Columns in any order, with blank columns between them. */
function arranged(
  rows: Rows,
  order: readonly number[],
  spacers: readonly boolean[],
  blank: unknown,
): Rows {
  return rows.map((cells) =>
    order.flatMap((column, place) => (spacers[place] ? [blank, cells[column]] : [cells[column]])),
  );
}

const padded = (words: string, width: number, blank: unknown): readonly unknown[] =>
  Array.from({ length: width }, (_, column) => (column === 0 ? words : blank));

/** Bands under headings that are known words: any order of columns, From and To, names, units, titles, notes, blank columns. */
export const decoratedBands: fc.Arbitrary<Decorated> = fc
  .record({
    table: bands,
    threshold: heading(THRESHOLDS),
    discount: heading(DISCOUNTS),
    shape: fc.constantFrom("plain", "to", "ranges", "name", "across", "percent", "units"),
    flip: fc.boolean(),
    spacers: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    blank: blanks,
    title: fc.option(pick(TITLES)),
    note: fc.option(pick(NOTES)),
    total: fc.boolean(),
    form: fc.nat(12),
  })
  .map(({ table, threshold, discount, shape, flip, spacers, blank, title, note, total, form }) => {
    const next = (index: number): number | undefined => table[index + 1]?.[0];
    const rows = table.map(([usd, fraction], index): readonly unknown[] => {
      const last = next(index) === undefined;
      const end = last ? "and above" : (next(index) ?? 0) - (form % 2);
      if (shape === "to") return [usd, end, share(fraction, form)];
      if (shape === "ranges")
        return [last ? `$${usd}+` : `$${usd} – $${end}`, share(fraction, form)];
      if (shape === "name")
        return [`Tier ${"ABCDEF"[index]}`, written(usd, form), share(fraction, form)];
      if (shape === "percent" || shape === "units") return [usd, Math.round(fraction * 100)];
      return [written(usd, form), share(fraction, form)];
    });
    const headings: Readonly<Record<typeof shape, readonly unknown[]>> = {
      plain: [threshold, discount],
      ranges: [threshold, discount],
      across: [threshold, discount],
      to: ["From", "To", discount],
      name: ["Tier", threshold, discount],
      percent: [threshold, "Discount (%)"],
      units: [threshold, discount],
    };
    const upright = [headings[shape], ...(shape === "units" ? [["USD", "%"]] : []), ...rows];
    const order = headings[shape].map((_, column) => column);
    const body = arranged(
      upright,
      flip && shape !== "to" ? order.toReversed() : order,
      spacers,
      blank,
    );
    const width = body[0]?.length ?? 0;
    const sum = table.reduce((all, [usd]) => all + usd, 0);
    const last =
      shape === "name" && total
        ? arranged([["Total", sum, blank]], flip ? order.toReversed() : order, spacers, blank)
        : [];
    const whole = [
      ...(title === null || shape === "across" ? [] : [padded(title, width, blank)]),
      ...body,
      ...last,
      ...(note === null || shape === "across" ? [] : [padded(note, width, blank)]),
    ];
    return {
      plain: table,
      decorated:
        shape === "across"
          ? Array.from({ length: width }, (_, column) => body.map((cells) => cells[column]))
          : whole,
    };
  });

/** Terms with marks, colons, stars, blank columns, a heading and notes. */
export const decoratedTerms: fc.Arbitrary<Decorated> = fc
  .record({
    overage: fc.constantFrom("list", "committed"),
    premium: fc.integer({ min: 1, max: 50 }),
    share: fc.integer({ min: 0, max: 100 }),
    mark: pick(MARKS),
    end: pick(ENDS),
    spacer: fc.boolean(),
    blank: blanks,
    headed: fc.boolean(),
    noted: fc.boolean(),
  })
  .map(({ overage, premium, share, mark, end, spacer, blank, headed, noted }) => {
    const rows = [
      ["Overage", overage],
      ["Overage premium", premium / 100],
      ["Forfeited share", `${share}%`],
    ];
    const decorated = rows.map(([name, value]) => [
      `${mark}${name}${end}`,
      ...(spacer ? [blank] : []),
      value,
      ...(noted ? ["see the letter"] : []),
    ]);
    const heading = ["Term", ...(spacer ? [blank] : []), "Value", ...(noted ? ["Note"] : [])];
    return { plain: rows, decorated: headed ? [heading, ...decorated] : decorated };
  });

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Usages beside or below their months, or under headings with their probabilities. */
export const decoratedForecast: fc.Arbitrary<Decorated> = fc
  .record({
    usages: fc.array(fc.integer({ min: 1, max: 2_000_000 }), { minLength: 3, maxLength: 12 }),
    shape: fc.constantFrom("months", "headed", "across", "dates", "years"),
    start: fc.integer({ min: 40_000, max: 47_000 }),
    mark: pick(MARKS),
    end: pick(ENDS),
    flip: fc.boolean(),
  })
  .map(({ usages, shape, start, mark, end, flip }) => {
    const beside = (index: number): unknown => {
      if (shape === "dates") return start + index * 30;
      if (shape === "years") return `FY${20 + index}`;
      return `${mark}${MONTHS[index]}`;
    };
    const rows = usages.map((usd, index): readonly unknown[] =>
      flip ? [usd, beside(index)] : [beside(index), usd],
    );
    const heading = [`Month${end}`, `${mark}Usage${end}`];
    const whole = shape === "headed" ? [flip ? heading.toReversed() : heading, ...rows] : rows;
    return {
      plain: usages.map((usd) => [usd]),
      decorated: shape === "across" ? [0, 1].map((row) => whole.map((cells) => cells[row])) : whole,
    };
  });
