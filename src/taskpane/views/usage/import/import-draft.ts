import type { ImportSummary } from "./import-summary";

/** How far an import is that is not written yet. */
export type ImportDraft =
  /** Files that another view gave, to be read as soon as the form shows. */
  | { readonly kind: "given"; readonly files: readonly File[] }
  | {
      readonly kind: "reading";
      readonly files: readonly File[];
      readonly percent: number;
      /** Name of the file that is being read. */
      readonly file: string;
      readonly isCancelling?: true;
    }
  | { readonly kind: "preview"; readonly files: readonly File[]; readonly summary: ImportSummary }
  /** Nothing could be read. */
  | { readonly kind: "stopped"; readonly files: readonly File[]; readonly sentence: string };
