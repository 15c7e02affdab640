import type { WorkbookDocument } from "./workbook-document";

/** Why a file cannot be opened, and the sentence that says so. */
const FAULTS = {
  empty: "it is empty.",
  protected: "it is under a password. Take the password away in Excel and save it again.",
  oldFormat: "it is of a format before Excel 2007. Save it in Excel as Excel Workbook (.xlsx).",
  notWorkbook: "it is no Excel workbook (.xlsx).",
  noSheets: "no sheet of it can be shown.",
  broken:
    "it is damaged or no Excel workbook. If Excel opens it, save it there as Excel Workbook (.xlsx).",
} as const;
type FileFault = keyof typeof FAULTS;

export type FileReading =
  | {
      readonly ok: true;
      readonly document: WorkbookDocument;
      /** What the file holds and the local workbook does not show: a phrase for each. */
      readonly leftOut: readonly string[];
    }
  | { readonly ok: false; readonly fault: FileFault };

/** How files of Excel 97 to 2003 begin, and files under a password: both are OLE containers. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];

/** The stream in which a container keeps an encrypted workbook; names of streams are UTF-16. */
const ENCRYPTED = "EncryptedPackage";

/** What the bytes of an unreadable file show to be wrong with it. */
export function fileFaultOf(bytes: Uint8Array): FileFault {
  if (bytes.length === 0) return "empty";
  if (OLE.every((byte, index) => bytes[index] === byte)) {
    const isProtected = new TextDecoder("utf-16le").decode(bytes).includes(ENCRYPTED);
    return isProtected ? "protected" : "oldFormat";
  }
  return ZIP.every((byte, index) => bytes[index] === byte) ? "broken" : "notWorkbook";
}

/** The sentences about a file that does not open: for a fault of its own, or for the grid's message when it failed. */
export function describeFileFault(
  fileName: string,
  fault: FileFault | { readonly said: string },
): string {
  const reason =
    typeof fault === "string"
      ? FAULTS[fault]
      : `the local workbook cannot show it${inPlainWords(fault.said)}.`;
  return `${fileName} was not opened: ${reason} The workbook that is open stays as it was.`;
}

/** A reason in parentheses where it is a sentence for people; messages for programmers appear on the console alone. */
function inPlainWords(reason: string): string {
  const isPlain =
    /^[\p{L}\d ,'"-]+$/u.test(reason) &&
    !/[a-z][A-Z]|undefined|null|NaN|object|function/.test(reason);
  return isPlain ? ` (${reason})` : "";
}
