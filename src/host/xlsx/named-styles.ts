import { NAMED_STYLES, type NamedStyle, type Side } from "../grid/cell-style";
import { USUAL_FONT } from "./cell-format";
import { writeColor } from "./file-color";
import { innerOf, tagsNamed } from "./xml-text";

/** Excel's own styles: the name in a file, and the number by which Excel knows it in every language (ECMA-376 part 1, 18.8.7). */
const BUILT_IN: Readonly<Record<string, readonly [name: string, number: number]>> = {
  Normal: ["Normal", 0],
  Note: ["Note", 10],
  Heading1: ["Heading 1", 16],
  Heading2: ["Heading 2", 17],
  Heading3: ["Heading 3", 18],
  Heading4: ["Heading 4", 19],
  Input: ["Input", 20],
  Calculation: ["Calculation", 22],
  Total: ["Total", 25],
  ExplanatoryText: ["Explanatory Text", 53],
};

/** What the writer of the library leaves out: the cell styles by name, and the cells' formats that belong to them. */
export class NamedStyleWriter {
  readonly #ids = new Map<string, number>();

  constructor(public stylesXml: string) {}

  /** A cell's XML, from behind its address on, with a format that belongs to its style. */
  write(cellXml: string, name: string): string {
    if (NAMED_STYLES[name] === undefined || name === "Normal") return cellXml;
    const format = / s="(\d+)"/.exec(cellXml.replace(/>[\s\S]*/, ""))?.[1];
    const styled = this.#once(`${format} ${name}`, () => this.#format(Number(format ?? 0), name));
    return ` s="${styled}"${cellXml.replace(` s="${format}"`, "")}`;
  }

  #style(name: string): number {
    const named = NAMED_STYLES[name];
    const known = BUILT_IN[name];
    if (!named || !known) return 0;
    const font = this.#append("fonts", fontXml(named));
    const fill = named.style.fill ? this.#append("fills", fillXml(named.style.fill)) : 0;
    const border = this.#append("borders", borderXml(named));
    const look = `<xf numFmtId="0" fontId="${font}" fillId="${fill}" borderId="${border}" applyNumberFormat="0" applyAlignment="0" applyProtection="0"/>`;
    const id = this.#append("cellStyleXfs", look);
    const [fileName, number] = known;
    this.#append(
      "cellStyles",
      `<cellStyle name="${fileName}" xfId="${id}" builtinId="${number}" customBuiltin="1"/>`,
    );
    return id;
  }

  /** The number of a format like the given one that belongs to a style. */
  #format(format: number, name: string): number {
    const id = this.#once(name, () => this.#style(name));
    const formats = innerOf(this.stylesXml, "cellXfs").match(/<xf\b(?:[^>]*\/>|[\s\S]*?<\/xf>)/g);
    const like = formats?.[format] ?? "";
    return this.#append("cellXfs", like.replace(/ xfId="\d+"/, ` xfId="${id}"`));
  }

  #once(key: string, make: () => number): number {
    const id = this.#ids.get(key) ?? make();
    this.#ids.set(key, id);
    return id;
  }

  /** Adds an element to the end of a list and counts it; answers its place. */
  #append(list: string, element: string): number {
    let place = 0;
    this.stylesXml = this.stylesXml.replace(
      new RegExp(`<${list} count="(\\d+)">([\\s\\S]*?)</${list}>`),
      (_, count: string, inner: string) => {
        place = Number(count);
        return `<${list} count="${place + 1}">${inner}${element}</${list}>`;
      },
    );
    return place;
  }
}

/** Names of the styles of a file's formats, by the format's number. */
export function readStyleNames(stylesXml: string): readonly string[] {
  const names = new Map(
    tagsNamed(innerOf(stylesXml, "cellStyles"), "cellStyle").map(
      ({ xfId = "0", name = "", builtinId }) => {
        const own = Object.entries(BUILT_IN).find(([, [known, number]]) =>
          builtinId ? String(number) === builtinId : known === name,
        );
        return [xfId, own?.[0] ?? "Normal"];
      },
    ),
  );
  return tagsNamed(innerOf(stylesXml, "cellXfs"), "xf").map(
    ({ xfId = "0" }) => names.get(xfId) ?? "Normal",
  );
}

function fontXml({ style }: NamedStyle): string {
  return [
    "<font>",
    style.bold ? "<b/>" : "",
    style.italic ? "<i/>" : "",
    `<sz val="${style.size ?? USUAL_FONT.size}"/>`,
    style.color ? `<color rgb="FF${writeColor(style.color)}"/>` : "",
    `<name val="${USUAL_FONT.name}"/>`,
    "</font>",
  ].join("");
}

function fillXml(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${writeColor(color)}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function borderXml({ borders }: NamedStyle): string {
  const lineAt = (side: Side): string => {
    const line = borders[side];
    if (!line) return `<${side}/>`;
    return `<${side} style="${line.style}"><color rgb="FF${writeColor(line.color)}"/></${side}>`;
  };
  const sides = ["left", "right", "top", "bottom"] as const;
  return `<border>${sides.map(lineAt).join("")}<diagonal/></border>`;
}
