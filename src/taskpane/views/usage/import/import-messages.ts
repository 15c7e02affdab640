import type { Currency } from "../../../../core/currency";
import type { ImportSummary } from "./import-summary";

/** What the pane asks of the worker that reads files. */
export type ReadingRequest =
  | {
      readonly kind: "read";
      readonly files: readonly File[];
      /** Cells of the price book; null is the one that is shipped. */
      readonly book: readonly (readonly unknown[])[] | null;
      /** The label of amounts, for sentences about the book. */
      readonly currency: Currency;
    }
  | { readonly kind: "cancel" };

/** How a reading ends. */
export type ReadingEnd =
  | { readonly kind: "read"; readonly summary: ImportSummary }
  | { readonly kind: "cancelled" }
  /** Nothing of the files was read, and why. */
  | { readonly kind: "refused"; readonly sentence: string }
  /** The worker could not be loaded, or ended without an answer. */
  | { readonly kind: "died" };

/** What the worker answers: how far it is, and in the end how the reading ended. */
export type ReadingAnswer =
  | { readonly kind: "progress"; readonly percent: number; readonly file: string }
  | Exclude<ReadingEnd, { readonly kind: "died" }>;
