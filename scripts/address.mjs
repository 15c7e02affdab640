// Where the add-in's pages are served: https://localhost:3000 unless ADDIN_URL says otherwise.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { OfficeAddinManifest } from "office-addin-manifest";

export const DEVELOPMENT_URL = "https://localhost:3000/";

/**
 * The address of this build, with a slash at its end.
 *
 * @throws When ADDIN_URL is no https address: Excel loads nothing else.
 */
export function addinUrl(environment = process.env) {
  const given = environment.ADDIN_URL;
  if (!given) return DEVELOPMENT_URL;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url?.protocol !== "https:" || url.search !== "" || url.hash !== "")
    throw new Error(
      `ADDIN_URL is "${given}": give an https address such as https://addins.example.com/bandwise/`,
    );
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}

/** Puts the address of this build into a text in place of the development server's. */
export function withAddress(text, url = addinUrl()) {
  return text.replaceAll(DEVELOPMENT_URL, url);
}

/** Writes manifest and help addresses for another address than the development server's; the manifest with Microsoft's own tool. */
export class AddressPlugin {
  apply(compiler) {
    compiler.hooks.afterEmit.tapPromise("Address", async () => {
      if (addinUrl() === DEVELOPMENT_URL) return;
      const metadata = path.join(compiler.outputPath, "functions.json");
      await writeFile(metadata, withAddress(await readFile(metadata, "utf8")));
      const manifest = path.join(compiler.outputPath, "manifest.xml");
      const info = await OfficeAddinManifest.readManifestFile(manifest);
      await OfficeAddinManifest.modifyManifestFile(manifest, info.id, info.displayName);
    });
  }
}
