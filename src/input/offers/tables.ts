import { type Heading, readHeading } from "../headings/headings";
import { mask, pattern } from "./clauses";
import type { Figure } from "./figures";
import type { Findings } from "./findings";
import type { Ask } from "./offer-reading";
import {
  type Amount,
  amountAt,
  type Discount,
  discountAt,
  discountInWords,
  type Point,
} from "./points";
import type { Span } from "./source";

type Row = readonly Span[];

/** What the tables of a text hold, and the lines that are rows of them. */
export interface TablePoints {
  readonly points: readonly Point[];
  readonly lines: ReadonlySet<Span>;
  /** The discounts are prices of a unit. */
  readonly saysUnitPrices: boolean;
  readonly asks: readonly Ask[];
  /** The heading of the amounts, where it names no year. */
  readonly headings: readonly string[];
}

const DIVIDERS: readonly RegExp[] = [/\t/g, /\|/g, /;/g, / {2,}/g];

/** A line cut into cells: at tabs, bars, semicolons or two spaces and more, else at commas outside figures. */
export function cellsOf(line: Span, text: string, figures: readonly Figure[]): Row {
  const written = text.slice(line.start, line.end);
  const body = written.replace(/[\s|]+$/, "");
  const divider = DIVIDERS.find((one) => body.trim().search(one) >= 0);
  const within = (at: number): boolean => figures.some(({ start, end }) => start <= at && at < end);
  const cuts = [...body.matchAll(divider ?? /,/g)]
    .map((match) => ({
      from: line.start + match.index,
      to: line.start + match.index + match[0].length,
    }))
    .filter(({ from }) => divider !== undefined || !within(from));
  const edges = [
    { from: line.start, to: line.start },
    ...cuts,
    { from: line.start + body.length, to: line.end },
  ];
  return edges
    .slice(1)
    .map(({ from }, index) => trimmed({ start: edges[index]?.to ?? 0, end: from }, text));
}

function trimmed({ start, end }: Span, text: string): Span {
  const part = text.slice(start, Math.max(start, end));
  const begins = start + part.length - part.trimStart().length;
  return { start: begins, end: Math.max(begins, begins + part.trim().length) };
}

interface Columns {
  readonly threshold: number;
  readonly end: number;
  readonly discount: number;
  readonly name: number;
  readonly heading: Heading;
  readonly discountHeading: Heading;
}

