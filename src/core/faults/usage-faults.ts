import { line, lines, type Place, type Sentences } from "./place";
import { all, number, size } from "./text";

/** A price book, usage in tokens or levers that cannot be priced as they are. */
export type UsageFault =
  | { readonly kind: "endBeforeStart"; readonly argument: string; readonly row: number }
  | {
      readonly kind: "pricedTwice";
      readonly model: string;
      readonly rows: readonly [number, number];
    }
  /** The prices of a model depend on the length of the prompt, which nothing says. */
  | {
      readonly kind: "promptLengthUnsaid";
      /** Where it would be said. */
      readonly place: Place;
      readonly model: string;
      readonly aboveTokens: readonly number[];
    }
  | { readonly kind: "promptLengthTwice" }
  | { readonly kind: "requestsWithoutTokens" }
  | { readonly kind: "optionsContradict"; readonly given: readonly [string, string] }
  | { readonly kind: "promptTokensTwice"; readonly given: readonly [number, number] }
  | { readonly kind: "tokensInNoShape"; readonly rows: number; readonly columns: number }
  | { readonly kind: "routeWithoutModel"; readonly row: number; readonly missing: "From" | "To" }
  | {
      readonly kind: "routedMoreThanAll";
      readonly model: string;
      readonly shareSum: number;
      readonly rows: readonly number[];
    }
  | {
      readonly kind: "cachedMoreThanAll";
      readonly row: number;
      readonly share: number;
      readonly writeRatio: number;
    };

export const USAGE_SENTENCES: Sentences<UsageFault> = {
  endBeforeStart: (error) =>
    `To is before From in row ${error.row} of ${error.argument}: give the first day in From and the last in To`,
  pricedTwice: (error) =>
    `book has two prices of ${error.model} for the same day, in ${lines(error)}: end one before the other begins, or give Prompt above`,
  promptLengthUnsaid: ({ place, model, aboveTokens }) =>
    `the price of ${model} depends on the prompt length (it changes above ${all(aboveTokens.map(number))} tokens): give ${place.field} in ${place.row === undefined ? "" : `${line(place)} ${place.row} of `}${place.argument}`,
  promptLengthTwice: () =>
    "options has both Prompt tokens and Requests, which both say the prompt length: keep one of them",
  requestsWithoutTokens: () =>
    "Requests in options says no prompt length without tokens: give Prompt tokens, those of one request",
  optionsContradict: (error) => `options has both ${error.given.join(" and ")}: keep one of them`,
  promptTokensTwice: (error) =>
    `options has two numbers, ${all(error.given.map(number))}: give one, the prompt tokens of a request`,
  tokensInNoShape: (error) =>
    `tokens has ${size(error)}: give two columns, kind and tokens, or kinds across with the numbers below, or the five or six numbers of a row of the Usage sheet`,
  routeWithoutModel: (error) =>
    `${error.missing} in ${line(error)} ${error.row} of levers is missing: give the model that tokens are routed ${error.missing === "From" ? "from" : "to"}`,
  routedMoreThanAll: (error) =>
    `the shares routed from ${error.model} in ${lines(error)} of levers add up to ${number(error.shareSum)}: make them add up to 1 at most`,
  cachedMoreThanAll: (error) =>
    `share ${number(error.share)} with write ratio ${number(error.writeRatio)} in ${line(error)} ${error.row} of levers caches more than the whole prompt: give a share up to ${number(Math.floor(1e6 / (1 + error.writeRatio)) / 1e6)}, or a lower write ratio`,
};
