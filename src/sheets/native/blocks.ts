import { TermFamily } from "./families/term-family";

export type { Given, NativeArgument } from "./given";
export type { PlacesBlocks } from "./made-once";

/** The blocks of workings, each made once for all the formulas that ask for it: every family uses those before it. */
export class Blocks extends TermFamily {}
