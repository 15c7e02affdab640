// Univer's packages define each field of an object by a helper, `_defineProperty(this, "name", value)`, which takes a twentieth of
// the grid's time. An assignment does the same, unless a class gives the name a getter or a setter.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { root } from "./bundle.mjs";

const PACKAGES = path.join(root, "node_modules/@univerjs");
const MODULES = /@univerjs[\\/][^\\/]+[\\/]lib[\\/]es[\\/][^\\/]+\.js$/;
const FIELD = /\b_defineProperty\(this, "([A-Za-z_$][\w$]*)", /g;
const ACCESSOR = /\b(?:get|set) ([A-Za-z_$][\w$]*)\(/g;

/** As a plugin of esbuild: fields of Univer's objects are assigned. */
export const plainFields = {
  name: "plain-fields",
  async setup({ onLoad }) {
    const accessors = await accessorsOfUniver();
    onLoad({ filter: MODULES }, async ({ path: file }) => ({
      contents: (await readFile(file, "utf8")).replaceAll(FIELD, (call, name) =>
        accessors.has(name) ? call : `(this.${name} = `,
      ),
    }));
  },
};

/** Names that a class of any package gives a getter or a setter: another's class may extend it. */
async function accessorsOfUniver() {
  const files = (await readdir(PACKAGES, { recursive: true }))
    .map((file) => path.join(PACKAGES, file))
    .filter((file) => MODULES.test(file));
  const modules = await Promise.all(files.map((file) => readFile(file, "utf8")));
  return new Set(modules.flatMap((code) => [...code.matchAll(ACCESSOR)].map(([, name]) => name)));
}
