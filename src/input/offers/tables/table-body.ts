import type { Heading } from "../../headings/headings";
import { mask, pattern } from "../clauses";
import type { Committed } from "../commitments";
import type { Figure } from "../figures/figure";
import { figuresWithin } from "../figures/figures-within";
import { COUNTED } from "../figures/written-amounts";
import type { Findings } from "../findings";
import { inWordsOfRules } from "../lexicon";
import type { Ask } from "../offer-reading";
import { type Amount, amountAt } from "../points/amounts";
import type { Point } from "../points/point";
import type { Span } from "../source";
import { discountFigures, discountIn, percentScale } from "./table-discounts";
import type { Columns } from "./table-headings";
import type { Row } from "./table-rows";

export type Refusal = "unitPrices" | "notMoney";

/** What the tables of a text hold, and the lines that are rows of them. */
export interface TablePoints {
  readonly points: readonly Point[];
  /** What is the same in every year of a column of years. */
  readonly committed: readonly Committed[];
  readonly lines: ReadonlySet<Span>;
  /** Why rows are no bands. */
  readonly refusals: readonly Refusal[];
  /** The heading of the amounts, where it names no year. */
  readonly headings: readonly string[];
  /** The length that the heading of the commitments says. */
  readonly headingLength?: Figure;
}

const UNIT_PRICE =
  /\bper (?!cent|year|annum|month|quarter|commit|contract|agreement)\w+|\/\s?(?!yr|year|month)\w+/i;

const NUMBERS_OF_BANDS = /\b(?:tier|band|level|no|nr|step)\b|#/i;

/** What the rows under one heading hold. */
interface TableBody {
  readonly points: readonly Point[];
  readonly refusal?: Refusal;
  readonly asks: readonly Ask[];
}

