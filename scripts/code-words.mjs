import ts from "typescript";

/**
 * Words of our code that only code reads: members of our own types, and what tells kinds apart. None is shown, kept in a
 * workbook or read by a library: `scripts/check-code-words.mjs` and test/scripts/code-words.test.ts say so. The most used first.
 */
export const CODE_WORDS = `
argument meanUsd known expected amounts workload quantities costUsd worst leastUsd targetUsd atMost capacityUsd
lowUsd promptTokens valueUsd highUsd wanted mostUsd zeros amountUsd leftUsd yearOf costAt atUsd plainness
beyond probabilities reaches bestUsd deviationUsd logDeviation partialMean totalUsd tariff usedUsd choices
isOnDemand lowestUsd notANumber outcomesUsd priceUsd promptAboveTokens endUsd shortfallUsd valueAt texts
applies constantUsd highestUsd numberOutOfRange overageUsd regretUsd tested agreed isBlank isMissing levelUsd
perUsage variations writeRatio isAcross meansUsd sortedWeights alternativeUsd contractTerm lostUsd modeUsd
topUpUsd unfitHeading amountAt cellError costsUsd monthlyUsd nextUsd notSold returnedUsd
upliftFraction alsoNamed elapsedMonths headingRow leastTests readings rivals testedMonths unknownChoice
untilUsd worstUsd afterUsd drawnUsd expectedCostUsd follow forecastUsd lastTest leftOut meanAbsoluteErrorUsd
restUsd rolledUsd squaredError addedOn bendSlope fillProbability infimumUsd narrowest notTogether
trendUsd aboveTokens actualUsd bounds byModel commitmentPaidUsd fillsFrom firstMonth isTotal lifetime
lossProbability neverPays noCommitment pricesUsd savingUsd usOnly addedLastUsd addedUsd agreementAt
agreementFor aloneUsd baselineUsd bestAt betterUsd cashFlows cvHigh cvLow discountNeeded discountOutOfRange
fastInputUsd fastOutputUsd fractionOutOfRange givenTwice listFactor meanHigh meanLow meanSlope medianFraction
monthsAhead monthsUsd nextRow noBands presentUsd promptLengthUnsaid raised severalColumns shareSum
steepestAt swappedSeparators testable toMedianFraction tokenizerFactor unknownWord wordsBesideUsages wrongUnit
amountTooLarge atListUsd averageOfZero batchedAlone batchedAloneUsd blankColumn cachedAlone cachedAloneUsd
commitmentUsedUsd excludedAmount foreignLabel fromDay leastBetween levelOutOfRange listPrice mayBeRange
nearestUsd negativeAmount noUsage onDemandRate overagePaidUsd parameterSet percentOrFraction probabilitySum
targetNotAbove tierCost toDay tokenCost tooFewColumns unitUsd unknownLabel unknownTerm untestedMethod
addedLastPoints alonePoints ambiguousNumber basisColumn batchFactor belowUsd breakEvenUsageUsd breaksEven
cachedMoreThanAll columnsWithoutHeader dearerUnlessBelow descendingLabels endBeforeStart erraticHistory
expectedRegretUsd expectedSavingUsd expectedShortfallUsd extraCommitmentUsd fastBatch fewMonths
figuresWithoutHeading forecastMeanTooLarge forecastTooLarge highestFraction largerNeverCostsMore
largestRegretUsd lowerQuartileFraction lowestFraction missingHeading missingMonth misspeltHeading
monthsReversed monthsWithoutUsage negativeNumber neverFilled noDiscountSuffices noExpectedDiscountSuffices
noFall noHeadingForColumn noPriceOnDay noStartDate noSuchThreshold noTestFilled noUsageAhead notADate notADay
notAMonth notAboveCommitment notCheapest notUsedUp nothingLeft numberBlock optionsContradict partOfAYear
premiumNotPriced pricedTwice promptLengthTwice promptTokensTwice promptTooShort repeatedHeading
repeatedMonth repeatedThreshold requestsWithoutTokens routeWithoutModel
routedMoreThanAll severalYears sharedUnit termColumn toMedianUsd tokensInNoShape tolerableWasteFraction
tooFewDeals tooLittleHistory tooManyMonths topBand totalOfRates unboundedForecast unevenEnd unfitRange
unknownModel unknownName unsortedThresholds upperEnd upperEnds upperQuartileFraction usOnlyFactor worstOfBest
zerosInARow checkedOnDay closingCreditUsd creditExpiredUsd creditUsedUsd hasYear lapsedUsd openingCreditUsd
otherCurrency overageUsedUsd severalDiscounts unusedUsd
`
  .trim()
  .split(/\s+/);

