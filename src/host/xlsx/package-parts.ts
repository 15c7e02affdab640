import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { innerOf, plainXml, tagsNamed } from "./xml-text";

/** Kinds of links to parts that are read; other parts, such as queries and comments, may even be incomplete. */
const READ = [
  ...["officeDocument", "custom-properties", "worksheet", "sharedStrings", "styles", "theme"],
  ...["table", "drawing", "chart"],
];
const CONTENT_TYPES = "[Content_Types].xml";

/** One sheet of a workbook, in the order of the tabs. */
export interface SheetPart {
  readonly name: string;
  /** "worksheet", or what else a tab can be: "chartsheet", "dialogsheet", "xlMacrosheet". */
  readonly kind: string;
  /** "" when the part is missing. */
  readonly path: string;
}

interface Link {
  readonly id: string;
  readonly kind: string;
  readonly path: string;
}

/** The parts of a file, a ZIP archive, by their paths. */
export class PackageParts {
  readonly #parts: Record<string, Uint8Array> = {};

  /** @throws When the bytes are no whole ZIP archive. */
  static unzip(bytes: Uint8Array): PackageParts {
    const parts = new PackageParts();
    for (const [path, part] of Object.entries(unzipSync(bytes))) {
      parts.put(path.replaceAll("\\", "/").replace(/^\/+/, ""), part);
    }
    return parts;
  }

  get paths(): readonly string[] {
    return Object.keys(this.#parts);
  }

  get workbookPath(): string {
    return this.linkedPaths("", "officeDocument")[0] ?? "xl/workbook.xml";
  }

  get stylesPath(): string {
    return this.linkedPaths(this.workbookPath, "styles")[0] ?? "xl/styles.xml";
  }

  /** A part's text; "" when it is not there. */
  text(path: string): string {
    const part = this.#parts[path];
    return part ? strFromU8(part) : "";
  }

  put(path: string, part: string | Uint8Array): void {
    this.#parts[path] = typeof part === "string" ? strToU8(part) : part;
  }

  change(path: string, edit: (xml: string) => string): void {
    this.put(path, edit(this.text(path)));
  }

  /** A part as it is, whatever the case of its path and however a link writes it; undefined when it is not there. */
  part(path: string): Uint8Array | undefined {
    const wanted = [path.toLowerCase(), decoded(path).toLowerCase()];
    const found = this.paths.find((one) => wanted.includes(one.toLowerCase()));
    return this.#parts[found ?? path];
  }

  /**
   * The parts that are read and no others, each as plain XML in UTF-8 under the path that links to it.
   *
   * @throws When one is cut off: the library would silently read up to there.
   */
  readable(): PackageParts {
    const read = new PackageParts();
    const keep = (path: string): void => {
      const part = this.part(path);
      if (part === undefined) return;
      const xml = plainXml(part);
      if (!isWhole(xml)) throw new Error(`${path} is cut off`);
      read.put(path, xml);
    };
    const follow = (from: string): void => {
      keep(relationsOf(from));
      for (const { kind, path } of read.links(from)) {
        if (!READ.includes(kind) || path in read.#parts) continue;
        keep(path);
        follow(path);
      }
    };
    keep(CONTENT_TYPES);
    follow("");
    return read;
  }

  /** The tabs of the workbook. */
  sheets(): readonly SheetPart[] {
    const tabs = tagsNamed(innerOf(this.text(this.workbookPath), "sheets"), "sheet");
    const links = this.links(this.workbookPath);
    return tabs.map(({ name = "", id }) => {
      const { kind = "", path = "" } = links.find((link) => link.id === id) ?? {};
      return { name, kind, path: path in this.#parts ? path : "" };
    });
  }

  /** Paths of the parts of a kind that a part links to, such as a sheet's drawing; "" is the package itself. */
  linkedPaths(from: string, kind: string): readonly string[] {
    return this.links(from)
      .filter((link) => link.kind === kind && link.path in this.#parts)
      .map(({ path }) => path);
  }

  bytes(): Uint8Array {
    return zipSync(this.#parts, { level: 1 });
  }

  /** What a part links to inside the file. */
  links(from: string): readonly Link[] {
    const folder = from.slice(0, from.lastIndexOf("/") + 1);
    return tagsNamed(this.text(relationsOf(from)), "Relationship")
      .filter(({ TargetMode }) => TargetMode !== "External")
      .map(({ Id = "", Type = "", Target = "" }) => ({
        id: Id,
        kind: Type.slice(Type.lastIndexOf("/") + 1),
        path: resolved(folder, Target),
      }));
  }
}

export function relationsOf(path: string): string {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  return `${folder}_rels/${path.slice(folder.length)}.rels`;
}

/** A path as the library makes it of a link's target. */
function resolved(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of `${target.startsWith("/") ? "" : folder}/${target}`.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A percent sign that begins no code of a letter stays.
    return path;
  }
}

function isWhole(xml: string): boolean {
  const root = /<([A-Za-z_][\w:.-]*)(?=[\s/>])/.exec(xml)?.[1];
  return root !== undefined && new RegExp(`(</${root}\\s*>|<${root}[^>]*/>)\\s*$`).test(xml);
}
