/** Writes a text into a cell, in one of Excel's own styles. */
export function putText(cell: Excel.Range, text: string, style: Excel.BuiltInStyle): void {
  cell.values = [[text]];
  cell.style = style;
}
