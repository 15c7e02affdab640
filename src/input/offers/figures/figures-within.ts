import type { Span } from "../source";
import type { Figure } from "./figure";

export function isWithin(figure: Span, span: Span): boolean {
  return figure.start >= span.start && figure.end <= span.end;
}

/** The index of the first of spans in order that begins at a place or after it. */
export function firstFrom(start: number, all: readonly Span[]): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.start ?? start) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The figures of a part of the text, found without a look at the others. */
export function figuresWithin(span: Span, all: readonly Figure[]): readonly Figure[] {
  const within: Figure[] = [];
  for (let index = firstFrom(span.start, all); index < all.length; index++) {
    const figure = all[index];
    if (figure === undefined || figure.start >= span.end) break;
    if (figure.end <= span.end) within.push(figure);
  }
  return within;
}
