import { phrased, type Way } from "./asked";
import { figuresInWords, withFigures } from "./figures-in-words";

const BASES: Readonly<Record<string, readonly string[]>> = {
  list: ["the list price"],
  committed: ["the committed rate"],
  unused: ["of what is unused", "of the unused amount", "of any unused commitment"],
  commitment: ["of the commitment"],
};

/** A multiple with the price that it multiplies. */
export const timesWhat: Way = (asked) =>
  phrased(
    asked,
    (BASES[asked.value] ?? []).map((base) =>
      asked.ask.from.replace(
        /(\d+(?:\.\d+)?)\s*(?:x|×|times)|(?:multipl\w+|factor)(?: of| is)?:?\s*(\d+(?:\.\d+)?)/iu,
        (_, before?: string, behind?: string) => `${before ?? behind}x ${base}`,
      ),
    ),
  );

/** A share with what it is a share of. */
export const shareOfWhat: Way = (asked) => {
  const { from } = asked.ask;
  const firm = asked.value === "unused" ? from.replace(/\bup to\s+/iu, "") : from;
  const figures = figuresInWords(firm);
  const shares = figures.filter(({ isPercent }) => isPercent);
  const plain = shares.map(({ text: share }) =>
    asked.value === "unused"
      ? `${share} of the unused commitment rolls over.`
      : `Unused commitment rolls over, up to ${share} of the commitment.`,
  );
  const worded = (BASES[asked.value] ?? []).flatMap((base) =>
    shares.map((share) =>
      withFigures(firm, figures, (figure) =>
        figure === share ? `${figure.text} ${base}` : undefined,
      ),
    ),
  );
  return phrased(asked, [...worded, ...plain]);
};
