import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { root } from "../../scripts/bundle.mjs";

const PLACES = [
  "/usr/bin/soffice",
  "/usr/lib/libreoffice/program/soffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
];

/** Only what hangs is stopped: a file of a soak takes a busy machine minutes. */
const LONGEST_MS = 240_000;

export type LibreOfficeChoice =
  | { readonly kind: "program"; readonly path: string }
  | { readonly kind: "none"; readonly reason: string };

/** The LibreOffice of this machine: the program named by SOFFICE_PATH, or one in a usual place. */
export function findLibreOffice(): LibreOfficeChoice {
  const named = process.env["SOFFICE_PATH"];
  if (named) {
    return existsSync(named)
      ? { kind: "program", path: named }
      : { kind: "none", reason: `SOFFICE_PATH is ${named}: no such file` };
  }
  const found = PLACES.find((place) => existsSync(place));
  return found
    ? { kind: "program", path: found }
    : {
        kind: "none",
        reason:
          "LibreOffice is not installed on this machine (no soffice): install libreoffice-calc, or set SOFFICE_PATH to its program",
      };
}

/** Recalculates a workbook of Excel's when it opens, instead of trusting the values in the file. */
const CALCULATE_ON_OPENING = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** Where the processes of a run have their profiles; the run's first process removes it. */
export function profilesOf(firstProcess: number): string {
  return path.join(root, "build/libreoffice", String(firstProcess));
}

/** A profile for each process, which converts one file at a time: to make one takes as long as to convert a file. */
const PROFILE = path.join(profilesOf(process.ppid), String(process.pid));

/**
 * A workbook as LibreOffice saves it after opening it.
 *
 * @throws When LibreOffice does not open it, or says anything about an error.
 */
export async function convertInLibreOffice(
  file: Uint8Array,
  to: "xlsx" | "pdf",
): Promise<Uint8Array> {
  const choice = findLibreOffice();
  if (choice.kind === "none") throw new Error(choice.reason);
  const folder = await mkdtemp(path.join(tmpdir(), "bandwise-libreoffice-"));
  try {
    const settings = path.join(PROFILE, "user", "registrymodifications.xcu");
    if (!existsSync(settings)) {
      await mkdir(path.dirname(settings), { recursive: true });
      await writeFile(settings, CALCULATE_ON_OPENING);
    }
    await writeFile(path.join(folder, "book.xlsx"), file);
    const { stdout, stderr } = await promisify(execFile)(
      choice.path,
      [
        `-env:UserInstallation=file://${PROFILE}`,
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        path.join(folder, "out"),
        path.join(folder, "book.xlsx"),
      ],
      { timeout: LONGEST_MS },
    );
    if (/error/i.test(stdout + stderr)) throw new Error(stdout + stderr);
    return await readFile(path.join(folder, "out", `book.${to}`));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
