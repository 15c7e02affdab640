/** Level of the CVaR that is the mean loss of the worst tenth of years. */
export const WORST_TENTH = 0.9;
