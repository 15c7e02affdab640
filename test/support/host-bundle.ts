import { createRequire } from "node:module";
import { HOST, hostBuilt } from "./bundles";

await hostBuilt();

/** The local workbook in one bundle, because Node cannot import Univer unbundled: all that host-for-node.ts exports. */
export const hostForNode: typeof import("./host-for-node") = createRequire(import.meta.url)(HOST);
