/**
 * The functions of Excel that our workings use: each is in every Excel since 2007 under this name, needs no array entry, and
 * answers the same in LibreOffice. None depends on the language of the reader, on the day, or on chance.
 */
export const NATIVE_FUNCTIONS = [
  ...([
    "IF",
    "IFERROR",
    "AND",
    "OR",
    "NA",
    "ISNUMBER",
    "ISTEXT",
    "MIN",
    "MAX",
    "SUM",
    "COUNT",
  ] as const),
  ...([
    "SUMPRODUCT",
    "ROUND",
    "ROUNDUP",
    "INT",
    "EDATE",
    "ROWS",
    "INDEX",
    "MATCH",
    "SMALL",
  ] as const),
  ...([
    "LN",
    "LOG10",
    "EXP",
    "POWER",
    "SQRT",
    "NORMSDIST",
    "NORMDIST",
    "NORMSINV",
    "BETADIST",
    "BETAINV",
  ] as const),
  ...(["LOWER", "SUBSTITUTE", "TRIM"] as const),
] as const;
export type NativeFunction = (typeof NATIVE_FUNCTIONS)[number];
