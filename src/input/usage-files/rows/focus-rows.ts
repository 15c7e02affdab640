import { readMoment } from "../text/moment";
import { readAmount, type Separator } from "../text/numbers";
import { isBlank, plainWord } from "../text/words";
import { type RowFault, type Unreadable, unreadable } from "./faults";
import type { HeadingOf } from "./headings";
import type { Identities } from "./identities";
import { cellAt, type MoneyRow, type RowReader } from "./rows";

/** Columns whose text says what a charge is for. */
const TEXTS = [
  "service_name",
  "provider_name",
  "publisher_name",
  "service_provider_name",
  "host_provider_name",
  "charge_description",
  "sku_id",
  "sku_price_id",
  "sku_meter",
  "resource_name",
  "resource_id",
  "resource_type",
];

const OURS = /claude|anthropic/i;
const CLAUDE_NAME =
  /claude[ ./_-]*(?:\d{1,2}(?:[.-]\d{1,2})?[ _-]+)?(?:opus|sonnet|haiku|fable|mythos)(?:[ _-]+\d{1,2}(?:[.-]\d{1,2})?)?(?!\d)/i;

/** Reads rows of a FOCUS export: a row is a charge of a cloud, of which Claude is a part. */
export function focusRows(
  { words, at }: HeadingOf<"FOCUS">,
  separator: Separator,
  identities: Identities,
): RowReader<MoneyRow> {
  const texts = TEXTS.map((word) => words.indexOf(word)).filter((index) => index >= 0);
  // Two exports with their columns in another order hold the same rows.
  const order = [...words.keys()].toSorted((one, other) =>
    cellAt(words, one) < cellAt(words, other) ? -1 : 1,
  );
  const heading = order.map((index) => words[index]).join();
  const fault = (code: Unreadable, index: number | undefined): RowFault =>
    unreadable(code, cellAt(words, index));
  return (cells) => {
    const cell = (index: number | undefined): string => cellAt(cells, index);
    const text = texts.map((index) => plainWord(cell(index))).join(" ");
    if (!OURS.test(text)) return { setAside: "other service" };
    const category = plainWord(cell(at.category)).toLowerCase();
    if (category !== "" && category !== "usage") return { setAside: "not usage" };
    const moment = readMoment(cell(at.date));
    if (typeof moment === "string") return fault(moment, at.date);
    if (plainWord(cell(at.currency)).toUpperCase() !== "USD") return fault("currency", at.currency);
    const amount = (index: number | undefined) =>
      isBlank(cell(index))
        ? undefined
        : readAmount(cell(index), separator, { mayBeNegative: true });
    const list = amount(at.list);
    if (typeof list === "string") return fault(list, at.list);
    const effective = amount(at.effective);
    if (typeof effective === "string") return fault(effective, at.effective);
    const billed = amount(at.billed);
    if (typeof billed === "string") return fault(billed, at.billed);
    const listed = list ?? effective ?? billed;
    if (listed === undefined) return unreadable("missing", "list_cost");
    const of = identities.focus(
      [heading, ...order.map((index) => cell(index).trim())],
      CLAUDE_NAME.exec(text)?.[0].replace(/[./_ ]+/g, "-"),
    );
    return { of, ...moment, cost: effective ?? billed ?? listed, list: listed };
  };
}
