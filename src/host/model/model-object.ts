import type { Grid } from "../grid";
import { HostCollection, HostObject } from "../host-object";
import type { LocalHost } from "./local-host";

/** An object of the workbook. */
export abstract class ModelObject extends HostObject {
  protected readonly host: LocalHost;

  constructor(host: LocalHost) {
    super();
    this.host = host;
  }

  protected get _grid(): Grid {
    return this.host.grid;
  }
}

/** A collection of the workbook. */
export abstract class ModelCollection<T extends HostObject> extends HostCollection<T> {
  protected readonly host: LocalHost;

  constructor(host: LocalHost) {
    super();
    this.host = host;
  }

  protected get _grid(): Grid {
    return this.host.grid;
  }
}

/** Id of collections that belong to the whole workbook, where others have a sheet's id. */
export const WHOLE_WORKBOOK = "";
