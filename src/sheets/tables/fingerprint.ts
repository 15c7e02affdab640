/** A short text that differs wherever a long one does. */
export function fingerprint(text: string): string {
  // FNV-1a, 32 bits. https://en.wikipedia.org/wiki/Fowler–Noll–Vo_hash_function
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}
