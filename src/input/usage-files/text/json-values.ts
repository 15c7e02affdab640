/**
 * Every value of a text that holds several one after another, as downloads of several pages do; undefined where it is broken.
 */
export function jsonValues(text: string): readonly unknown[] | undefined {
  try {
    return [JSON.parse(text)];
  } catch {
    return severalValues(text);
  }
}

function severalValues(text: string): readonly unknown[] | undefined {
  try {
    return valueEnds(text).map((end, index, ends) =>
      JSON.parse(text.slice(ends[index - 1] ?? 0, end)),
    );
  } catch {
    return undefined;
  }
}

/** Where each value ends, by the nesting of its brackets outside of texts. */
function valueEnds(text: string): readonly number[] {
  const ends: number[] = [];
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}]/gs)) {
    if (mark === "{" || mark === "[") depth++;
    else if (mark === "}" || mark === "]") depth--;
    else continue;
    if (depth === 0) ends.push(index + 1);
  }
  const rest = text.slice(ends.at(-1) ?? 0);
  return rest.trim() === "" ? ends : [...ends, text.length];
}
