import { type FileRefusal, refusal } from "../rows/faults";

/** A file as the browser gives it: File and Blob with a name are such. It is read twice. */
export interface ExportFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
}

export type Encoding = "UTF-8" | "UTF-16" | "Windows-1252";

/** What the bytes of a file are, found before anything of it counts. */
export interface Survey {
  readonly encoding: Encoding;
  /** Label of the encoding for TextDecoder. */
  readonly label: string;
  readonly isJson: boolean;
}

/** A line of a table is never this long, in characters; who reads one needs memory for all of it. */
const LONGEST_LINE = 1_000_000;
const LARGEST_JSON_BYTES = 200_000_000;

/** Bytes of a file, one chunk after another. */
export type Bytes = AsyncIterable<Uint8Array>;

/**
 * Reads a file once to tell its encoding, and whether it is a table, JSON or no text at all.
 *
 * Bytes that are no UTF-8 anywhere make the whole file Windows-1252, so no row may be read before the last byte is seen.
 */
export async function surveyFile(bytes: Bytes, size: number): Promise<Survey | FileRefusal> {
  const longest = new LongestLine();
  let label: string | undefined;
  let decoder = new TextDecoder();
  let isUtf8 = true;
  let first = "";
  for await (const chunk of bytes) {
    if (label === undefined) {
      label = utf16Label(chunk) ?? "utf-8";
      decoder = new TextDecoder(label, { fatal: label === "utf-8" });
    }
    if (label === "utf-8" && chunk.includes(0)) return refusal("not text");
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: true });
    } catch {
      isUtf8 = false;
      decoder = new TextDecoder("windows-1252");
      text = decoder.decode(chunk);
    }
    first ||= text.trimStart().slice(0, 1);
    longest.add(text);
  }
  if (isUtf8) isUtf8 = endsWhole(decoder);
  if (first === "") return refusal("empty");
  const isJson = first === "{" || first === "[";
  if (isJson ? size > LARGEST_JSON_BYTES : longest.isTooLong) return refusal("too large");
  if (label !== "utf-8") return { encoding: "UTF-16", label: label ?? "", isJson };
  return isUtf8
    ? { encoding: "UTF-8", label, isJson }
    : { encoding: "Windows-1252", label: "windows-1252", isJson };
}

/** The label of a file that begins with a byte-order mark of UTF-16. */
function utf16Label([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

/** Whether no character is cut off at the end. */
function endsWhole(decoder: TextDecoder): boolean {
  try {
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** Looks for a line that is too long, however the text is cut into pieces. */
class LongestLine {
  isTooLong = false;
  /** Characters since the last line end. */
  #begun = 0;

  add(text: string): void {
    let from = 0;
    while (text.length - from + this.#begun > LONGEST_LINE) {
      const last = from + LONGEST_LINE - this.#begun;
      const end = lineEndBefore(text, last);
      if (end < from) {
        this.isTooLong = true;
        return;
      }
      [from, this.#begun] = [end + 1, 0];
    }
    const end = lineEndBefore(text, text.length);
    this.#begun = end < from ? text.length - from + this.#begun : text.length - end - 1;
  }
}

function lineEndBefore(text: string, position: number): number {
  const end = text.lastIndexOf("\n", position);
  // Of the last line alone: a file without returns would be searched whole.
  const after = text.slice(end + 1, position + 1).lastIndexOf("\r");
  return after < 0 ? end : end + 1 + after;
}
