const OFFICE_ON_CDN =
  /<script\s[^>]*src=["']?https:\/\/appsforoffice\.microsoft\.com\/[^"'\s>]*\/office\.js["']?[^>]*><\/script>/gi;

/**
 * The add-in's page as the local workbook serves it: unchanged but for one tag. Where production
 * loads office.js from Microsoft's network, this page loads the bridge to the local workbook and
 * then the same office.js from this machine.
 */
export function withLocalOffice(html: string, bridgeUrl: string, officeUrl: string) {
  const tags = html.match(OFFICE_ON_CDN) ?? [];
  if (tags.length !== 1) {
    return {
      ok: false as const,
      error: `the page loads office.js from Microsoft's network ${tags.length} times: the local workbook needs exactly one such script tag to put its own in place of`,
    };
  }
  const local = `<script src="${bridgeUrl}"></script><script src="${officeUrl}"></script>`;
  return { ok: true as const, html: html.replace(OFFICE_ON_CDN, local) };
}
