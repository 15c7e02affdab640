export const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };

const PARTS: Readonly<Record<string, number>> = {
  ...{
    a: 1,
    "a half": 0.5,
    half: 0.5,
    "half a": 0.5,
    "a quarter": 0.25,
    quarter: 0.25,
    "three quarters": 0.75,
  },
};

const WORD = `(?:${[...ONES, ...TENS, "hundred", ...Object.keys(SCALES)].join("|")})`;

/** Pattern of a number in words: "thirty-six", "one hundred and fifty thousand", "one and a half million", "half a million". */
export const SPELLED = `(?:(?:${ONES.join("|")}) and (?:a|one)[ -]half|a half|half(?: a)?|(?:a )?quarter(?: of)?(?: a)?|three quarters of a|a) (?:million|billion)|(?:${ONES.join("|")}) and (?:a|one)[ -]half|(?:a (?=hundred))?(?:${WORD}(?:(?:[ -]|(?<=hundred) and )(?=${WORD}\\b))?){1,16}`;

/** The number that words spell, or undefined. */
export function readSpelled(words: string): number | undefined {
  const text = words
    .toLowerCase()
    .trim()
    .replace(/^a (?=hundred)/, "");
  const scaled =
    /^(?:(?<count>\w+) and (?:a|one)[ -]half|(?<part>a half|half(?: a)?|a quarter|quarter|three quarters|a)(?: of)?(?: an?)?) (?<scale>million|billion)$/.exec(
      text,
    )?.groups;
  if (scaled) {
    const part = PARTS[scaled["part"] ?? ""] ?? ONES.indexOf(scaled["count"] ?? "") + 0.5;
    return part * (SCALES[scaled["scale"] ?? ""] ?? 0);
  }
  const halved = /^(\w+) and (?:a|one)[ -]half$/.exec(text)?.[1];
  if (halved !== undefined) return ONES.indexOf(halved) + 0.5;
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
  // "A million two" is more than its words add up to.
  return total >= 1e6 && group > 0 && group < 100 ? undefined : total + group;
}
