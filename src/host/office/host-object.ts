/**
 * Anything the add-in can address.
 *
 * A getter is a property to load, a setter one to write, a method one to call;
 * a name that starts with an underscore belongs to the client, not to the add-in.
 */
export abstract class HostObject {
  /** How the client addresses this object in later batches. */
  _identity(): Readonly<Record<string, unknown>> {
    return {};
  }

  /** The objects in it, in their order; undefined where this is no collection. */
  _items(): readonly HostObject[] | undefined {
    return undefined;
  }
}