/** Reads every table whose headings name the amounts and the discounts. */
export function readTables(
  lines: readonly Span[],
  all: readonly Figure[],
  findings: Findings,
): TablePoints {
  const { source } = findings;
  const rows = lines.map((line) => ({ line, cells: rowOf(line, findings, all) }));
  const points: Point[] = [];
  const taken = new Set<Span>();
  const asks: Ask[] = [];
  const headings: string[] = [];
  let saysUnitPrices = false;
  const within = ({ start, end }: Span): readonly Figure[] =>
    all.filter((figure) => figure.start >= start && figure.end <= end);
  const textOf = ({ start, end }: Span): string => source.text.slice(start, end);

  const upright = transposedTable(rows, textOf, within);
  if (upright) {
    for (const { line } of upright.rows) taken.add(line);
    const read = readBody(upright.columns, upright.body, findings, all);
    return {
      points: read.points,
      lines: taken,
      saysUnitPrices: read.saysUnitPrices,
      asks: read.asks,
      headings: [],
    };
  }
  for (const [index, { line, cells }] of rows.entries()) {
    if (taken.has(line)) continue;
    const head = headingsOf(cells, textOf, within);
    const body = rows.slice(index + 1);
    if (head === undefined) {
      const unknown = unknownTable(cells, body, textOf, within);
      for (const row of unknown) {
        taken.add(row.line);
        findings.listed.add(row.line);
      }
      continue;
    }
    const rest = body.filter(({ line: row, cells: found }) => !taken.has(row) && found.length > 1);
    taken.add(line);
    findings.use(...within(line));
    const { threshold, discounts } = head;
    const amountRows = rest.filter(({ cells: found }) => {
      const cell = aligned(found, cells, threshold);
      return (
        within(cell).some(({ kind }) => kind === "money" || kind === "number") ||
        /^\W*(?:above|over|beyond)\b/i.test(textOf(cell))
      );
    });
    for (const row of amountRows) taken.add(row.line);
    if (discounts.length > 1) {
      const readings = discounts.map((column) => {
        const value = findings.source.words(cells[column]?.start ?? 0, cells[column]?.end ?? 0);
        return { value, says: `the column ${value}` };
      });
      asks.push({
        about: "whichColumn",
        from: findings.words({ start: line.start, end: amountRows.at(-1)?.line.end ?? line.end }),
        readings,
      });
      for (const row of amountRows) findings.use(...within(row.line));
      continue;
    }
    const [discount = -1] = discounts;
    const heading = head.headings[threshold];
    const discountHeading = head.headings[discount];
    if (heading === undefined || discountHeading === undefined) continue;
    const columns: Columns = {
      threshold,
      discount,
      end: head.end,
      name: head.name,
      heading,
      discountHeading,
    };
    const fitted = amountRows.map(({ line: row, cells: found }) => ({
      line: row,
      cells: cells.map((_, column) => aligned(found, cells, column)),
    }));
    const read = readBody(columns, fitted, findings, all);
    points.push(...read.points);
    asks.push(...read.asks);
    saysUnitPrices ||= read.saysUnitPrices;
    headings.push(textOf(cells[threshold] ?? line).toLowerCase());
  }
  return { points, lines: taken, saysUnitPrices, asks, headings };
}

function rowOf(line: Span, findings: Findings, all: readonly Figure[]): Row {
  const cells = findings.source.rows?.find((row) =>
    row.some(({ start, end }) => start < end && start >= line.start && end <= line.end),
  );
  return cells ?? cellsOf(line, findings.source.text, all);
}

/** A row that lacks blank cells of a printed table: its last cell is the last column. */
function aligned(cells: Row, heads: Row, column: number): Span {
  const nothing = { start: 0, end: 0 };
  if (cells.length < heads.length && column === heads.length - 1) return cells.at(-1) ?? nothing;
  if (cells.length < heads.length && column >= cells.length - 1) return nothing;
  return cells[column] ?? nothing;
}

interface Headings {
  readonly headings: readonly (Heading | undefined)[];
  readonly threshold: number;
  readonly end: number;
  readonly discounts: readonly number[];
  readonly name: number;
}

const TERM_COLUMN =
  /^(?:discount |rate |term )?\(?(?:\d+|one|two|three|four|five)[ -]?(?:years?|yrs?|y|months?|mos?)\)?(?: (?:term|deal|commit\w*|contract|agreement|discount|rate))?$|^(?:contract )?(?:year|yr|y) ?\d$|^20\d\d$/i;
const NAMES = /\b(?:tier|band|name|level|label|plan|package|edition)s?\b/i;

