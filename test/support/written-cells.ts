/**
 * Cells as a test writes them: rows between semicolons, cells between commas, as in "Mean, 600; CV, 0.35". A number is a
 * number, TRUE and FALSE are truth values, nothing is a blank cell, and anything else is text; in quotes it always is.
 */
export function writtenCells(text: string): readonly (readonly unknown[])[] {
  return text.split(";").map((row) => row.split(",").map(writtenCell));
}

function writtenCell(text: string): unknown {
  const bare = text.trim();
  if (bare === "") return null;
  if (bare === "TRUE" || bare === "FALSE") return bare === "TRUE";
  if (/^".*"$/.test(bare)) return bare.slice(1, -1);
  return Number.isNaN(Number(bare)) ? bare : Number(bare);
}
