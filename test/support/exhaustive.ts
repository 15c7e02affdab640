/** Whether this run tries every case of a long series, as `npm run soak` does; `npm test` tries one case of each kind. */
export const EXHAUSTIVE = process.env["BANDWISE_EXHAUSTIVE"] === "1";
