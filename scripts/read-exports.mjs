// `node scripts/read-exports.mjs [--book FILE.csv] FILE…`: prints what an import of these files would give, as one JSON object
// (docs/usage-files.md, For machines). It ends with 0 also where files are refused.
import { loadTypeScript } from "./bundle.mjs";

const { readExports } = await loadTypeScript("scripts/exports-on-disk.ts");
const [option, ...others] = process.argv.slice(2);
const [book, ...files] = option === "--book" ? others : [undefined, option, ...others];
const read = await readExports(
  files.filter((file) => file !== undefined),
  book,
);
if (read.ok) console.log(JSON.stringify(read.value, null, 1));
else {
  console.error(read.sentence);
  process.exitCode = 1;
}
