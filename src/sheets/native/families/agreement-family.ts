import { agreementBlock, type NativeAgreement } from "../agreement/agreement-block";
import { bandNameSteps, type NativeBandName } from "../agreement/band-name-steps";
import { readBandsArea } from "../agreement/bands-area";
import { commitmentBlock, type NativeCommitment } from "../agreement/commitment-block";
import { curveBlock, type NativeCurve } from "../agreement/curve-block";
import { type NativePolicies, policiesBlock } from "../agreement/policies-block";
import { readTermsArea, type TermsArea } from "../agreement/terms-area";
import { x } from "../excel/formula";
import { amountOf, type Given, withNative } from "../given";
import { MadeOnce } from "../made-once";
import { NotNative } from "../not-native";

/** Bands and terms, and a commitment under them. */
export class AgreementFamily extends MadeOnce {
  agreement(bands: Given, terms: Given): NativeAgreement | NotNative {
    return this.once(["agreement", bands, terms], () => {
      const area = bandsOf(bands);
      if (area instanceof NotNative) return area;
      const termsArea = termsOf(terms);
      if (termsArea instanceof NotNative) return termsArea;
      const hasPolicies = termsArea?.hasPolicies || Object.keys(area.policies).length > 0;
      const policies = hasPolicies ? this.#policies() : undefined;
      return agreementBlock(this.place("agreement"), area, termsArea, policies);
    });
  }

  #policies(): NativePolicies {
    return this.once(["policies"], () => policiesBlock(this.place("agreement")));
  }

  commitment(amount: Given, bands: Given, terms: Given): NativeCommitment | NotNative {
    return this.once(["commitment", amount, bands, terms], () =>
      withNative(this.agreement(bands, terms), (agreement) =>
        commitmentBlock(this.place("amount"), agreement, amountOf(amount)),
      ),
    );
  }

  curve(amount: Given, bands: Given, terms: Given): NativeCurve | NotNative {
    return this.once(["curve", amount, bands, terms], () =>
      withNative(this.commitment(amount, bands, terms), (commitment) =>
        curveBlock(this.place("amount"), commitment),
      ),
    );
  }

  bandName(amount: Given, bands: Given): NativeBandName | NotNative {
    return this.once(["name", amount, bands], () =>
      withNative(this.commitment(amount, bands, undefined), (commitment) =>
        bandNameSteps(this.place("amount"), commitment),
      ),
    );
  }
}

function bandsOf(given: Given) {
  const { formula, values } = given ?? { formula: x`0`, values: [] };
  if (formula.kind === "range") return readBandsArea(formula, values);
  return new NotNative({ kind: "layout", argument: "bands", what: "what is no range of cells" });
}

function termsOf(given: Given): TermsArea | undefined | NotNative {
  if (given === undefined) return undefined;
  if (given.formula.kind === "range") return readTermsArea(given.formula, given.values);
  return new NotNative({ kind: "layout", argument: "terms", what: "what is no range of cells" });
}
