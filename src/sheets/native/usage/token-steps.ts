import {
  KIND_HEADINGS,
  PROMPT_KINDS,
  type PricedKind,
  pricedUnit,
} from "../../../efficiency/priced-kinds";
import { type NativeCell, type NativeFormula, text, x } from "../excel/formula";
import type { Layout } from "../layout";
import type { NativeOptions } from "./options-steps";
import { asCompared } from "./price-book-area";
import { dayWritten, type NativePriceBook } from "./price-book-block";
import type { TokensArea } from "./tokens-area";

/** Which price is asked for: a model, on a day, served in a way. */
export interface NativeRequest {
  readonly book: NativePriceBook;
  readonly options: NativeOptions;
  readonly model: NativeCell;
  readonly day: NativeCell;
}

/**
 * Finds model and day of a request.
 *
 * @param spelt What the cell of the model held when the workings were made, and its name in the form in which models are compared.
 * @param day The day as typed, or as it was read from a text of the formula.
 */
export function requestSteps(
  layout: Layout,
  book: NativePriceBook,
  options: NativeOptions,
  model: NativeFormula,
  spelt: { readonly written: unknown; readonly model: string },
  day: NativeFormula,
): NativeRequest {
  const number = book.numberOf(spelt.model);
  const known = book.modelOf(model);
  const found =
    number === 0
      ? known
      : x`IF(TRIM(${model})=${text(asCompared(spelt.written))},${number},${known})`;
  const place = layout.step("Number of the model", "", x`IF(${found}=0,NA(),${found})`);
  const asked = dayWritten(day);
  const last = x`SUMPRODUCT(MAX((${book.cards.all("Number of its model")}=${place})*${book.cards.all("Last day")}))`;
  const on = layout.step(
    "Day of the prices",
    "",
    x`IF(${book.hold}=1,IF(${asked}=0,${last},${asked}),NA())`,
  );
  return { book, options, model: place, day: on };
}

/** Row of the card on which a prompt is priced, counted from the first of the book (docs/pricing-model.md 9.2). */
function cardSteps(
  layout: Layout,
  { book: { cards }, model, day }: NativeRequest,
  prompt: NativeFormula,
  isUnsaid: NativeFormula,
): NativeCell {
  const holds = x`(${cards.all("Number of its model")}=${model})*(${cards.all("First day")}<=${day})*(${cards.all("Last day")}>=${day})`;
  const above = cards.all("Prompt above");
  const longer = x`(${prompt}>${above}*(1+1E-12))`;
  const start = layout.step(
    "Its card holds for prompts above",
    "",
    x`MAX(0,SUMPRODUCT(MAX(${holds}*${longer}*(1+${above})))-1)`,
  );
  const depends = x`SUMPRODUCT(${holds}*(${above}>0)*${longer})`;
  const card = x`SUMPRODUCT(${holds}*(${above}=${start})*(${cards.all("Row of the book")}-${cards.at("Row of the book", 0)}+1))`;
  return layout.step(
    "Row of its card",
    "",
    x`IF(AND(${isUnsaid},${depends}>0),NA(),IF(${card}=0,NA(),${card}))`,
  );
}

/** What prices of tokens are multiplied by; an empty text where nothing is sold so. */
interface Tariff {
  readonly factor: NativeCell;
  readonly ofInput: NativeCell;
  readonly ofOutput: NativeCell;
}

function priceIn({ book: { cards } }: NativeRequest, card: NativeCell) {
  return (heading: Parameters<typeof cards.all>[0]): NativeFormula =>
    x`INDEX(${cards.all(heading)},${card})`;
}

/** Fast mode, batch and US only (docs/pricing-model.md 9.3). */
function tariffSteps(layout: Layout, request: NativeRequest, card: NativeCell): Tariff {
  const { isBatch, isFast, isUsOnly } = request.options;
  const of = priceIn(request, card);
  const [batch, usOnly] = [of("Batch"), of("US only")];
  const factor = layout.step(
    "Factor of batch and US only",
    "",
    x`IF(OR(AND(${isBatch}=1,${batch}=""),AND(${isUsOnly}=1,${usOnly}="")),"",IF(${isBatch}=1,${batch},1)*IF(${isUsOnly}=1,${usOnly},1))`,
  );
  const isSold = x`AND(${isBatch}=0,${of("Fast input")}<>"",${of("Fast output")}<>"")`;
  const ratio = (label: string, kind: "Input" | "Output", fast: "Fast input" | "Fast output") =>
    layout.step(
      label,
      "",
      x`IF(${isFast}=0,1,IF(${isSold},IF(OR(${of(kind)}="",${of(kind)}=0),"",${of(fast)}/${of(kind)}),""))`,
    );
  const ofInput = ratio("Fast mode over input", "Input", "Fast input");
  const ofOutput = ratio("Fast mode over output", "Output", "Fast output");
  return { factor, ofInput, ofOutput };
}

