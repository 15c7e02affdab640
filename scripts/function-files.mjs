/** Files that hold Excel functions, in the order of the reference. The metadata generator reads each. */
export const functionFiles = [
  "./src/functions/bands.ts",
  "./src/functions/period.ts",
  "./src/functions/sensitivity.ts",
];
