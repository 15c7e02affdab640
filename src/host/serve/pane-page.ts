const OFFICE_ON_CDN =
  /<script\s[^>]*src=["']?https:\/\/appsforoffice\.microsoft\.com\/[^"'\s>]*\/office\.js["']?[^>]*><\/script>/gi;

export type PanePage =
  | { readonly ok: true; readonly html: string }
  | { readonly ok: false; readonly error: string };

/**
 * The add-in's page as the local workbook serves it: unchanged but for one tag. Where production
 * loads office.js from Microsoft's network, this page loads the bridge to the local workbook and
 * then the same office.js from this machine.
 */
export function withLocalOffice(html: string, bridgeUrl: string, officeUrl: string): PanePage {
  const tags = html.match(OFFICE_ON_CDN) ?? [];
  if (tags.length !== 1) {
    return {
      ok: false,
      error: `the page loads office.js from Microsoft's network ${tags.length} times: the local workbook needs exactly one such script tag to put its own in place of`,
    };
  }
  const local = `<script src="${bridgeUrl}"></script><script src="${officeUrl}"></script>`;
  return { ok: true, html: html.replace(OFFICE_ON_CDN, local) };
}
