export function putMeasure(
  title: string,
  rows: readonly (readonly string[])[],
  note?: string,
): void;
export function measuredOn(): string;
