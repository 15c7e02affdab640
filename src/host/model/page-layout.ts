import { fieldOf } from "../field-of";
import { formatAddress, parseAddress } from "../grid/address";
import { ModelObject } from "./model-object";
import { stored } from "./stored";

/** How a sheet prints, as it was set. */
export interface PageInfo {
  readonly orientation: "Portrait" | "Landscape";
  /** Percent; null when the sheet is fitted to pages instead. */
  readonly scale: number | null;
  /** Pages wide and high to fit to; 0 is as many as it takes. */
  readonly fit: { readonly wide: number; readonly high: number } | null;
  /** In points. */
  readonly leftMargin: number;
  readonly rightMargin: number;
  /** Rows and columns that every page repeats, such as $1:$4 and $A:$A; "" is none. */
  readonly titleRows: string;
  readonly titleColumns: string;
  /** Areas that print, each on pages of its own, such as $A$1:$K$40; none is all that there is. */
  readonly areas: readonly string[];
}

/** Percent of the size on the screen. */
const FULL_SIZE = 100;
/** Excel's own margin at either side, in points. */
export const USUAL_MARGIN = 50.4;

/** Nothing prints here: the add-in can only read back what it set, and files keep it. */
export class PageLayout extends ModelObject<string> {
  _info: PageInfo = {
    ...{ orientation: "Portrait", scale: FULL_SIZE, fit: null },
    ...{ leftMargin: USUAL_MARGIN, rightMargin: USUAL_MARGIN },
    ...{ titleRows: "", titleColumns: "", areas: [] },
  };

  _change(part: Partial<PageInfo>): void {
    this._info = { ...this._info, ...part };
  }

  @stored("orientation") declare orientation: string;
  @stored("leftMargin") declare leftMargin: number;
  @stored("rightMargin") declare rightMargin: number;

  get zoom(): object {
    const { fit, scale } = this._info;
    if (fit === null) return { scale };
    return {
      ...(fit.wide > 0 && { horizontalFitToPages: fit.wide }),
      ...(fit.high > 0 && { verticalFitToPages: fit.high }),
    };
  }

  set zoom(zoom: unknown) {
    const wide = Number(fieldOf(zoom, "horizontalFitToPages") ?? 0);
    const high = Number(fieldOf(zoom, "verticalFitToPages") ?? 0);
    const scale = Number(fieldOf(zoom, "scale") ?? FULL_SIZE);
    const isFitted = wide > 0 || high > 0;
    this._change(isFitted ? { scale: null, fit: { wide, high } } : { scale, fit: null });
  }

  setPrintArea(area: unknown): void {
    this._change({ areas: addressesIn(area) });
  }

  setPrintTitleRows(rows: unknown): void {
    this._change({ titleRows: addressesIn(rows).join() });
  }

  setPrintTitleColumns(columns: unknown): void {
    this._change({ titleColumns: addressesIn(columns).join() });
  }
}

/** The absolute addresses in a list of areas. */
export function addressesIn(given: unknown): readonly string[] {
  const areas = typeof given === "string" ? given.split(",") : [];
  return areas.flatMap((area) => {
    const rect = parseAddress(area)?.rect;
    return rect ? [formatAddress(rect, true)] : [];
  });
}
