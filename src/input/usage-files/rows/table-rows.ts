import type { Separator } from "../text/numbers";
import { costRows } from "./cost-rows";
import { focusRows } from "./focus-rows";
import type { TableHeading } from "./headings";
import type { Identities } from "./identities";
import { monthRows } from "./month-rows";
import type { RowReader } from "./rows";
import { usageRows } from "./usage-rows";

/** The reader of the rows below a heading. */
export function rowReader(
  heading: TableHeading,
  separator: Separator,
  identities: Identities,
): RowReader {
  switch (heading.format) {
    case "Console usage":
      return usageRows(heading, separator, identities);
    case "Console cost":
      return costRows(heading, separator, identities);
    case "FOCUS":
      return focusRows(heading, separator, identities);
    case "months":
      return monthRows(heading, separator, identities);
  }
}
