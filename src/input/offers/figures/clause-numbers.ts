const NUMBERED =
  /^[ \t]*§?([1-9]\d?(?:\.\d{1,2}){1,3}(?=\.?[ \t]+["']?\p{Lu})|[A-Za-z](?:\.\d{1,2}){1,3}(?=\.?[ \t]+["']?[\p{L}\d]))\.?/gmu;

/**
 * The numbers of clauses that begin lines, "4.2 A discount of … ⏎ 4.3 Up to …", each by its place with its end: one counts where another
 * line has the number before or after it.
 */
export function clauseNumbers(text: string): ReadonlyMap<number, number> {
  const found = [...text.matchAll(NUMBERED)].map(({ 0: all, 1: number = "", index }) => {
    const [whole = "", last = ""] = /^(.*\.)(\d+)$/.exec(number)?.slice(1) ?? [];
    const start = index + all.indexOf(number);
    return { start, end: index + all.length, whole, last: Number(last) };
  });
  const known = new Set(found.map(({ whole, last }) => `${whole}${last}`));
  const isInOrder = ({ whole, last }: (typeof found)[number]): boolean =>
    known.has(`${whole}${last - 1}`) || known.has(`${whole}${last + 1}`);
  return new Map(found.filter(isInOrder).map(({ start, end }) => [start, end]));
}
