const TOKEN_KINDS = ["text", "sheet", "brackets", "call", "word", "number", "mark"] as const;

/** A piece of a formula; the pieces' texts joined are the formula. */
export interface Token {
  readonly kind: (typeof TOKEN_KINDS)[number];
  readonly text: string;
}

const PATTERN =
  /("(?:[^"]|"")*")|('(?:[^']|'')*'|[\p{L}_\\$][\p{L}\p{N}_.\\$?]*(?=!))|(\[(?:[^[\]]|\[(?:[^[\]]|\[[^[\]]*\])*\])*\])|([\p{L}_\\$][\p{L}\p{N}_.\\$?]*(?=\())|([\p{L}_\\$][\p{L}\p{N}_.\\$?]*)|(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|([\s\S])/gu;

/** Cuts a formula into text in quotes, sheets, brackets, functions that are called, other words, numbers and single marks. */
export function readTokens(formula: string): readonly Token[] {
  return [...formula.matchAll(PATTERN)].map((match): Token => {
    const index = match.slice(1).findIndex((group) => group !== undefined);
    return { kind: TOKEN_KINDS[index] ?? "mark", text: match[0] };
  });
}

export function writeTokens(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join("");
}

/** Whether a token is a name, of a function that is called or of something else. */
export function isWord(token: Token | undefined): boolean {
  return token?.kind === "call" || token?.kind === "word";
}

/** The token at a place, skipping spaces: forwards with step 1, backwards with step -1. */
export function neighbour(
  tokens: readonly Token[],
  index: number,
  step: 1 | -1,
): Token | undefined {
  let at = index + step;
  while (tokens[at] && /^\s$/.test(tokens[at]?.text ?? "")) at += step;
  return tokens[at];
}

/** A call's arguments, each as the range of its tokens: the first, and the one after the last. */
export function argumentsOf(
  tokens: readonly Token[],
  call: number,
): readonly (readonly [from: number, to: number])[] {
  const found: [number, number][] = [];
  let depth = 0;
  let from = call + 2;
  for (let at = call + 1; at < tokens.length; at += 1) {
    const text = tokens[at]?.kind === "mark" ? tokens[at]?.text : "";
    if (text === "(" || text === "{") depth += 1;
    if (text === ")" || text === "}") depth -= 1;
    const isEnd = depth === 0;
    if (isEnd || (text === "," && depth === 1)) {
      found.push([from, at]);
      from = at + 1;
    }
    if (isEnd) break;
  }
  return found;
}

/** Places of the names that LET and LAMBDA give, where they are given and where they are used. */
export function parameterPlaces(tokens: readonly Token[]): ReadonlySet<number> {
  const places = tokens.flatMap(({ kind, text }, call) => {
    const isLambda = text.toUpperCase() === "LAMBDA";
    if (kind !== "call" || (!isLambda && text.toUpperCase() !== "LET")) return [];
    const parts = argumentsOf(tokens, call);
    const names = parts
      .slice(0, -1)
      .filter((_, place) => isLambda || place % 2 === 0)
      .map(([from, to]) => writeTokens(tokens.slice(from, to)).trim().toUpperCase());
    const end = parts.at(-1)?.[1] ?? 0;
    return [...tokens.keys()].filter(
      (at) =>
        at > call &&
        at < end &&
        isWord(tokens[at]) &&
        names.includes(tokens[at]?.text.toUpperCase() ?? ""),
    );
  });
  return new Set(places);
}
