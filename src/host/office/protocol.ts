/** Messages between Microsoft's client library and its host, as observed on the wire. */

/** How a proxy of the add-in names its object. */
export const PATH_KIND = {
  root: 1,
  service: 2,
  methodResult: 3,
  property: 4,
  indexer: 5,
  keptReference: 6,
  nullObject: 7,
} as const;

/** What one step of a batch asks for. */
export const ACTION_KIND = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
} as const;

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** One for each of Arguments: a positive number marks one that is an object path. */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface QueryInfo {
  readonly Select?: readonly string[];
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

export interface BatchRequest {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

/** Categories of the messages that a host sends on its own account. */
export const EVENT_CATEGORY = { customFunction: 1, object: 65_536 } as const;

/** Object events that the model fires. */
export const EVENT_TYPE = {
  worksheetChanged: 10,
  worksheetAdded: 13,
  worksheetDeleted: 15,
  worksheetNameChanged: 25,
} as const;

export interface HostEvent {
  readonly category: number;
  readonly type: number;
  readonly targetId: string;
  readonly message: unknown;
}

/** An event in the six slots that the client reads. */
export function encodeEvent(event: HostEvent): unknown[] {
  return [event.category, event.type, event.targetId, JSON.stringify(event.message), 0, false];
}