function headingsOf(
  cells: Row,
  textOf: (span: Span) => string,
  within: (span: Span) => readonly Figure[],
): Headings | undefined {
  const isFilled = (cell: Span): boolean => cell.start < cell.end;
  if (cells.filter(isFilled).length < 2) return undefined;
  const isHeading = (cell: Span): boolean =>
    /[\p{L}%]/u.test(textOf(cell)) &&
    within(cell).every(
      ({ kind, value }) =>
        ["duration", "label", "aside", "quantity"].includes(kind) ||
        (kind !== "percent" && (value === 0 || value === 1000)),
    );
  if (!cells.filter(isFilled).every(isHeading)) return undefined;
  const headings = cells.map((cell) => (isFilled(cell) ? readHeading(textOf(cell)) : undefined));
  const saying = (...says: Heading["says"][]): readonly number[] =>
    headings.flatMap((heading, column) => (heading && says.includes(heading.says) ? [column] : []));
  const plainest = (columns: readonly number[]): number =>
    columns.toSorted(
      (one, other) => (headings[other]?.plainness ?? 0) - (headings[one]?.plainness ?? 0),
    )[0] ?? -1;
  const starts = saying("threshold", "above");
  const ends = saying("end");
  const amount = cells.findIndex((cell) =>
    /^(?:amount|annual (?:amount|value)|value|minimum|usage)\b/i.test(textOf(cell)),
  );
  const terms = cells.flatMap((cell, column) => (TERM_COLUMN.test(textOf(cell)) ? [column] : []));
  const said = saying("discount");
  const discounts = said.length > 0 ? said : saying("paid").slice(0, 1);
  const threshold =
    starts.length > 0 ? plainest(starts) : (ends[0] ?? (discounts.length > 0 ? amount : -1));
  const byTerm = terms.length > 1 && terms.length >= discounts.length ? terms : discounts;
  if (threshold < 0 || byTerm.length === 0) return undefined;
  const name = cells.findIndex(
    (cell, column) =>
      column !== threshold &&
      NAMES.test(textOf(cell)) &&
      !byTerm.includes(column) &&
      !ends.includes(column),
  );
  const end = ends.find((column) => column !== threshold) ?? -1;
  return {
    headings: headings.map(
      (heading, column) =>
        heading ??
        (byTerm.includes(column)
          ? readHeading(textOf(cells[column] ?? { start: 0, end: 0 }))
          : undefined),
    ),
    threshold,
    end,
    discounts: byTerm,
    name,
  };
}

const LABELS =
  /\b(?:commit\w*|discount|term|overage|unused|payment|renewal|lock|rollover|roll-over|currency|uplift)\b/i;

/** Rows under headings that say neither threshold nor discount: nothing of them is an offer. */
function unknownTable(
  cells: Row,
  body: readonly { readonly line: Span; readonly cells: Row }[],
  textOf: (span: Span) => string,
  within: (span: Span) => readonly Figure[],
): readonly { readonly line: Span }[] {
  const isWordy = (cell: Span): boolean =>
    /^[^.!?:]{1,30}$/.test(textOf(cell)) &&
    textOf(cell).split(" ").length <= 4 &&
    within(cell).length === 0;
  if (cells.length < 2 || !cells.every(isWordy)) return [];
  const head = textOf({ start: cells[0]?.start ?? 0, end: cells.at(-1)?.end ?? 0 });
  if (/, /.test(head) && !/[\t|;]| {2}/.test(head)) return [];
  const figured = body.filter(({ line }) => within(line).length > 0);
  const end = figured.findIndex((row) => row.cells.length !== cells.length);
  const rows = end < 0 ? figured : figured.slice(0, end);
  if (rows.length === 0) return [];
  const areLabels =
    rows.filter((row) => LABELS.test(textOf(row.cells[0] ?? { start: 0, end: 0 }))).length > 0;
  return areLabels ? [] : rows;
}

