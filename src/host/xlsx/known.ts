type Optional<T> = {
  readonly [K in keyof T]-?: Partial<Pick<T, K>> extends Pick<T, K> ? K : never;
}[keyof T];

/** An object of the properties that are known: those that are undefined are left out. */
export function known<T extends object>(
  properties: { readonly [K in keyof T]: T[K] | (K extends Optional<T> ? undefined : never) },
): T {
  const entries = Object.entries(properties).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as T;
}

/** A value, or undefined where it is the default, which files leave out. */
export function unless<T>(value: T, usual: T): T | undefined {
  return value === usual ? undefined : value;
}

/** An object, or undefined where it has no properties. */
export function unlessEmpty<T extends object>(value: T): T | undefined {
  return Object.keys(value).length === 0 ? undefined : value;
}

export function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