/** The letters that are used most in a minified file, so that the names of two that come first compress best.*/
const LETTERS = [..."etnroasiuldcmfhpgvbykwxjqz"];

/** Names of two letters that our code or a library has already. */
const TAKEN = new Set(
  `
as at bd be bg bl bn by cl cv do en ff fs ge gi go gt gu gz hd hh ht ia id if in is it iu js kr le li lt md mm mn
ms no of ok on or pd sd si st tb td th to tr ts ul up us uy ve vt we xf
`
    .trim()
    .split(/\s+/),
);

const NAMES = LETTERS.flatMap((second) => LETTERS.map((first) => first + second)).filter(
  (name) => !TAKEN.has(name),
);

export const SHORT_NAMES = new Map(CODE_WORDS.map((word, index) => [word, NAMES[index]]));

/**
 * A step of TypeScript: a short name for each of these words, as a member and as text, in every file alike. So pages and their
 * workers agree on them.
 */
export function shortenCodeWords(context) {
  const { factory } = context;
  const nameOf = (node) => node && ts.isIdentifier(node) && SHORT_NAMES.get(node.text);
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node))
      return node;
    if (ts.isStringLiteralLike(node) && SHORT_NAMES.has(node.text))
      return factory.createStringLiteral(SHORT_NAMES.get(node.text));
    if (ts.isShorthandPropertyAssignment(node) && nameOf(node.name))
      return factory.createPropertyAssignment(
        nameOf(node.name),
        node.objectAssignmentInitializer
          ? factory.createAssignment(node.name, visit(node.objectAssignmentInitializer))
          : node.name,
      );
    const visited = ts.visitEachChild(node, visit, context);
    return withName(visited, nameOf(ts.isBindingElement(node) ? memberOf(node) : node.name));
  };
  const withName = (node, short) => {
    if (!short) return node;
    const name = factory.createIdentifier(short);
    if (ts.isPropertyAccessChain(node))
      return factory.updatePropertyAccessChain(node, node.expression, node.questionDotToken, name);
    if (ts.isPropertyAccessExpression(node))
      return factory.updatePropertyAccessExpression(node, node.expression, name);
    if (ts.isPropertyAssignment(node))
      return factory.updatePropertyAssignment(node, name, node.initializer);
    if (ts.isBindingElement(node))
      return factory.updateBindingElement(
        node,
        node.dotDotDotToken,
        name,
        node.name,
        node.initializer,
      );
    if (ts.isMethodDeclaration(node))
      return factory.updateMethodDeclaration(
        node,
        node.modifiers,
        node.asteriskToken,
        name,
        node.questionToken,
        node.typeParameters,
        node.parameters,
        node.type,
        node.body,
      );
    if (ts.isPropertyDeclaration(node))
      return factory.updatePropertyDeclaration(
        node,
        node.modifiers,
        name,
        node.questionToken ?? node.exclamationToken,
        node.type,
        node.initializer,
      );
    if (ts.isGetAccessor(node))
      return factory.updateGetAccessorDeclaration(
        node,
        node.modifiers,
        name,
        node.parameters,
        node.type,
        node.body,
      );
    return node;
  };
  return (file) => ts.visitNode(file, visit);
}

/** The member that a part of an object pattern takes; what takes the place of an item or the rest takes none. */
function memberOf(node) {
  return ts.isObjectBindingPattern(node.parent) && !node.dotDotDotToken
    ? (node.propertyName ?? node.name)
    : undefined;
}
