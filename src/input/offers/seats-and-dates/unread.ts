/** Phrases of a text, less those of which every figure is in one of the phrases that were read. */
export function withoutRead(
  phrases: readonly string[],
  read: readonly string[],
): readonly string[] {
  return phrases.filter((phrase) => {
    if (read.some((own) => own.includes(phrase))) return false;
    const rest = read.reduce((left, own) => left.replaceAll(own, " "), phrase);
    return rest === phrase || /[\d%]/.test(rest);
  });
}
