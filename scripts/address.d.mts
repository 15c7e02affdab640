export declare const DEVELOPMENT_URL: string;
export declare function addinUrl(
  environment?: Readonly<Record<string, string | undefined>>,
): string;
export declare function withAddress(text: string, url?: string): string;
