import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { innerOf, readAttributes, tagsNamed } from "./xml-text";

const WORKBOOK = "xl/workbook.xml";
const STYLES = "xl/styles.xml";

/** The parts of a file, a ZIP archive, by their paths. */
export class PackageParts {
  readonly #parts: Record<string, Uint8Array>;

  /** @throws When the bytes are no whole ZIP archive. */
  constructor(bytes: Uint8Array) {
    this.#parts = unzipSync(bytes);
  }

  get paths(): readonly string[] {
    return Object.keys(this.#parts);
  }

  get workbookXml(): string {
    return this.text(WORKBOOK);
  }

  get stylesXml(): string {
    return this.text(STYLES);
  }

  set workbookXml(xml: string) {
    this.put(WORKBOOK, xml);
  }

  set stylesXml(xml: string) {
    this.put(STYLES, xml);
  }

  /** A part's text; "" when it is not there. */
  text(path: string): string {
    const part = this.#parts[path];
    return part ? strFromU8(part) : "";
  }

  put(path: string, text: string): void {
    this.#parts[path] = strToU8(text);
  }

  /** @throws When an XML part does not end as it began: the library would read as far as it goes and say nothing. */
  checkWhole(): void {
    for (const path of this.paths) {
      if (!path.endsWith(".xml")) continue;
      const xml = this.text(path);
      const root = /<([A-Za-z_][\w:.-]*)(?=[\s/>])/.exec(xml)?.[1];
      const end = new RegExp(`(</${root}\\s*>|<${root}[^>]*/>)\\s*$`);
      if (root === undefined || !end.test(xml)) throw new Error(`${path} is cut off`);
    }
  }

  /** Paths of the sheets by their names, in the order of their tabs; "" for one whose part is missing. */
  sheetPaths(): ReadonlyMap<string, string> {
    const links = tagsNamed(this.text("xl/_rels/workbook.xml.rels"), "Relationship").map(
      readAttributes,
    );
    const paths = tagsNamed(innerOf(this.workbookXml, "sheets"), "sheet").map((tag) => {
      const relation = /\br:id="([^"]*)"|\b\w+:id="([^"]*)"/.exec(tag);
      const wanted = relation?.[1] ?? relation?.[2];
      const { Target = "" } = links.find(({ Id }) => Id === wanted) ?? {};
      const path = Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`;
      const { name = "" } = readAttributes(tag);
      return [name, path in this.#parts ? path : ""] as const;
    });
    return new Map(paths);
  }

  /** Paths of the parts of a kind that a part is linked to, such as a sheet's drawing or a drawing's charts. */
  linkedPaths(from: string, kind: string): readonly string[] {
    const folder = from.slice(0, from.lastIndexOf("/") + 1);
    const links = this.text(`${folder}_rels/${from.slice(folder.length)}.rels`);
    return tagsNamed(links, "Relationship")
      .map(readAttributes)
      .filter(({ Type = "" }) => Type.endsWith(`/${kind}`))
      .map(({ Target = "" }) => new URL(Target, `file:///${folder}`).pathname.slice(1))
      .filter((path) => path in this.#parts);
  }

  bytes(): Uint8Array {
    return zipSync(this.#parts);
  }
}
