import { dayText } from "../../core/calendar";
import type { ImportWarning, ReadFile } from "./rows/file-report";
import type { FileFormat } from "./rows/formats";

/** The Console export that has the same source as an Admin export. */
const CONSOLE: Readonly<Partial<Record<FileFormat, FileFormat>>> = {
  "Admin usage": "Console usage",
  "Admin cost": "Console cost",
};

/**
 * Days of an Admin export that a Console export of the same source has too: workspaces are names in one and ids in the other, so that
 * equal rows cannot be told, and the days must not be counted twice.
 */
export function takenDays(admin: ReadFile, files: readonly ReadFile[]): readonly string[] {
  const taken = files.filter(({ format }) => format === CONSOLE[admin.format]);
  return [...new Set(taken.flatMap((file) => commonDays(admin, file)))].toSorted();
}

/** Pairs of FOCUS exports that share days: a charge that has changed between them is in both. */
export function sharedFocusDays(files: readonly ReadFile[]): readonly ImportWarning[] {
  const focus = files.filter(({ format }) => format === "FOCUS");
  return focus.flatMap((one, index) =>
    focus.slice(index + 1).flatMap((other): readonly ImportWarning[] => {
      const days = commonDays(one, other);
      const names = [one.file, other.file] as const;
      return days.length > 0 ? [{ kind: "focusFilesShareDays", files: names, days }] : [];
    }),
  );
}

function commonDays({ tally: one }: ReadFile, { tally: other }: ReadFile): readonly string[] {
  return [...one.days]
    .filter((day) => other.days.has(day))
    .map(dayText)
    .toSorted();
}
