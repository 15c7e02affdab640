// Univer identifies its services by class name, and errors of the model name the model's classes, so esbuild keeps names.
// It would do so whenever an inner function is created, which takes a tenth of the grid's time.
import { readFile, writeFile } from "node:fs/promises";

const NAMING =
  /\((\w+),\s*(\w+)\)\s*=>\s*([\w$]+)\(\1,\s*"name",\s*\{\s*value(?::\s*\2)?,\s*configurable:\s*(?:!0|true)\s*\}\)/;

/**
 * Lets a bundle of esbuild's keep the names of what has a prototype, and not those of arrows and methods.
 *
 * @param {string} file A bundle made with `keepNames`.
 * @returns {Promise<boolean>} Whether it names anything.
 */
export async function keepClassNamesOnly(file) {
  const code = await readFile(file, "utf8");
  const cheap = code.replace(
    NAMING,
    '($1, $2) => $1.prototype ? $3($1, "name", { value: $2, configurable: true }) : $1',
  );
  if (cheap === code) return false;
  await writeFile(file, cheap);
  return true;
}
