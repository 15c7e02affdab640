import { XMLParser, XMLValidator } from "fast-xml-parser";

/** An element of an XML file; names are without their namespace prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

export type XmlReading =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly error: string };

const ATTRIBUTES = ":@";
const TEXT = "#text";

/** Reads an XML file into its root element, or says at which line it is not XML. */
export function readXml(text: string): XmlReading {
  const validity = XMLValidator.validate(text);
  if (validity !== true) {
    return { ok: false, error: `line ${validity.err.line} is not XML: ${validity.err.msg}` };
  }
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    removeNSPrefix: true,
    parseTagValue: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
  });
  const [root] = elementsOf(parser.parse(text));
  return root ? { ok: true, root } : { ok: false, error: "there is no element in it" };
}

/** The first element reached by going down through these names. */
export function descend(from: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>(
    (element, name) => element?.children.find((child) => child.name === name),
    from,
  );
}

/** Every child of this name; none when there is no element. */
export function childrenNamed(from: XmlElement | undefined, name: string): readonly XmlElement[] {
  return from?.children.filter((child) => child.name === name) ?? [];
}

function elementsOf(nodes: unknown): XmlElement[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: Record<string, unknown>) => {
    const name = Object.keys(node).find((key) => key !== ATTRIBUTES && key !== TEXT);
    if (name === undefined) return [];
    return [
      {
        name,
        attributes: (node[ATTRIBUTES] ?? {}) as Record<string, string>,
        children: elementsOf(node[name]),
        text: textOf(node[name]),
      },
    ];
  });
}

function textOf(nodes: unknown): string {
  if (!Array.isArray(nodes)) return "";
  return nodes.map((node: Record<string, unknown>) => String(node[TEXT] ?? "")).join("");
}
