import { CURRENCY_CODES } from "../../../core/currency";

/** Text of a cell or member; NULL and None, which databases and Python write, are blank. */
export function plainWord(text: string): string {
  const trimmed = text.trim();
  return BLANK.test(trimmed) ? "" : trimmed;
}

const BLANK = /^(?:null|none)$/i;

/** Whether a number or date is not given. */
export function isBlank(text: string): boolean {
  return /^\s*(?:null)?\s*$/i.test(text);
}

/** Whether a column of currencies or units says another one than USD. */
export function isForeign(text: string): boolean {
  const word = plainWord(text);
  return word !== "" && !/^(?:usd|(?:us)? ?\$|(?:us )?dollars?)$/i.test(word);
}

/** Whether a unit is of money, "EUR" or "thousand USD". */
export function namesMoney(unit: string): boolean {
  const words = unit.toLowerCase().match(/[a-z]+/g) ?? [];
  return (
    words.some((word) => CURRENCY_CODES.some((code) => code.toLowerCase() === word)) ||
    /[$€£¥]/.test(unit)
  );
}

/** How a request was served, in one writing; what a bill calls message is standard. */
export function serviceWord(text: string): string {
  const word = plainWord(text).toLowerCase();
  return word === "" || word === "message" ? "standard" : word;
}

export function geoWord(text: string): string {
  const word = plainWord(text).toLowerCase();
  return word === "" || word === "not_available" ? "global" : word;
}

export function speedWord(text: string): string {
  return plainWord(text).toLowerCase() || "standard";
}

/** Cost that is not for tokens is under its type: "web search". */
export function costTypeWord(text: string): string {
  const word = plainWord(text).toLowerCase();
  return word === "token" || word === "tokens" ? "" : word;
}
