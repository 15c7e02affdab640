/** A failure that the add-in sees as an OfficeExtension.Error with this code. */
export class HostError extends Error {
  override readonly name = "HostError";

  constructor(
    readonly code: string,
    message: string,
    readonly httpStatus = 400,
  ) {
    super(message);
  }
}

/** By name and not by class, because a test may hold the class from another bundle. */
export function isHostError(error: unknown): error is HostError {
  return error instanceof Error && error.name === "HostError";
}

type Failing = (why: string) => HostError;

/** Makes failures of one code, whose message begins as Excel's does. */
function failing(code: string, message: string, httpStatus?: number): Failing {
  return (why) => new HostError(code, `${message}: ${why}.`, httpStatus);
}

export const itemNotFound = failing("ItemNotFound", "The requested resource doesn't exist", 404);
export const invalidArgument = failing(
  "InvalidArgument",
  "The argument is invalid or missing or has an incorrect format",
);
export const itemAlreadyExists = failing(
  "ItemAlreadyExists",
  "A resource with the same name or identifier already exists",
  409,
);
export const invalidOperation = failing("InvalidOperation", "The operation is invalid");
export const accessDenied = failing(
  "AccessDenied",
  "You cannot perform the requested operation",
  403,
);
export const invalidObjectPath = failing("InvalidObjectPath", "The object path is not valid");

/** The local value of one of Excel's names; a name without one is not implemented. */
export function imitated<T>(values: Readonly<Record<string, T>>, name: string, what: string): T {
  const value = values[name];
  if (value === undefined) throw notImplemented(`${what} ${name}`);
  return value;
}

/** Excel may be able to do this; the local workbook says that it cannot. */
export function notImplemented(what: string): HostError {
  return new HostError(
    "NotImplemented",
    `The local workbook does not implement ${what}. Excel may; src/host/README.md lists what is imitated.`,
    501,
  );
}
