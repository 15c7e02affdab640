/** Width before a chart has been measured: the narrowest pane's. */
export const FIRST_WIDTH = 288;

/** Tells the width of a chart, in whole pixels, whenever it changes. */
export function observeWidth(tell: (width: number) => void): ResizeObserver {
  return new ResizeObserver((entries) => {
    const width = Math.floor(entries[0]?.contentRect.width ?? 0);
    if (width > 0) tell(width);
  });
}