/** The price of a kind on a card, USD for as many as its price is for; #N/A where it is not sold so. */
function priceOn(
  request: NativeRequest,
  card: NativeCell,
  { factor, ofInput, ofOutput }: Tariff,
  kind: PricedKind,
): NativeFormula {
  const listed = priceIn(request, card)(KIND_HEADINGS[kind]);
  if (!isOfTokens(kind)) return x`IF(${listed}="",NA(),${listed})`;
  const ratio = kind === "output" ? ofOutput : ofInput;
  return x`IF(OR(${listed}="",${ratio}="",${factor}=""),NA(),${listed}*${ratio}*${factor})`;
}

function isOfTokens(kind: PricedKind): boolean {
  return kind !== "web search" && kind !== "session hour";
}

/** List price of a kind; the kind is fixed when it is made. */
export function listPriceSteps(
  layout: Layout,
  request: NativeRequest,
  kind: PricedKind,
  isSameKind: NativeFormula,
): NativeCell {
  const { promptTokens, requests } = request.options;
  layout.block("List price");
  const unsaid = x`AND(${isOfTokens(kind) ? x`TRUE` : x`FALSE`},${promptTokens}=0)`;
  // Without a length, only a model with a single card has one price; what is no token needs none.
  const prompt = isOfTokens(kind) ? x`IF(${promptTokens}=0,1E15,${promptTokens})` : x`0`;
  const card = isOfTokens(kind)
    ? cardSteps(layout, request, prompt, unsaid)
    : firstCard(layout, request);
  const tariff = tariffSteps(layout, request, card);
  return layout.step(
    "List price",
    "USD",
    x`IF(AND(${isSameKind},${requests}=0,ISNUMBER(${promptTokens})),${priceOn(request, card, tariff, kind)},NA())`,
  );
}

/** The card of the shortest prompts: what is sold by the search or the hour is the same on all. */
function firstCard(layout: Layout, { book: { cards }, model, day }: NativeRequest): NativeCell {
  const holds = x`(${cards.all("Number of its model")}=${model})*(${cards.all("First day")}<=${day})*(${cards.all("Last day")}>=${day})`;
  const start = layout.step(
    "Its first card holds for prompts above",
    "",
    x`SUMPRODUCT(MIN(${cards.all("Prompt above")}+(1-${holds})*10*1E15))`,
  );
  const card = x`SUMPRODUCT(${holds}*(${cards.all("Prompt above")}=${start})*(${cards.all("Row of the book")}-${cards.at("Row of the book", 0)}+1))`;
  return layout.step("Row of its card", "", x`IF(${card}=0,NA(),${card})`);
}

/** What quantities cost at list prices (docs/pricing-model.md 9.4). */
export function tokenCostSteps(
  layout: Layout,
  request: NativeRequest,
  { range, quantities, words }: TokensArea,
): NativeCell {
  const { promptTokens, requests } = request.options;
  layout.block("Tokens");
  const counted = quantities.map(({ kind, place }) => ({
    kind,
    quantity: layout.step(
      KIND_HEADINGS[kind],
      "",
      x`IF(${place}&""="",0,IF(ISNUMBER(${place}),IF(AND(${place}>=0,${place}<=1E15),${place},NA()),NA()))`,
    ),
  }));
  const sumOf = (all: readonly NativeFormula[]): NativeFormula =>
    all.reduce<NativeFormula>((sum, one) => x`${sum}+${one}`, x`0`);
  const ofPrompts = counted.filter(({ kind }) => PROMPT_KINDS.includes(kind));
  const all = layout.step(
    "Tokens of all prompts",
    "",
    sumOf(ofPrompts.map(({ quantity }) => quantity)),
  );
  const prompt = x`IF(${promptTokens}>0,${promptTokens},IF(${requests}>0,${all}/MAX(1E-9,${requests}),${all}))`;
  const card = cardSteps(layout, request, prompt, x`${promptTokens}+${requests}=0`);
  const tariff = tariffSteps(layout, request, card);
  const costs = counted.map(({ kind, quantity }) =>
    layout.step(
      `Cost of ${kind}`,
      "USD",
      x`IF(${quantity}=0,0,${quantity}*${priceOn(request, card, tariff, kind)}/${pricedUnit(kind)})`,
    ),
  );
  const same = sumOf(words.map(({ text: word, place }) => x`(${place}=${text(word)})`));
  const filled = sumOf(quantities.map(({ place }) => x`IF(${place}&""="",0,1)`));
  // Of a row of numbers alone, one has to be there.
  const isGiven = words.length > 0 ? x`TRUE` : x`COUNT(${range})>0`;
  const hold = layout.step(
    "Are the words beside the numbers as they were? (1 is yes)",
    "",
    x`IF(AND(${same}=${words.length},SUMPRODUCT((${range}<>"")*1)-(${filled})=${words.length},${isGiven}),1,0)`,
  );
  return layout.step(
    "Cost at list prices",
    "USD",
    x`IF(AND(${hold}=1,ISNUMBER(${card})),${sumOf(costs)},NA())`,
  );
}