/** Headings down the first column, with two figures or more beside each. */
function transposedTable(
  rows: readonly { readonly line: Span; readonly cells: Row }[],
  textOf: (span: Span) => string,
  within: (span: Span) => readonly Figure[],
):
  | {
      readonly rows: readonly { readonly line: Span }[];
      readonly columns: Columns;
      readonly body: readonly { readonly line: Span; readonly cells: Row }[];
    }
  | undefined {
  const wide = rows.filter(({ cells }) => cells.length > 2);
  const heads = wide.map((row) => {
    const [first, ...rest] = row.cells;
    const isHead =
      first !== undefined &&
      first.start < first.end &&
      within(first).every(({ value }) => value === 0 || value === 1000);
    const heading = isHead && first ? readHeading(textOf(first)) : undefined;
    const figures = rest.filter((cell) =>
      within(cell).some(({ kind }) => ["money", "number", "percent"].includes(kind)),
    ).length;
    return { ...row, heading, figures };
  });
  const find = (...says: Heading["says"][]) =>
    heads.find(({ heading, figures }) => heading && figures > 1 && says.includes(heading.says));
  const threshold = find("threshold", "above", "end");
  const discount = find("discount", "paid");
  if (threshold?.heading === undefined || discount?.heading === undefined) return undefined;
  if (threshold.cells.length !== discount.cells.length) return undefined;
  const name = heads.find(({ heading, figures }) => heading?.says === "name" && figures === 0);
  const end = heads.find(
    (row) => row !== threshold && row.heading?.says === "end" && row.figures > 0,
  );
  const nothing = { start: 0, end: 0 };
  const body = threshold.cells.slice(1).map((cell, index) => ({
    line: { start: Math.min(cell.start, threshold.line.start), end: threshold.line.end },
    cells: [
      cell,
      discount.cells[index + 1] ?? nothing,
      end?.cells[index + 1] ?? nothing,
      name?.cells[index + 1] ?? nothing,
    ],
  }));
  const columns = {
    threshold: 0,
    discount: 1,
    end: end ? 2 : -1,
    name: name ? 3 : -1,
    heading: threshold.heading,
    discountHeading: discount.heading,
  };
  return { rows: [threshold, discount, name, end].flatMap((row) => row ?? []), columns, body };
}

const UNIT_PRICE =
  /\bper (?!cent|year|annum|month|quarter|commit|contract|agreement)\w+|\/\s?(?!yr|year|month)\w+/i;
const NUMBERS_OF_BANDS = /\b(?:tier|band|level|no|nr|step)\b|#/i;