export function readBody(
  columns: Columns,
  rows: readonly { readonly line: Span; readonly cells: Row }[],
  findings: Findings,
  all: readonly Figure[],
): TableBody {
  const { text } = findings.source;
  const cell = (row: Row, column: number): Span => row[column] ?? { start: 0, end: 0 };
  const said = rows.map(({ line, cells }) => {
    const maskedAmount = mask(cell(cells, columns.threshold), all, text).text;
    const maskedDiscount = inWordsOfRules(mask(cell(cells, columns.discount), all, text).text);
    return {
      line,
      amount: amountIn(maskedAmount, all, columns.heading),
      aboveLast: /^\W*(?:above|over|beyond|higher|more)\b[^‹]*$/.test(maskedAmount),
      figures: discountFigures(maskedDiscount, all),
      maskedDiscount,
      end: amountIn(mask(cell(cells, columns.end), all, text).text, all, columns.heading),
      numbers: figuresWithin(cell(cells, columns.name), all),
      name: findings.source.words(cell(cells, columns.name).start, cell(cells, columns.name).end),
    };
  });
  const prices = said.flatMap(({ figures }) => figures);
  const bare = prices.filter(({ kind, value }) => kind === "number" && value !== 0);
  const sign = bare.every(({ value }) => value < 0) ? -1 : 1;
  const isPrice =
    (columns.discountHeading.says === "paid" &&
      (UNIT_PRICE.test(columns.discountHeading.text) ||
        prices.some(({ kind }) => kind === "money"))) ||
    prices.some(({ kind }) => kind === "unitPrice");
  if (isPrice) return { points: [], refusal: "unitPrices", asks: [] };
  const areCounts =
    COUNTED.test(columns.heading.text) &&
    said.every(({ amount }) => amount === undefined || amount.figure.currency === undefined);
  if (areCounts) return { points: [], refusal: "notMoney", asks: [] };
  const isNumbering =
    NUMBERS_OF_BANDS.test(columns.heading.text) &&
    said.every(({ amount }, index) => amount?.figure.kind === "number" && amount.usd === index + 1);
  if (isNumbering) return { points: [], asks: [] };
  const scale = percentScale(bare, sign, columns, findings);
  if (scale === "asked") {
    const [odd] = prices.filter(({ kind, value }) => kind === "number" && value > 0 && value < 1);
    const figure = odd?.value ?? 0;
    const percent = Number((figure / 100).toPrecision(12));
    const from = findings.words({
      start: rows[0]?.line.start ?? 0,
      end: rows.at(-1)?.line.end ?? 0,
    });
    for (const { amount, figures } of said)
      findings.use([...figures, ...(amount ? [amount.figure] : [])]);
    return {
      points: [],
      asks: [
        {
          about: "percentOrFraction",
          from,
          readings: [
            { value: percent, says: `${figure} is ${figure}%` },
            {
              value: figure,
              says: `${figure} is a fraction, ${Number((figure * 100).toPrecision(12))}%`,
            },
          ],
        },
      ],
    };
  }
  // Beside percentages, a figure without a sign is one only in a cell that may be formatted so.
  const isMixed = prices.some(({ kind, value }) => kind === "percent" && value !== 0);
  const odd = new Set(
    isMixed ? bare.filter(({ isCell, value }) => isCell !== true || Math.abs(value) >= 1) : [],
  );
  const points = said.flatMap(
    ({
      line,
      amount,
      aboveLast,
      figures,
      maskedDiscount,
      end,
      numbers,
      name,
    }): readonly Point[] => {
      const discount = discountIn(maskedDiscount, all, columns.discountHeading, sign * scale);
      const isKnown =
        discount !== undefined &&
        !figures.some((figure) => odd.has(figure)) &&
        (amount !== undefined || aboveLast);
      const isUpper =
        amount !== undefined && (columns.heading.says === "end" || amount.bound === "upTo");
      if (!isKnown) {
        findings.listed.add(line);
        const end = isUpper && { ...amount, bound: "upTo" as const };
        return end ? [{ span: line, amount: end, discounts: [], isContested: false }] : [];
      }
      if (end && columns.end >= 0) findings.use([end.figure]);
      findings.use(numbers);
      const highUsd = amount?.highUsd ?? (columns.end >= 0 ? end?.usd : undefined);
      const isEnd = columns.heading.says === "end";
      const bound =
        isEnd && amount?.bound === "from"
          ? "upTo"
          : columns.heading.says === "above"
            ? "over"
            : undefined;
      return [
        {
          span: line,
          ...(amount && {
            amount: {
              ...amount,
              ...(bound && { bound }),
              ...(highUsd !== undefined && { highUsd }),
              isCommitment: false,
            },
          }),
          discounts: [discount],
          ...(name !== "" && { name }),
          isContested: false,
        },
      ];
    },
  );
  return { points, asks: [] };
}

const AMOUNT = pattern("G");

const SHORT_PERIODS: readonly (readonly [RegExp, 4 | 12])[] = [
  [/\bmth|\/ ?mo?\b/i, 12],
  [/\bqtr|\/ ?q\b/i, 4],
];
const PERIODS = [[/month|\bp\.? ?m\b/i, 12] as const, [/quarter/i, 4] as const, ...SHORT_PERIODS];

function amountIn(masked: string, all: readonly Figure[], heading: Heading): Amount | undefined {
  const match = AMOUNT.exec(masked);
  const figure = match && all[Number(/\d+/.exec(match[0])?.[0])];
  if (!match || !figure) return undefined;
  const after = masked.slice(match.index + match[0].length);
  const read = amountAt(figure, masked.slice(0, match.index), after, heading.text.toLowerCase());
  const { factor } = heading.unit;
  const periods = factor === 1 ? SHORT_PERIODS : PERIODS;
  const perYear = periods.find(([period]) => period.test(heading.text))?.[1] ?? 1;
  if (factor === 1 && perYear === 1) return read;
  // The unit of a heading holds the period, "($k/mo)", or leaves it out, "Commit/qtr".
  const isWithin = factor % perYear === 0;
  const period = read.isAnnualised || !(isWithin || factor === 1) ? 1 : perYear;
  const scale = figure.scale === undefined && isWithin ? factor / perYear : 1;
  const times = (usd: number): number => Number((usd * period * scale).toPrecision(15));
  return {
    ...read,
    usd: times(read.usd),
    ...(read.highUsd !== undefined && { highUsd: times(read.highUsd) }),
    isAnnualised: read.isAnnualised || period > 1,
    ...(scale > 1 && { isScaledByHeading: true }),
  };
}
