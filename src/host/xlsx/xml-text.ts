const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** The text of an XML part in whatever encoding, without what is no element: comments, instructions, blocks of raw text. */
export function plainXml(part: Uint8Array): string {
  const notElements = /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g;
  return new TextDecoder(encodingOf(part))
    .decode(part)
    .replace(notElements, (_, raw: string | undefined) => writeXmlText(raw ?? ""));
}

/** From its byte order mark, the zeros in its first character, or its declaration. */
function encodingOf(part: Uint8Array): string {
  const [first = 0, second = 0] = part;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  const start = String.fromCharCode(...part.subarray(0, 200));
  const said = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)/.exec(start)?.[1];
  return said !== undefined && /^(iso-8859-1|us-ascii|windows-125\d)$/i.test(said) ? said : "utf-8";
}

export type Attributes = Readonly<Record<string, string>>;

/** A tag's attributes by their names without prefix. */
export function readAttributes(tag: string): Attributes {
  const found = [...tag.matchAll(/(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  return Object.fromEntries(
    found.map(([, name = "", double, single]) => [name, readXmlText(double ?? single ?? "")]),
  );
}

/** Attributes of the tags of one name, whatever its prefix, in the order of the text. */
export function tagsNamed(xml: string, name: string): readonly Attributes[] {
  const tags = xml.match(new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])[^>]*>`, "g")) ?? [];
  return tags.map(readAttributes);
}

/** The text between the first tag of a name and its end; "" when there is none. */
export function innerOf(xml: string, name: string): string {
  const element = new RegExp(
    `<(?:[\\w.-]+:)?${name}(?=[\\s>])[^>]*>([\\s\\S]*?)</(?:[\\w.-]+:)?${name}>`,
  );
  return element.exec(xml)?.[1] ?? "";
}

export function readXmlText(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return ENTITIES[name] ?? whole;
  });
}

export function writeXmlText(text: string): string {
  const nameOf = (mark: string) => Object.keys(ENTITIES).find((name) => ENTITIES[name] === mark);
  return text.replace(/[&<>"]/g, (mark) => `&${nameOf(mark)};`);
}
