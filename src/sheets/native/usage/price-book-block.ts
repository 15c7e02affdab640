import { FIRST_DAY, LAST_DAY } from "../../../core/calendar";
import { asWritten, isPlainText } from "../agreement/cells-as-written";
import { type NativeCell, type NativeFormula, range, text, x } from "../excel/formula";
import type { Layout, StepTable, TableColumn } from "../layout";
import { headingsAsTheyWere, rowsBelow } from "./headed-area";
import {
  type BookHeading,
  FACTOR_HEADINGS,
  PRICE_HEADINGS,
  type PriceBookArea,
  WORD_HEADINGS,
} from "./price-book-area";

/** The cells of the book below its headings, those of the columns that it has. */
type WrittenBook = StepTable<"Row of the book" | BookHeading>;

type CardHeading =
  | "Row of the book"
  | "Number of its model"
  | "First day"
  | "Last day"
  | "Prompt above"
  | (typeof PRICE_HEADINGS)[number]
  | (typeof FACTOR_HEADINGS)[number]
  | "Day of the check"
  | "Cards like it on one of its days";

/** The rows of a price book, and how its models are known. */
export interface NativePriceBook {
  /** A blank row has no model: number 0. */
  readonly cards: StepTable<CardHeading>;
  /** Number of the model that a cell names, 0 where it is in no spelling that was read. */
  readonly modelOf: (named: NativeFormula) => NativeFormula;
  /** Number of a model in the one form in which models are compared, 0 where the book has none such. */
  readonly numberOf: (model: string) => number;
  /** 1 where our function takes the book, else 0. */
  readonly hold: NativeCell;
}

const HEADINGS = [
  "Model",
  "Prompt above",
  ...PRICE_HEADINGS,
  ...FACTOR_HEADINGS,
  ...WORD_HEADINGS,
] as const;

/** Later than every day: prices without a last day go on. */
const NO_END = x`1E15`;

/** A day as typed: 0 where it is blank, #N/A where it is none from 2000 to 2099. */
export function dayWritten(written: NativeFormula): NativeFormula {
  const isDay = x`AND(${written}>=${FIRST_DAY},${written}<${LAST_DAY + 1})`;
  return x`IF(${written}&""="",0,IF(ISNUMBER(${written}),IF(${written}=0,0,IF(${isDay},INT(${written}),NA())),NA()))`;
}

/** A price book (docs/pricing-model.md 9.1, 9.2). Its models are known by the spellings that it had when it was read. */
export function priceBookBlock(layout: Layout, area: PriceBookArea): NativePriceBook {
  const { range: book, spellings } = area;
  const headings = headingsAsTheyWere(layout, area);
  const models = [...new Set(spellings.map(({ model }) => model))];
  const numberOf = (model: string): number => models.indexOf(model) + 1;
  layout.block("Names of models");
  const names = layout.table(spellings.length, [
    ["Spelling", "", (row) => text(spellings[row]?.written ?? "")],
    ["Name that is compared", "", (row) => text(spellings[row]?.model ?? "")],
    ["Number of the model", "", (row) => x`${numberOf(spellings[row]?.model ?? "")}`],
  ]);
  const modelOf = (named: NativeFormula): NativeFormula =>
    x`IF(${isPlainText(x`TRIM(${named})`)},SUMPRODUCT((${names.all("Spelling")}=TRIM(${named}))*${names.all("Number of the model")}),0)`;
  layout.block("Price book as written");
  const written = layout.table<"Row of the book" | BookHeading>(rowsBelow(area), [
    ["Row of the book", "", (row) => x`${area.headingRow + row + 1}`],
    ...HEADINGS.map((heading): TableColumn<"Row of the book" | BookHeading> => {
      const column = area.columnOf(heading);
      return [
        heading,
        "",
        (row, t) =>
          column === 0 ? text("") : asWritten(book, t.at("Row of the book", row), x`${column}`),
      ];
    }),
  ]);
  const areZerosTyped = zerosTyped(layout, area, written);
  layout.block("Rows of the price book");
  const cards = cardTable(layout, area, written, modelOf, areZerosTyped);
  const all = range(
    cards.at("Number of its model", 0),
    cards.at("Cards like it on one of its days", cards.rows - 1),
  );
  const hold = layout.step(
    "Does the price book hold? (1 is yes)",
    "",
    x`IF(AND(ISNUMBER(SUM(${all})),ISNUMBER(SUMPRODUCT((${book}<>"")*1)),${headings}=1),1,0)`,
  );
  return { cards, modelOf, numberOf, hold };
}

