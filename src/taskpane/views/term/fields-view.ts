import "../../kit/text-field";
import { html, nothing, type TemplateResult } from "lit";
import { POLICIES, type PolicyName } from "../../../core/terms";
import { drawSelect } from "../../kit/select-field";
import { FIELD_WORDS, POLICY_GROUPS, type TermFieldName } from "./term-fields";
import { changedWords, type TermForm } from "./term-form";

/** Takes what was typed into a field, or chosen. */
export type TypeField = (name: TermFieldName, text: string) => void;

/** A field of the form; nothing where the schedule of the deal answers it. */
export function drawField(
  { fields, ofBands, ofSchedule }: TermForm,
  name: TermFieldName,
  type: TypeField,
): TemplateResult | typeof nothing {
  if (ofSchedule.has(name)) return nothing;
  const { label, note } = FIELD_WORDS[name];
  const isOfBands = name !== "Commitments" && ofBands.has(name);
  return html`<bandwise-field
    .label=${label}
    .field=${fields[name]}
    .help=${isOfBands ? ofBandsToo(note) : note}
    .type=${(text: string) => type(name, text)}
  ></bandwise-field>`;
}

/** All policies, each group behind a disclosure that says what differs from the default. */
export function drawPolicies(form: TermForm, type: TypeField): TemplateResult {
  return html`
    <p class="quiet">Policies, each as the terms of the deal say or as set here:</p>
    ${POLICY_GROUPS.map(({ title, names }) => {
      const changed = changedWords(names, form.policies);
      return html`<details>
        <summary>
          ${title} <span class="quiet wrap">${changed === "" ? "nothing said" : changed}</span>
        </summary>
        <div class="fields">${names.map((name) => drawPolicy(form, name, type))}</div>
      </details>`;
    })}
  `;
}

function drawPolicy(
  form: TermForm,
  name: PolicyName,
  type: TypeField,
): TemplateResult | typeof nothing {
  const policy: readonly string[] | object = POLICIES[name];
  if (!Array.isArray(policy)) return drawField(form, name, type);
  const { label, note } = FIELD_WORDS[name];
  return html`<div>
    ${drawSelect({
      id: name.toLowerCase().replaceAll(" ", "-"),
      label,
      chosen: String(form.policies[name]),
      note: form.ofBands.has(name) ? ofBandsToo(note) : note,
      options: policy.map((value: string) => ({ value, name: value })),
      choose: (value) => type(name, value),
    })}
  </div>`;
}

function ofBandsToo(note: string): string {
  return `${note} A band that says its own keeps it.`;
}
