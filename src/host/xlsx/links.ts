import { type PackageParts, relationsOf } from "./package-parts";
import type { LinkDocument } from "./workbook-document";
import { innerOf, tagsNamed } from "./xml-text";

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml";

/**
 * A file's links to other workbooks. Without them Excel removes the formulas that use them.
 *
 * @param read The parts of the file that are read, of `parts`.
 * @throws When one is missing: the numbers in formulas would then refer to other workbooks.
 */
export function readLinks(parts: PackageParts, read: PackageParts): readonly LinkDocument[] {
  const list = innerOf(read.text(read.workbookPath), "externalReferences");
  const linked = read.links(read.workbookPath);
  return tagsNamed(list, "externalReference").map((reference) => {
    const { path = "" } = linked.find(({ id }) => id === reference["id"]) ?? {};
    const part = parts.part(path);
    const relations = parts.part(relationsOf(path));
    if (part === undefined) throw new Error(`${path} is missing`);
    return relations ? { part, relations } : { part };
  });
}

/** Adds the links to the parts of a written workbook. */
export function writeLinks(parts: PackageParts, links: readonly LinkDocument[]): void {
  if (links.length === 0) return;
  const { workbookPath } = parts;
  const references = links.map(({ part, relations }, index) => {
    const path = `externalLinks/externalLink${index + 1}.xml`;
    const id = `rIdLink${index + 1}`;
    parts.put(`xl/${path}`, part);
    if (relations) parts.put(relationsOf(`xl/${path}`), relations);
    const type = `<Override PartName="/xl/${path}" ContentType="${TYPE}"/>`;
    parts.change("[Content_Types].xml", (xml) => xml.replace("</Types>", `${type}$&`));
    const link = `<Relationship Id="${id}" Type="${RELATIONS}/externalLink" Target="${path}"/>`;
    const links = relationsOf(workbookPath);
    parts.change(links, (xml) => xml.replace("</Relationships>", `${link}$&`));
    return `<externalReference r:id="${id}"/>`;
  });
  const list = `<externalReferences>${references.join("")}</externalReferences>`;
  const behind = /<definedNames|<calcPr|<\/workbook>/;
  parts.change(workbookPath, (xml) => xml.replace(behind, `${list}$&`));
}
