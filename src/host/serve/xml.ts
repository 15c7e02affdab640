import { XMLParser, XMLValidator } from "fast-xml-parser";
import { fieldOf } from "../field-of";

/** An element as the parser gives it; names are without their namespace prefix. */
export type XmlElement = unknown;

const ATTRIBUTE = "@";

/** Reads an XML file into its root element, or says at which line it is not XML. */
export function readXml(text: string) {
  const validity = XMLValidator.validate(text);
  if (validity !== true) {
    return {
      ok: false as const,
      error: `line ${validity.err.line} is not XML: ${validity.err.msg}`,
    };
  }
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: ATTRIBUTE,
    removeNSPrefix: true,
    parseTagValue: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
  });
  const [root] = Object.values<unknown>(parser.parse(text)).flat();
  return root === undefined
    ? { ok: false as const, error: "there is no element in it" }
    : { ok: true as const, root };
}

/** Every child of this name; none when there is no element. */
export function childrenNamed(from: XmlElement, name: string): readonly XmlElement[] {
  const children = fieldOf(from, name);
  return Array.isArray(children) ? children : [];
}

/** The first element reached by going down through these names. */
export function descend(from: XmlElement, ...names: string[]): XmlElement {
  return names.reduce((element, name) => childrenNamed(element, name)[0], from);
}

/** An attribute of an element; undefined when it has none of this name. */
export function attribute(element: XmlElement, name: string): string | undefined {
  const value = fieldOf(element, ATTRIBUTE + name);
  return value === undefined ? undefined : String(value);
}

/** The text between an element's tags; undefined when there is no element. */
export function textOf(element: XmlElement): string | undefined {
  const text = fieldOf(element, "#text") ?? element;
  return typeof text === "string" ? text : undefined;
}
