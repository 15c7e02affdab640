import type { Masked } from "./masked";
import type { Statement } from "./statements";

/** A sentence about seats. */
export interface About {
  readonly statement: Statement;
  readonly sentence: Masked;
}

/** What seats are called. */
export const UNIT = "(?:seats?|licen[cs]es?|users?)";

/** Words with which a sentence offers nothing firm, or not of this offer, or not for all seats alike. */
export const NOT_FIRM =
  /\?|\b(?:if|unless|could|would|might|may|maybe|perhaps|possibly|optional\w*|options?|alternative\w*|e\.g|examples?|suppose|assum\w+|currently|current|today|existing|present|previous\w*|last|former\w*|was|were|had|used|paid|paying|competitors?|rivals?|others?|elsewhere|up to|at most|at least|minimum|maximum|approx\w*|around|about|roughly|circa|ca|between|more than|fewer|less than|over|above|beyond|additional|extra|further|first|next|half|part|parts|partly|partially|portion|some|of which|capped|promotion\w*|introductory|any|every|instead|rather|no longer|not|never|cannot|free|included at|waived|trial|pilot|ask\w*|want\w*|need\w*|request\w*|tiers?|ramp\w*|start\w*|begin\w*|from|until|after|quarter\w*)\b|n't\b|›\s?\+|~/;

/** The discount of the commitment. */
export const SAME_DISCOUNT =
  /\b(?:the same|the api|commitment|commitment's|band|band's) (?:level |rate of )?discount\b/;
