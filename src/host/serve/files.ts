import path from "node:path";

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".xml": "text/xml; charset=utf-8",
};

/** The content type of a file. */
export function contentType(file: string): string {
  return CONTENT_TYPES[path.extname(file).toLowerCase()] ?? "application/octet-stream";
}

/** The file in a folder that a URL's path asks for; undefined when the path leads out of the folder or is no path. */
export function fileInFolder(folder: string, urlPath: string): string | undefined {
  const decoded = decodePath(urlPath);
  if (decoded === undefined || decoded.includes("\0") || decoded.includes("\\")) return undefined;
  const root = path.resolve(folder);
  const file = path.join(root, decoded);
  return file.startsWith(root + path.sep) ? file : undefined;
}

function decodePath(urlPath: string): string | undefined {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    // Malformed percent signs; the caller answers that there is no such file.
    return undefined;
  }
}