function readBody(
  columns: Columns,
  rows: readonly { readonly line: Span; readonly cells: Row }[],
  findings: Findings,
  all: readonly Figure[],
): Pick<TablePoints, "points" | "saysUnitPrices" | "asks"> {
  const { text } = findings.source;
  const cell = (row: Row, column: number): Span => row[column] ?? { start: 0, end: 0 };
  const said = rows.map(({ line, cells }) => {
    const maskedAmount = mask(cell(cells, columns.threshold), all, text).text;
    const maskedDiscount = mask(cell(cells, columns.discount), all, text).text;
    return {
      line,
      amount: amountIn(maskedAmount, all, columns.heading),
      aboveLast: /^\W*(?:above|over|beyond|higher|more)\b[^‹]*$/.test(maskedAmount),
      figures: discountFigures(maskedDiscount, all),
      maskedDiscount,
      end: amountIn(mask(cell(cells, columns.end), all, text).text, all, columns.heading),
      name: findings.source.words(cell(cells, columns.name).start, cell(cells, columns.name).end),
    };
  });
  const prices = said.flatMap(({ figures }) => figures);
  const isPrice =
    (columns.discountHeading.says === "paid" &&
      (UNIT_PRICE.test(columns.discountHeading.text) ||
        prices.some(({ kind }) => kind === "money"))) ||
    prices.some(({ kind }) => kind === "unitPrice");
  if (isPrice) return { points: [], saysUnitPrices: true, asks: [] };
  const isNumbering =
    NUMBERS_OF_BANDS.test(columns.heading.text) &&
    said.every(({ amount }, index) => amount?.figure.kind === "number" && amount.usd === index + 1);
  if (isNumbering) return { points: [], saysUnitPrices: false, asks: [] };
  const scale = percentScale(prices, columns, findings);
  if (scale === "asked") {
    const [odd] = prices.filter(({ kind, value }) => kind === "number" && value > 0 && value < 1);
    const figure = odd?.value ?? 0;
    const percent = Number((figure / 100).toPrecision(12));
    const from = findings.words({
      start: rows[0]?.line.start ?? 0,
      end: rows.at(-1)?.line.end ?? 0,
    });
    for (const { amount, figures } of said)
      findings.use(...figures, ...(amount ? [amount.figure] : []));
    return {
      points: [],
      saysUnitPrices: false,
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
  const points = said.flatMap(
    ({ line, amount, aboveLast, maskedDiscount, end, name }): readonly Point[] => {
      const discount = discountIn(maskedDiscount, all, columns.discountHeading, scale);
      const isKnown = discount !== undefined && (amount !== undefined || aboveLast);
      if (!isKnown) {
        findings.listed.add(line);
        return [];
      }
      if (end && columns.end >= 0) findings.use(end.figure);
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
  return { points, saysUnitPrices: false, asks: [] };
}

const AMOUNT = pattern("G");

function amountIn(masked: string, all: readonly Figure[], heading: Heading): Amount | undefined {
  const match = AMOUNT.exec(masked);
  const figure = match && all[Number(/\d+/.exec(match[0])?.[0])];
  if (!match || !figure) return undefined;
  const after = masked.slice(match.index + match[0].length);
  const read = amountAt(figure, masked.slice(0, match.index), after, heading.text.toLowerCase());
  const { factor } = heading.unit;
  if (factor === 1) return read;
  const perYear = /month/i.test(heading.text) ? 12 : /quarter/i.test(heading.text) ? 4 : 1;
  const period = read.isAnnualised || factor % perYear !== 0 ? 1 : perYear;
  const scale = figure.scale === undefined ? factor / perYear : 1;
  const times = (usd: number): number => Number((usd * period * scale).toPrecision(15));
  return {
    ...read,
    usd: times(read.usd),
    ...(read.highUsd !== undefined && { highUsd: times(read.highUsd) }),
    isAnnualised: read.isAnnualised || period > 1,
    ...(scale > 1 && { isScaledByHeading: true }),
  };
}

function discountFigures(masked: string, all: readonly Figure[]): readonly Figure[] {
  return [...masked.matchAll(/‹[mnpu](\d+)›/g)].flatMap(([, index]) => all[Number(index)] ?? []);
}

/** What bare figures of a column are divided by: 100 for whole percents, 1 for fractions. */
function percentScale(
  figures: readonly Figure[],
  { discountHeading }: Columns,
  findings: Findings,
): 1 | 100 | "asked" {
  const bare = figures.filter(({ kind, value }) => kind === "number" && value !== 0);
  const [below, above] = [
    bare.some(({ value }) => value < 1),
    bare.some(({ value }) => value >= 1),
  ];
  if (!below && !above) return 1;
  if (below && above) return "asked";
  const isPercent = discountHeading.unit.percent;
  if (below) return isPercent && findings.source.rows === undefined ? "asked" : 1;
  return 100;
}

function discountIn(
  masked: string,
  all: readonly Figure[],
  heading: Heading,
  scale: 1 | 100,
): Discount | undefined {
  const [figure, second] = discountFigures(masked, all);
  if (figure === undefined) return discountInWords(masked) ?? undefined;
  if (second !== undefined || figure.kind === "money" || discountInWords(masked) === null)
    return undefined;
  const at = masked.indexOf("‹");
  const fraction =
    figure.kind === "number" ? Number((figure.value / scale).toPrecision(12)) : figure.value;
  const before = masked.slice(0, at).replace(/^\s*-\s*$/, "");
  const after = masked.slice(masked.indexOf("›") + 1);
  const read = discountAt({ ...figure, value: fraction }, before, after);
  if (read === undefined) return undefined;
  const isPaid = heading.says === "paid" && !read.isPaid;
  const share = isPaid ? Number((1 - read.fraction).toPrecision(12)) : read.fraction;
  return {
    ...read,
    figure,
    fraction: share,
    isPaid: isPaid || read.isPaid,
    ...(figure.kind === "number" &&
      scale === 100 &&
      figure.value !== 0 && { taken: heading.unit.percent ? "percentByHeading" : "percentTaken" }),
  };
}