/** Whether a 0 is a price: where blank cells are handed over as 0 it is none (docs/reading-cells.md). */
function zerosTyped(layout: Layout, area: PriceBookArea, written: WrittenBook): NativeCell {
  const { range: book } = area;
  layout.block("Blank cells of the price book");
  const marks = layout.table(rowsBelow(area), [
    ["Row", "", (row) => x`${area.headingRow + row + 1}`],
    [
      "Cells that are not blank",
      "",
      (row, t) =>
        x`IF(${t.at("Row", row)}>ROWS(${book}),0,SUMPRODUCT((INDEX(${book},${t.at("Row", row)},0)<>"")*1))`,
    ],
    [
      "Rows up to it, if it is not blank",
      "",
      (row, t) =>
        x`IF(${t.at("Cells that are not blank", row)}=0,0,COUNT(${t.all("Cells that are not blank", 0, row)}))`,
    ],
    [
      "Zeros under words or days",
      "",
      (row) =>
        WORD_HEADINGS.reduce<NativeFormula>((sum, heading) => {
          const one = written.at(heading, row);
          return x`${sum}+IF(ISNUMBER(${one}),IF(${one}=0,1,0),0)`;
        }, x`0`),
    ],
  ]);
  const width = book.to.column - book.from.column + 1;
  return layout.step(
    "Is a 0 a price? (1 is yes)",
    "",
    x`IF(AND(${width}*MAX(${marks.all("Rows up to it, if it is not blank")})>SUM(${marks.all("Cells that are not blank")}),SUM(${marks.all("Zeros under words or days")})=0),1,0)`,
  );
}

function cardTable(
  layout: Layout,
  area: PriceBookArea,
  written: WrittenBook,
  modelOf: NativePriceBook["modelOf"],
  areZerosTyped: NativeCell,
): NativePriceBook["cards"] {
  type Column = TableColumn<CardHeading>;
  const number = (
    heading: CardHeading & BookHeading,
    isOne: (one: NativeFormula) => NativeFormula,
    zero: NativeFormula,
  ): Column => [
    heading,
    "",
    (row) => {
      const one = written.at(heading, row);
      return x`IF(${one}="","",IF(ISNUMBER(${one}),IF(${one}=0,IF(${areZerosTyped}=1,${zero},""),IF(${isOne(one)},${one},NA())),NA()))`;
    },
  ];
  const day = (heading: "From" | "To" | "Checked on", row: number): NativeFormula =>
    dayWritten(written.at(heading, row));
  return layout.table<CardHeading>(rowsBelow(area), [
    ["Row of the book", "", (row) => x`${area.headingRow + row + 1}`],
    [
      "Number of its model",
      "",
      (row, t) => {
        const at = t.at("Row of the book", row);
        const cells = x`INDEX(${area.range},${at},0)`;
        const model = modelOf(written.at("Model", row));
        return x`IF(${at}>ROWS(${area.range}),0,IF(SUMPRODUCT((${cells}<>"")*(${cells}<>0))=0,0,IF(${model}=0,NA(),${model})))`;
      },
    ],
    ["First day", "", (row) => day("From", row)],
    [
      "Last day",
      "",
      (row) => {
        const to = day("To", row);
        return x`IF(${to}=0,${NO_END},${to})`;
      },
    ],
    [
      "Prompt above",
      "",
      (row) => {
        const one = written.at("Prompt above", row);
        return x`IF(${one}="",0,IF(ISNUMBER(${one}),IF(AND(${one}>=0,${one}<=1E15),${one},NA()),NA()))`;
      },
    ],
    ...PRICE_HEADINGS.map((heading) =>
      number(heading, (one) => x`AND(${one}>0,${one}<=1E15)`, x`0`),
    ),
    ...FACTOR_HEADINGS.map((heading) =>
      number(heading, (one) => x`AND(${one}>0,${one}<=1000)`, x`NA()`),
    ),
    ["Day of the check", "", (row) => day("Checked on", row)],
    [
      "Cards like it on one of its days",
      "",
      (row, t) => {
        const [model, above] = [t.at("Number of its model", row), t.at("Prompt above", row)];
        const [from, to] = [t.at("First day", row), t.at("Last day", row)];
        const alike = x`SUMPRODUCT((${t.all("Number of its model")}=${model})*(${t.all("Prompt above")}=${above})*(${t.all("First day")}<=${to})*(${t.all("Last day")}>=${from}))`;
        return x`IF(${model}=0,0,IF(${alike}=1,1,NA()))`;
      },
    ],
  ]);
}
