import { type ByInput, byInput, type DealReferences, INPUT_NAMES } from "../../deal/deal-inputs";
import { called, isCalled, isLost, type WorkbookIndex } from "../excel/workbook-index";
import type { DealChoice } from "./deal-choice";

/** Key of the deal in the cells that the user chose, and of the one in cells named Bands, Terms and so on. */
export const CHOSEN = "chosen";
export const BY_NAMES = "names";

/** One of the deals of a workbook, by which the pane lets the user choose between them. */
export interface ListedDeal {
  /** What showDeal() takes: the id of the record of a sheet that we wrote, CHOSEN or BY_NAMES. */
  readonly key: string;
  /** The sheet of its bands; with their address where another deal has its bands on the same sheet. */
  readonly name: string;
  readonly sheet: string;
  /** Where its bands are now, with their sheet: Deal!A5:I9. */
  readonly bandsAddress: string;
  readonly references: DealReferences;
}

/** Where a deal is read from. */
export interface DealSource {
  readonly key: string;
  /** The name that each part goes by; empty for a part that it does not have. */
  readonly names: ByInput<string>;
  /** The cells that the user chose; undefined where the names alone say where it is. */
  readonly choice: DealChoice | undefined;
}

/** A sheet with a deal that we wrote: the id of its record, and the name of each part; empty for none. */
export interface WrittenDeal {
  readonly id: string;
  readonly names: ByInput<string>;
}

/** The name of a schedule of the deal whose bands have this one: Schedule_2 of Bands_2. */
export function scheduleNameOf(bands: string): string {
  return bands.replace(/^Bands/, "Schedule");
}

/**
 * The deals of a workbook, each once: in the cells that the user chose, in cells named Bands, and on sheets that we wrote.
 * A deal whose bands are gone is none, but a choice is one until the user gives it up.
 */
export function dealSources(
  { names: known }: WorkbookIndex,
  choice: DealChoice | undefined,
  written: readonly WrittenDeal[],
): readonly DealSource[] {
  const goesBy = (bands: string | undefined, { names }: WrittenDeal): boolean =>
    bands !== undefined && isCalled(bands, names.Bands);
  const isThere = ({ names }: WrittenDeal): boolean => {
    const bands = called(names.Bands, known);
    return bands !== undefined && !isLost(bands);
  };
  // A name that a sheet of ours took because it was free is no part of the user's own deal.
  const ours = written.flatMap(({ names }) => INPUT_NAMES.map((part) => names[part]));
  const usual = written.find((deal) => goesBy("Bands", deal)) ?? {
    id: BY_NAMES,
    names: byInput((part) => (ours.some((name) => isCalled(part, name)) ? "" : part)),
  };
  const named = [usual, ...written.filter((deal) => deal !== usual)].filter(isThere);
  const overridden = named.find((deal) => goesBy(choice?.Bands?.name, deal));
  const chosen = choice && {
    key: overridden?.id ?? CHOSEN,
    names: byInput((part) => choice[part]?.name ?? ""),
    choice,
  };
  return [
    ...(chosen ? [chosen] : []),
    ...named
      .filter((deal) => deal !== overridden)
      .map(({ id, names }) => ({ key: id, names, choice: undefined })),
  ];
}

/** The deal that the pane shows: the one that was asked for last, else the first of them. */
export function shownSource(
  sources: readonly DealSource[],
  asked: unknown,
): DealSource | undefined {
  return sources.find(({ key }) => key === asked) ?? sources[0];
}
