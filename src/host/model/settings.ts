import { invalidArgument, itemNotFound } from "../office/host-error";
import { ModelCollection, ModelObject } from "./model-object";

export class SettingCollection extends ModelCollection<Setting, string> {
  _items(): readonly Setting[] {
    return [...this.host.settings.keys()].map((key) => this.host.once(Setting, key));
  }

  /** Adds a setting, or changes the value of the one with that key. */
  add(key: unknown, value: unknown): Setting {
    if (typeof key !== "string" || key === "") throw invalidArgument("a setting needs a key");
    this.host.settings.set(key, value);
    return this.host.once(Setting, key);
  }
}

export class Setting extends ModelObject<string> {
  override _identity(): Readonly<Record<string, unknown>> {
    return { _Id: this.owner };
  }

  get key(): string {
    if (!this.host.settings.has(this.owner)) throw itemNotFound(`the setting ${this.owner}`);
    return this.owner;
  }

  get value(): unknown {
    return this.host.settings.get(this.key);
  }

  set value(value: unknown) {
    this.host.settings.set(this.key, value);
  }

  delete(): void {
    this.host.settings.delete(this.key);
  }
}
