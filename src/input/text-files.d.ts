declare module "*.csv?raw" {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: bundlers export the text of a file so.
  export default text;
}
