// The functions' docstrings as a reference: one source for docs/functions.md and for the help page that Excel opens.
import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { functionFiles } from "./function-files.mjs";

const ROOT = path.join(import.meta.dirname, "..");

/** What stands for each function where the add-in is not: steps of formulas, or its value. */
const IN_PLAIN_EXCEL = JSON.parse(
  readFileSync(path.join(ROOT, "src/sheets/native/plain-excel.json"), "utf8"),
);

/** The sentence about a function, and where it is explained. */
function inPlainExcel(id) {
  const { steps, unless, because } = IN_PLAIN_EXCEL[id];
  if (because) return `In plain Excel: as a value, because ${because}.`;
  return `In plain Excel: yes, in steps: ${steps}.${unless ? ` As a value where ${unless}.` : ""}`;
}

/** Headings of the reference, one for each file of functions. */
const TOPICS = {
  "bands.ts": "Bands",
  "tiers.ts": "Usage tiers",
  "period.ts": "One period of one agreement",
  "thresholds.ts": "Crossing a threshold",
  "sensitivity.ts": "Thresholds and sensitivity tables",
  "forecast.ts": "What usage may be",
  "uncertain-usage.ts": "A commitment under uncertain usage",
  "decisions.ts": "Which commitment",
  "clauses.ts": "What a clause is worth",
  "negotiation.ts": "The least discount to accept",
  "how-sure.ts": "How sure an answer is",
  "what-if.ts": "What if a band or a term were another",
  "price-book.ts": "List prices of tokens",
  "efficient-usage.ts": "Efficient usage",
  "history.ts": "Usage by month, and its forecast",
  "benchmark.ts": "An offer among comparable deals",
  "term.ts": "Several years: schedule, cost and cash",
  "term-value.ts": "Several years: what protections and chance are worth",
  "mid-term.ts": "A deal under way",
};

/** @returns {{topic: string, functions: FunctionDoc[]}[]} */
export function readFunctionDocs() {
  return functionFiles.map((file) => ({
    topic: TOPICS[path.basename(file)] ?? path.basename(file, ".ts"),
    functions: documentedFunctions(path.join(ROOT, file)),
  }));
}

function documentedFunctions(file) {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  return source.statements.filter(ts.isFunctionDeclaration).flatMap((declaration) => {
    const doc = ts.getJSDocCommentsAndTags(declaration).find(ts.isJSDoc);
    const tags = doc?.tags ?? [];
    const text = (name) =>
      tags.filter(({ tagName }) => tagName.text === name).map(({ comment }) => asText(comment));
    const [id] = text("customfunction");
    if (!id) return [];
    const [summary, ...more] = asText(doc.comment).split(/\n\s*\n/);
    return [
      {
        id,
        summary: unwrap(summary),
        more: more.map(unwrap),
        parameters: tags.filter(ts.isJSDocParameterTag).map((tag) => ({
          name: tag.name.getText(),
          optional: tag.isBracketed,
          description: unwrap(asText(tag.comment)),
        })),
        returns: unwrap(asText(tags.find(ts.isJSDocReturnTag)?.comment)),
        errors: text("throws").map(unwrap),
        examples: text("example").map(unwrap),
      },
    ];
  });
}

function asText(comment) {
  return (ts.getTextOfJSDocComment(comment) ?? "").trim();
}

function unwrap(text) {
  return text.replace(/\s*\n\s*/g, " ");
}

function signature({ id, parameters }) {
  const names = parameters.map(({ name, optional }) => (optional ? `[${name}]` : name));
  return `COMMIT.${id}(${names.join(", ")})`;
}

/** The whole reference as Markdown. */
export function renderMarkdown(topics) {
  const lines = [
    "# Functions",
    "",
    "Generated from the docstrings in `src/functions` by `npm run docs`; every example is run by the tests.",
    "Money is in USD, discounts and shares are fractions (0.15 is 15%). Wrong input is `#VALUE!` with a sentence",
    "that says what to mend; a question without an answer is `#N/A` with why. Of each function the last line says what stands for it where",
    "the add-in is not: formulas of Excel's own in steps, or its value ([workings](workings.md)).",
  ];
  for (const { topic, functions } of topics) {
    lines.push("", `## ${topic}`);
    for (const one of functions) {
      lines.push("", `### ${one.id}`, "", `\`${signature(one)}\``, "", one.summary);
      for (const paragraph of one.more) lines.push("", paragraph);
      lines.push("", "| argument | |", "| --- | --- |");
      for (const { name, optional, description } of one.parameters)
        lines.push(
          `| ${name}${optional ? " (optional)" : ""} | ${description.replaceAll("|", "\\|")} |`,
        );
      lines.push("", `Returns: ${one.returns}`);
      for (const error of one.errors) lines.push("", `Errors: ${error}`);
      lines.push("", inPlainExcel(one.id));
      lines.push("", "```", ...one.examples, "```");
    }
  }
  return `${lines.join("\n")}\n`;
}

/** The same as a page, which Excel's help on a function opens. */
export function renderHtml(topics) {
  const body = topics.map(
    ({ topic, functions }) => `<h2>${asHtml(topic)}</h2>${functions.map(functionHtml).join("")}`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'">
<title>Bandwise functions</title>
<link rel="stylesheet" href="help.css">
</head>
<body>
<main>
<h1>Bandwise functions</h1>
<p>Money is in USD; discounts and shares are fractions (0.15 is 15%). Wrong input is #VALUE! with a sentence that says what to mend; a question without an answer is #N/A with why. Nothing leaves the workbook.</p>
<nav><ul>${topics.flatMap(({ functions }) => functions.map(({ id }) => `<li><a href="#${id}">${id}</a></li>`)).join("")}</ul></nav>
${body.join("\n")}
</main>
</body>
</html>
`;
}

function functionHtml(one) {
  const rows = one.parameters.map(
    ({ name, optional, description }) =>
      `<tr><th scope="row">${name}${optional ? " (optional)" : ""}</th><td>${asHtml(description)}</td></tr>`,
  );
  return `<section id="${one.id}">
<h3>${one.id}</h3>
<p><code>${asHtml(signature(one))}</code></p>
${[one.summary, ...one.more].map((text) => `<p>${asHtml(text)}</p>`).join("\n")}
<table><tbody>${rows.join("")}</tbody></table>
<p>Returns: ${asHtml(one.returns)}</p>
${one.errors.map((text) => `<p>Errors: ${asHtml(text)}</p>`).join("\n")}
<p>${asHtml(inPlainExcel(one.id))}</p>
<pre>${one.examples.map(asHtml).join("\n")}</pre>
</section>
`;
}

function asHtml(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
