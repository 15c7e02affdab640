type Late<Name extends string, Given extends readonly never[]> = Readonly<
  Record<Name, (...given: Given) => unknown>
>;

/**
 * A function as a cell calls it whose file is loaded by its first call. Where it cannot be loaded, as without the page of the
 * add-in, #N/A says so.
 */
export function lateFunction<Name extends string, Given extends readonly never[]>(
  load: () => Promise<Late<Name, Given>>,
  name: Name,
): (...given: Given) => Promise<unknown> {
  return async (...given) => {
    let file: Late<Name, Given>;
    try {
      file = await load();
    } catch {
      throw new CustomFunctions.Error(
        CustomFunctions.ErrorCode.notAvailable,
        "This function could not be loaded: open Bandwise with a connection, then calculate again.",
      );
    }
    return file[name](...given);
  };
}
