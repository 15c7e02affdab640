/** The wanted name, or the first of `wanted 2`, `wanted 3`, … that is not taken; case does not matter. */
export function freeName(wanted: string, taken: readonly string[], separator = " "): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  if (!used.has(wanted.toLowerCase())) return wanted;
  let number = 2;
  while (used.has(`${wanted}${separator}${number}`.toLowerCase())) number++;
  return `${wanted}${separator}${number}`;
}
