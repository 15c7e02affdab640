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

  /** Paths of the worksheets, in the order of their tabs; "" for a tab that is no worksheet. */
  sheetPaths(): readonly string[] {
    const links = tagsNamed(this.text("xl/_rels/workbook.xml.rels"), "Relationship").map(
      readAttributes,
    );
    return tagsNamed(innerOf(this.workbookXml, "sheets"), "sheet").map((tag) => {
      const relation = /\br:id="([^"]*)"|\b\w+:id="([^"]*)"/.exec(tag);
      const wanted = relation?.[1] ?? relation?.[2];
      const { Target = "" } = links.find(({ Id }) => Id === wanted) ?? {};
      const path = Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`;
      return path in this.#parts ? path : "";
    });
  }

  bytes(): Uint8Array {
    return zipSync(this.#parts);
  }
}
