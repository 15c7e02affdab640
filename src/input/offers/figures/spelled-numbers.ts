const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };

/** Pattern of a number in words: "thirty-six", "five hundred thousand", "half a million". */
export const SPELLED = `(?:(?:${[...ONES, ...TENS, "hundred", ...Object.keys(SCALES)].join("|")})(?:(?:[ -]|(?: and ))(?=(?:${[...ONES, ...TENS, "hundred", ...Object.keys(SCALES)].join("|")})\\b))?){1,16}|half a (?:million|billion)|a quarter of a million|(?:a|quarter) (?:million|quarter million)`;

/** The number that words spell, or undefined. */
export function readSpelled(words: string): number | undefined {
  const text = words.toLowerCase().trim();
  if (/^half a /.test(text)) return (SCALES[text.split(" ")[2] ?? ""] ?? 0) / 2;
  if (/quarter/.test(text)) return 250_000;
  if (text === "a million") return 1e6;
  let total = 0;
  let group = 0;
  for (const word of text.split(/[ -]+/)) {
    const one = ONES.indexOf(word);
    const ten = TENS.indexOf(word);
    const scale = SCALES[word];
    if (one >= 0) group += one;
    else if (ten >= 0) group += (ten + 2) * 10;
    else if (word === "hundred") group = (group === 0 ? 1 : group) * 100;
    else if (scale !== undefined) {
      total += (group === 0 ? 1 : group) * scale;
      group = 0;
    } else if (word !== "and") return undefined;
  }
  return total + group;
}
