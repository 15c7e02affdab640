// `npm run release-check` stops a release whose price book was checked more than 60 days ago.
// `node scripts/check-price-book.mjs 2026-12-24` asks the same for that day.
import { readFileSync } from "node:fs";
import path from "node:path";

const MOST_DAYS = 60;
const DAY_MS = 86_400_000;

const today = new Date(process.argv[2] ?? Date.now());
const file = path.join(import.meta.dirname, "../src/input/price-book.csv");
const [heading, ...rows] = readFileSync(file, "utf8").trim().split("\n");
// No cell holds a comma: notes, which may, are in price-book-sources.csv.
const column = heading.split(",").indexOf("Checked on");
const old = rows
  .map((row) => row.split(","))
  .filter((cells) => !(today - new Date(cells[column]) <= MOST_DAYS * DAY_MS));

if (old.length > 0) {
  console.error(
    `The price book was checked more than ${MOST_DAYS} days ago. Check each price on the vendor's page, and write the day into "Checked on" of src/input/price-book.csv:`,
  );
  for (const cells of old) console.error(`  ${cells[0]} ${cells[column]}`);
  process.exit(1);
}
console.log(`The price book was checked at most ${MOST_DAYS} days ago: ${rows.length} rows.`);
