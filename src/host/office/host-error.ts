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

export function itemNotFound(what: string): HostError {
  return new HostError("ItemNotFound", `The requested resource doesn't exist: ${what}.`, 404);
}

export function invalidArgument(why: string): HostError {
  return new HostError(
    "InvalidArgument",
    `The argument is invalid or missing or has an incorrect format: ${why}.`,
  );
}

export function itemAlreadyExists(what: string): HostError {
  return new HostError(
    "ItemAlreadyExists",
    `A resource with the same name or identifier already exists: ${what}.`,
    409,
  );
}

export function invalidOperation(why: string): HostError {
  return new HostError("InvalidOperation", `The operation is invalid: ${why}.`);
}

export function accessDenied(what: string): HostError {
  return new HostError("AccessDenied", `You cannot perform the requested operation: ${what}.`, 403);
}

export function invalidObjectPath(what: string): HostError {
  return new HostError("InvalidObjectPath", `The object path is not valid: ${what}.`);
}

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
