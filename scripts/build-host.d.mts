import type { ServedFolders } from "../src/host/serve/server";

export const folders: ServedFolders;
export function buildLocalWorkbook(say?: (sentence: string) => void): Promise<void>;
export function buildAddin(say?: (sentence: string) => void): Promise<boolean>;
export function buildPage(say?: (sentence: string) => void): Promise<boolean>;
