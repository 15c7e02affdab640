import { PREFIX } from "../formulas/print";
import { type FormulaToken, textOf, tokensOf } from "./formula-tokens";
import { offerFormulaAt } from "./offer-formulas";

/** A call of one of this add-in's functions in a formula. */
export interface CallOfOurs {
  /** Without its prefix, such as EFFECTIVE_COST; or the name of one of OFFER_TWINS. */
  readonly name: string;
  /** The parts of each argument, without spaces around them; none where it is left out. */
  readonly given: readonly (readonly FormulaToken[])[];
  /** Which parts of the formula it takes: from the first one up to the end, which is not one of them. */
  readonly first: number;
  readonly end: number;
}

const [NAMESPACE] = PREFIX.split(".");

/** As cells name our functions, and as a file does that was written where they are. */
const OURS = new RegExp(`^(?:${NAMESPACE}\\.|_xldudf_${NAMESPACE}_)([A-Z][A-Z0-9_]*)$`, "i");

const MAY_CALL = new RegExp(`${NAMESPACE}[._]`, "i");

/** Whether a cell's content can hold a call of ours: cheap, and asked of every cell of a workbook. */
export function mayCallOurs(content: unknown): content is string {
  return typeof content === "string" && content.startsWith("=") && MAY_CALL.test(content);
}

/** The outermost calls of ours in a formula, first to last. */
export function callsIn(formula: string | readonly FormulaToken[]): readonly CallOfOurs[] {
  const tokens = typeof formula === "string" ? tokensOf(formula) : formula;
  const calls: CallOfOurs[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const call = callAt(tokens, at) ?? offerAt(tokens, at);
    if (call === undefined) continue;
    calls.push(call);
    at = call.end - 1;
  }
  return calls;
}

/** The call that is the whole of these parts; undefined where there is more, or none. */
export function onlyCall(tokens: readonly FormulaToken[]): CallOfOurs | undefined {
  const [call] = callsIn(tokens);
  return call?.first === 0 && call.end === tokens.length ? call : undefined;
}

/** Parts without the spaces around them. */
export function trimmed(tokens: readonly FormulaToken[]): readonly FormulaToken[] {
  const isWord = ({ kind }: FormulaToken): boolean => kind !== "space";
  return tokens.slice(Math.max(0, tokens.findIndex(isWord)), tokens.findLastIndex(isWord) + 1);
}

function callAt(tokens: readonly FormulaToken[], at: number): CallOfOurs | undefined {
  const token = tokens[at];
  const [, name] = token?.kind === "function" ? (OURS.exec(token.text) ?? []) : [];
  if (name === undefined) return undefined;
  const read = argumentsAt(tokens, at);
  if (read === undefined) return undefined;
  // The @ that Excel puts before a call means nothing before an address.
  const first = isAt(tokens[at - 1]) ? at - 1 : at;
  return { name: name.toUpperCase(), first, ...read };
}

/** A formula of ours around two calls, as if it were one call: of all that both are given, and its own operands. */
function offerAt(tokens: readonly FormulaToken[], at: number): CallOfOurs | undefined {
  const offer = offerFormulaAt(tokens, at);
  if (offer === undefined) return undefined;
  const [options, thresholds] = [onlyCall(offer.options), onlyCall(offer.thresholds)];
  if (options?.name !== "COMMITMENT_OPTIONS" || thresholds?.name !== "THRESHOLDS") return undefined;
  const [forecast = [], bands = [], terms = []] = options.given;
  const [usage = [], commitment = [], otherBands = [], otherTerms = []] = thresholds.given;
  const isOneAgreement =
    textOf(bands) === textOf(otherBands) && textOf(terms) === textOf(otherTerms);
  if (!isOneAgreement) return undefined;
  const given = [forecast, usage, commitment, bands, terms, ...offer.rest];
  return { name: offer.name, given, first: at, end: offer.end };
}

/** The arguments of the function that stands at a place, and where its call ends; undefined where no bracket closes it. */
export function argumentsAt(
  tokens: readonly FormulaToken[],
  at: number,
): Pick<CallOfOurs, "given" | "end"> | undefined {
  const given: FormulaToken[][] = [[]];
  let depth = 0;
  for (let end = at + 2; end < tokens.length; end++) {
    const part = tokens[end];
    if (part === undefined) break;
    const sign = part.kind === "sign" ? part.text : "";
    if (sign === ")" && depth === 0) return { given: given.map(trimmed), end: end + 1 };
    if (sign === "," && depth === 0) given.push([]);
    else {
      given.at(-1)?.push(part);
      if (sign === "(") depth++;
      if (sign === ")") depth--;
    }
  }
  return undefined;
}

function isAt(token: FormulaToken | undefined): boolean {
  return token?.kind === "sign" && token.text === "@";
}
