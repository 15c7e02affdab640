// Provisional; see the core.
/**
 * Discount that an annual commitment earns, as a fraction.
 * @customfunction BAND_RATE
 * @helpurl https://localhost:3000/help.html#BAND_RATE
 * @param {any} commitment Annual commitment, USD.
 * @param {any[][]} bands Two columns, one row a band: threshold (USD), discount (fraction).
 * @returns {any} Discount as a fraction.
 */
// biome-ignore lint/suspicious/noExplicitAny: Excel's metadata generator wants any
export function bandRateFunction(commitment: any, bands: any[][]): any {
  let rate = 0;
  for (const row of bands) if (Number(row[0]) <= Number(commitment)) rate = Number(row[1]);
  return rate;
}
