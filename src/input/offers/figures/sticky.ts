/** Tried at one place; a space in it never reaches into the next line. */
export const sticky = (source: string): RegExp => new RegExp(source.replaceAll("\\s", " "), "iuy");
