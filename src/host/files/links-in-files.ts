import { type PackageParts, relationOf, relationsOf } from "./package-parts";
import type { LinkDocument } from "./workbook-document";
import { innerOf, tagsNamed } from "./xml-text";

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml";

/**
 * A file's links to other workbooks, without which Excel takes the formulas that use them out.
 *
 * @param read The parts of the file that are read, of `parts`.
 * @throws When one is missing: the numbers in formulas would mean other workbooks.
 */
export function readLinks(parts: PackageParts, read: PackageParts): readonly LinkDocument[] {
  const list = innerOf(read.text(read.workbookPath), "externalReferences");
  return tagsNamed(list, "externalReference").map((tag) => {
    const path = read.linkedPath(read.workbookPath, relationOf(tag) ?? "");
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
  const paths = links.map((_, index) => `externalLinks/externalLink${index + 1}.xml`);
  links.forEach(({ part, relations }, index) => {
    const path = `xl/${paths[index]}`;
    parts.put(path, part);
    if (relations) parts.put(relationsOf(path), relations);
  });
  const add = (path: string, before: RegExp, added: string): void =>
    parts.put(
      path,
      parts.text(path).replace(before, (end) => added + end),
    );
  const each = (write: (path: string, id: string) => string): string =>
    paths.map((path, index) => write(path, `rIdLink${index + 1}`)).join("");
  add(
    "[Content_Types].xml",
    /<\/Types>/,
    each((path) => `<Override PartName="/xl/${path}" ContentType="${TYPE}"/>`),
  );
  add(
    relationsOf(workbookPath),
    /<\/Relationships>/,
    each(
      (path, id) => `<Relationship Id="${id}" Type="${RELATIONS}/externalLink" Target="${path}"/>`,
    ),
  );
  const list = each((_, id) => `<externalReference r:id="${id}"/>`);
  add(
    workbookPath,
    /<definedNames|<calcPr|<\/workbook>/,
    `<externalReferences>${list}</externalReferences>`,
  );
}
