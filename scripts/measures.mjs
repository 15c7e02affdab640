// The bench and the gate print what they measured into docs/measures.md, each under its title. Type no number there.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import path from "node:path";

const file = path.join(import.meta.dirname, "../docs/measures.md");

/**
 * Puts a table into docs/measures.md, in place of the one printed there before.
 *
 * @param title Text of the comments that enclose the table; without them there is no place for it, and this throws.
 * @param rows Texts, the first row being the heading; the first column is set to the left, all others to the right.
 * @param note One line under the table.
 */
export function putMeasure(title, rows, note = "") {
  const text = readFileSync(file, "utf8");
  const [begin, end] = [`<!-- printed: ${title} -->\n`, "<!-- end -->"];
  const from = text.indexOf(begin);
  if (from < 0) throw new Error(`docs/measures.md has no "${begin.trim()}"`);
  const start = from + begin.length;
  const [head = [], ...body] = rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  const ruler = head.map((_, column) => (column === 0 ? "---" : "---:"));
  const table = [head, ruler, ...body].map((row) => `| ${row.join(" | ")} |`).join("\n");
  const printed = `\n${table}\n${note && `\n${note}\n`}\n`;
  writeFileSync(file, text.slice(0, start) + printed + text.slice(text.indexOf(end, start)));
}

/** When and on what: the day, the processor, and how many other programs wanted it. */
export function measuredOn() {
  const day = new Date().toISOString().slice(0, 10);
  const [processor] = cpus();
  const model = (processor?.model ?? "unknown processor").replace(/\s+/g, " ").trim();
  return `${day}, ${cpus().length} × ${model}, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)}.`;
}
