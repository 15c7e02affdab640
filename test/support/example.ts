/** An example as docstrings and the README write it: `=COMMIT.F(1, {2,3;4,5}, "x") is 0.15`. */
export interface Example {
  readonly text: string;
  readonly id: string;
  readonly args: readonly unknown[];
  /** A value, rows of an array, or an error as a cell shows it. */
  readonly expected: unknown;
}

const SHAPE = /^=COMMIT\.([A-Z_]+)\((.*)\) is (.+)$/;

/** The examples in a text, one a line after `@example`, or on lines of their own. */
export function examplesIn(source: string): readonly Example[] {
  const lines = [...source.matchAll(/=COMMIT\.[^\n`]*\) is [^\n`]+/g)].map(([line]) => line.trim());
  return lines.map(parseExample);
}

export function parseExample(text: string): Example {
  const parts = SHAPE.exec(text);
  if (!parts) throw new Error(`not an example: ${text}`);
  const [, id = "", args = "", expected = ""] = parts;
  return {
    text,
    id,
    args: args === "" ? [] : split(args, ",").map(parseValue),
    expected: parseExpected(expected),
  };
}

function parseExpected(text: string): unknown {
  const error = /^(#VALUE!|#N\/A) (.+)$/.exec(text);
  return error ? { code: error[1], message: error[2] } : parseValue(text);
}

/** A literal as Excel writes it; nothing between commas is an omitted argument. */
function parseValue(text: string): unknown {
  const bare = text.trim();
  if (bare === "") return null;
  if (bare.startsWith("{"))
    return split(bare.slice(1, -1), ";").map((row) => split(row, ",").map(parseValue));
  if (bare.startsWith('"')) return bare.slice(1, -1).replaceAll('""', '"');
  if (bare.startsWith("#")) return { code: bare };
  const value = Number(bare);
  if (Number.isNaN(value)) throw new Error(`not a literal: ${bare}`);
  return value;
}

/** Splits at a separator outside braces and quotes. */
function split(text: string, separator: string): string[] {
  const parts = [""];
  let depth = 0;
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    if (!quoted && letter === "{") depth++;
    if (!quoted && letter === "}") depth--;
    if (letter === separator && depth === 0 && !quoted) parts.push("");
    else parts[parts.length - 1] += letter;
  }
  return parts;
}
