/** What the grid says beside its bar while it calculates; Univer 0.25.1 asks for these words and ships them in no language. */
export const PROGRESS_WORDS = {
  "sheets-formula": {
    progress: {
      analyzing: "Finding what to calculate",
      calculating: "Calculating",
      "array-analysis": "Finding which arrays to calculate",
      "array-calculation": "Calculating arrays",
      done: "Calculated",
    },
  },
};
