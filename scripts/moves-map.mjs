/** New folder → what moves there. Names stay unless RENAMED_FILES has another. */
export const FOLDERS = {
  "src/core": "src/sensitivity/axis",
  "src/wording/format":
    "src/taskpane/format src/taskpane/about-numbers src/sensitivity/number-formats",
  "src/wording/messages": `src/taskpane/deal-words src/taskpane/standing-words src/taskpane/warning-words
    src/taskpane/threshold-choice-words src/taskpane/commitment-names`,
  "src/input/cells": `src/input/cells src/input/numbers src/input/text src/input/used-rows src/input/remember-last
    src/input/zeros-in-a-row src/workbook/address src/workbook/cell-reference`,
  "src/input/headings": `src/input/amount-words src/input/heading-words src/input/headings src/input/calendar-labels
    src/input/periods src/input/percent-scale src/input/term-names`,
  "src/deal": `src/workbook/deal src/workbook/scenario-rows src/workbook/scenario-columns src/workbook/scenario-to-write
    src/workbook/forecast-block src/taskpane/deal-reading src/taskpane/scenario-reading src/taskpane/what-if
    src/sensitivity/price src/sensitivity/what-if src/input/discount-range src/workbook/found-cells
    src/taskpane/compared-scenario src/taskpane/fault-cell src/taskpane/parts-of-year src/taskpane/parts-of-year-words`,
  "src/analysis": `src/sensitivity/standing src/sensitivity/threshold-choice src/sensitivity/threshold-ask
    src/sensitivity/threshold-moves src/sensitivity/threshold-prices src/sensitivity/best-commitments
    src/sensitivity/commitment-outlook src/sensitivity/decision src/sensitivity/fill-levels src/sensitivity/forecast-spread
    src/sensitivity/load-change src/sensitivity/savings-curve src/sensitivity/scenario-comparison
    src/sensitivity/winner-by-usage src/sensitivity/band-provenance src/sensitivity/steps src/taskpane/standing-of`,
  "src/sheets": `src/sensitivity/decision-sheet src/sensitivity/comparison-sheet src/sensitivity/label-formula
    src/workbook/deal-sheet src/workbook/example-deal src/workbook/deal-numbers src/workbook/new-deal src/sensitivity/assumed-deal`,
  "src/sheets/tables": `src/sensitivity/table-axis src/sensitivity/table-chart src/sensitivity/table-content
    src/sensitivity/table-edge src/sensitivity/table-formula src/sensitivity/table-held src/sensitivity/table-measure
    src/sensitivity/table-recipe src/sensitivity/table-shape src/sensitivity/table-values src/sensitivity/layout src/sensitivity/measure
    src/sensitivity/grid src/sensitivity/default-steps src/taskpane/table-inputs`,
  "src/workbook/excel": `src/workbook/excel-run src/workbook/outcome src/workbook/find-cells src/workbook/free-name
    src/workbook/number-format src/workbook/cells-beside src/workbook/read-selection src/workbook/watch src/workbook/write-progress`,
  "src/workbook/journal": `src/workbook/write-record src/workbook/remove-table src/workbook/preflight
    src/workbook/written-tables src/workbook/table`,
  "src/workbook/deal": `src/workbook/read-deal src/workbook/deal-choice src/workbook/currency-choice src/workbook/validate-deal`,
  "src/workbook/scenarios":
    "src/workbook/change-scenarios src/workbook/read-scenarios src/workbook/write-scenarios",
  "src/workbook/sheets": `src/workbook/write-table src/workbook/plan-table src/workbook/table-style src/workbook/table-chart
    src/workbook/put-sheet-part src/workbook/write-decision src/workbook/write-comparison src/workbook/write-forecast
    src/workbook/insert-deal src/workbook/insert-example src/workbook/insert-numbers`,
  "src/workbook/self-check": `src/workbook/self-check src/workbook/self-check-case src/workbook/self-check-cases
    src/workbook/self-check-compare src/workbook/self-check-decision-cases src/workbook/self-check-host
    src/workbook/self-check-inputs src/workbook/self-check-observations src/workbook/self-check-own-cases
    src/workbook/self-check-report src/workbook/self-check-sheet src/workbook/self-check-wait`,
  "src/taskpane/kit": `src/taskpane/text-field src/taskpane/lines-field src/taskpane/select-field src/taskpane/form-fields
    src/taskpane/typed-amount src/taskpane/linear-scale src/taskpane/label-places src/taskpane/icons src/taskpane/styles
    src/taskpane/table-form-styles src/taskpane/in-slices src/taskpane/later-element src/taskpane/theme src/taskpane/forecast-echo
    src/taskpane/forecast-fields src/taskpane/forecast-form-state src/taskpane/forecast-form-words
    src/taskpane/own-sheet src/taskpane/bands-echo`,
  "src/taskpane/context": `src/taskpane/pane-state src/taskpane/pane-actions src/taskpane/status src/taskpane/status-line
    src/taskpane/settled src/taskpane/pane-context`,
  "src/taskpane/views/home": "src/taskpane/standing-view",
  "src/taskpane/views/start": `src/taskpane/empty-view src/taskpane/numbers-form src/taskpane/numbers-form-state
    src/taskpane/numbers-model src/taskpane/own-sheet-model src/taskpane/own-sheet-view
    src/taskpane/scaled-lines`,
  "src/taskpane/views/usage": `src/taskpane/forecast-form src/taskpane/forecast-model`,
  "src/taskpane/views/offer": "src/taskpane/deal-facts-view",
  "src/taskpane/views/commitment": `src/taskpane/where-it-pays-styles src/taskpane/where-it-pays-view
    src/taskpane/where-it-pays-words src/taskpane/savings-chart src/taskpane/savings-chart-drawing
    src/taskpane/savings-chart-frame src/taskpane/savings-chart-layout src/taskpane/savings-chart-styles
    src/taskpane/load-slider src/taskpane/guess-words src/taskpane/guesses-view src/taskpane/outlook-words
    src/taskpane/price-choice src/taskpane/threshold-ask-words src/taskpane/threshold-choice-card
    src/taskpane/threshold-choice-styles src/taskpane/threshold-choices-view
    src/taskpane/threshold-prices-words`,
  "src/taskpane/views/negotiation": `src/taskpane/clause-words src/taskpane/clauses-styles src/taskpane/clauses-view
    src/taskpane/tornado`,
  "src/taskpane/views/sheets": `src/taskpane/assumed-cells src/taskpane/decision-request src/taskpane/decision-model src/taskpane/table-form src/taskpane/form-state
    src/taskpane/form-words src/taskpane/axis-choice src/taskpane/stepped-axis src/taskpane/stepped-axis-view
    src/taskpane/default-usages src/taskpane/table-obstacles src/taskpane/tables-list src/taskpane/misfit-words
    src/taskpane/rebuild-model`,
  "src/taskpane/views/scenarios": `src/taskpane/scenario-bar src/taskpane/scenario-form src/taskpane/scenario-form-state
    src/taskpane/scenario-form-words src/taskpane/scenario-model src/taskpane/comparison-request
    src/taskpane/comparison-view src/taskpane/comparison-words`,
  "src/taskpane/views/settings": "src/taskpane/currency-view src/taskpane/self-check-view",
  "src/host/univer": `src/host/univer-blocks src/host/univer-cells src/host/univer-conditional-formats src/host/univer-context
    src/host/univer-corrections src/host/univer-changed-cells src/host/univer-last-values
    src/host/univer-table-moves src/host/scaled-format src/host/univer-events src/host/univer-functions src/host/univer-grid-parts src/host/univer-grid
    src/host/univer-looks src/host/univer-names src/host/univer-node src/host/univer-refresh src/host/univer-sheets
    src/host/univer-style-data src/host/univer-table-rows src/host/univer-tables src/host/univer-validation
    src/host/univer-whole-sheets`,
  "src/host/office": `src/host/bridge src/host/port src/host/executor src/host/member src/host/projection src/host/protocol
    src/host/statement src/host/host-object src/host/host-error src/host/requirement-sets src/host/ribbon-commands
    src/host/pane-service src/host/interruptions`,
  "src/host/functions":
    "src/host/custom-functions src/host/coercion src/host/lift src/host/function-metadata",
  "src/host/grid": `src/host/grid src/host/whole-sheets src/host/cell-messages src/host/cell-style src/host/cell-value
    src/host/chart-info src/host/address src/host/structured-reference src/host/color-scale src/host/typed-text
    src/host/subtract src/host/validation src/host/function-argument`,
  "src/host/xlsx": `src/host/files/calculable src/host/files/compact-cells src/host/files/date-text
    src/host/files/known src/host/files/links-in-files src/host/files/capture-workbook src/host/files/cell-format src/host/files/charts-in-files
    src/host/files/file-color src/host/files/file-fault src/host/files/formula-text src/host/files/formula-tokens
    src/host/files/future-functions src/host/files/left-out src/host/files/named-styles src/host/files/open-workbook
    src/host/files/package-parts src/host/files/page-setup src/host/files/read-cells src/host/files/read-xlsx
    src/host/files/restore-workbook src/host/files/rules-in-files src/host/files/save-workbook
    src/host/files/settings-in-files src/host/files/workbook-document src/host/files/write-xlsx src/host/files/xml-text`,
};

/** Old path without ending → new name without ending. */
export const RENAMED_FILES = {
  "src/core/crossing": "break-even",
  "src/core/words": "fuzzy-match",
  "src/sensitivity/axis": "threshold-axis",
  "src/forecast/remembered": "memoize-forecast",
  "src/taskpane/about-numbers": "approximate",
  "src/workbook/address": "a1",
  "src/workbook/deal": "deal-inputs",
  "src/taskpane/deal-reading": "parse-deal",
  "src/taskpane/scenario-reading": "parse-scenario",
  "src/taskpane/what-if": "assumptions",
  "src/sensitivity/price": "negotiation-level",
  "src/sensitivity/what-if": "with-clauses",
  "src/workbook/scenario-rows": "scenario",
  "src/sensitivity/standing": "commitment-position",
  "src/taskpane/standing-of": "position-of-deal",
  "src/sensitivity/threshold-ask": "concession",
  "src/sensitivity/decision": "recommendation",
  "src/sensitivity/table-axis": "axis",
  "src/sensitivity/table-chart": "chart",
  "src/sensitivity/table-content": "content",
  "src/sensitivity/table-edge": "break-even-border",
  "src/sensitivity/table-formula": "formula",
  "src/sensitivity/table-held": "fixed-inputs",
  "src/sensitivity/table-measure": "table-measure",
  "src/sensitivity/table-recipe": "definition",
  "src/sensitivity/table-shape": "shape",
  "src/sensitivity/table-values": "values",
  "src/taskpane/table-inputs": "inputs",
  "src/workbook/excel-run": "run",
  "src/workbook/read-selection": "selection",
  "src/workbook/write-progress": "progress",
  "src/workbook/write-record": "record",
  "src/workbook/remove-table": "roll-back",
  "src/workbook/written-tables": "written",
  "src/workbook/table": "written-table",
  "src/workbook/self-check-case": "case",
  "src/workbook/self-check-cases": "cases",
  "src/workbook/self-check-compare": "compare",
  "src/workbook/self-check-decision-cases": "decision-cases",
  "src/workbook/self-check-host": "host",
  "src/workbook/self-check-inputs": "inputs",
  "src/workbook/self-check-observations": "observations",
  "src/workbook/self-check-own-cases": "own-cases",
  "src/workbook/self-check-report": "report",
  "src/workbook/self-check-sheet": "sheet",
  "src/workbook/self-check-wait": "wait",
  "src/input/decision-cells": "uncertain-period-cells",
  "src/taskpane/settled": "catch-fault",
  "src/taskpane/standing-view": "position-view",
  "src/taskpane/standing-words": "position-messages",
  "src/taskpane/warning-words": "warning-messages",
  "src/taskpane/numbers-form": "manual-entry-form",
  "src/taskpane/numbers-form-state": "manual-entry",
  "src/taskpane/numbers-model": "manual-entry-model",
  "src/taskpane/own-sheet": "deal-source",
  "src/taskpane/own-sheet-model": "deal-source-model",
  "src/taskpane/own-sheet-view": "deal-source-view",
  "src/taskpane/forecast-form-words": "forecast-form-messages",
  "src/taskpane/deal-words": "deal-messages",
  "src/taskpane/where-it-pays-words": "where-it-pays-messages",
  "src/taskpane/guess-words": "guess-messages",
  "src/taskpane/outlook-words": "outlook-messages",
  "src/taskpane/price-choice": "level-choice",
  "src/taskpane/threshold-ask-words": "concession-messages",
  "src/taskpane/threshold-choice-words": "threshold-choice-messages",
  "src/taskpane/threshold-prices-words": "threshold-prices-messages",
  "src/taskpane/clause-words": "clause-messages",
  "src/taskpane/comparison-words": "comparison-messages",
  "src/taskpane/form-state": "table-form-state",
  "src/taskpane/form-words": "table-form-messages",
  "src/taskpane/misfit-words": "staleness-messages",
  "src/taskpane/scenario-form-words": "scenario-form-messages",
  "src/host/univer-blocks": "blocks",
  "src/host/univer-cells": "cells",
  "src/host/univer-conditional-formats": "conditional-formats",
  "src/host/univer-context": "context",
  "src/host/univer-events": "events",
  "src/host/univer-functions": "functions",
  "src/host/univer-grid-parts": "grid-parts",
  "src/host/univer-grid": "univer-grid",
  "src/host/univer-looks": "looks",
  "src/host/univer-names": "names",
  "src/host/univer-node": "node",
  "src/host/univer-refresh": "refresh",
  "src/host/univer-sheets": "sheets",
  "src/host/univer-style-data": "style-data",
  "src/host/univer-table-rows": "table-rows",
  "src/host/univer-tables": "tables",
  "src/host/univer-validation": "validation",
  "src/host/univer-whole-sheets": "whole-sheets",
  "src/host/univer-changed-cells": "changed-cells",
  "src/host/univer-corrections": "corrections",
  "src/host/univer-last-values": "last-values",
  "src/host/univer-table-moves": "table-moves",
  "src/host/files/links-in-files": "links",
  "src/taskpane/parts-of-year-words": "parts-of-year-messages",
  "src/host/interruptions": "fault-injection",
  "src/host/files/charts-in-files": "charts",
  "src/host/files/rules-in-files": "conditional-formats",
  "src/host/files/settings-in-files": "settings",
  "src/host/files/future-functions": "future-functions",
};

/** Tests that are named after no one file. */
export const TEST_MOVES = {
  "test/workbook/saboteur.ts": "test/workbook/fault-injector.ts",
  "test/workbook/sabotaged-bundle.ts": "test/workbook/mutant-bundle.ts",
  "test/workbook/midway.test.ts": "test/workbook/concurrent-edits.test.ts",
  "test/e2e/newcomer.test.ts": "test/e2e/first-run.test.ts",
  "test/support/quiet-time.ts": "test/support/debounce.ts",
  "test/host/interruptions.test.ts": "test/host/fault-injection.test.ts",
  "scripts/tour/mission-story.ts": "scripts/tour/reference-deal-story.ts",
};

/** From, to, and the declarations that move. */
export const CARVES = [
  [
    "src/sensitivity/scenario-comparison.ts",
    "src/taskpane/compared-scenario.ts",
    "ComparedScenario",
  ],
  ["src/workbook/find-cells.ts", "src/workbook/found-cells.ts", "FoundCells", "Found"],
  ["src/taskpane/deal-words.ts", "src/workbook/cell-reference.ts", "readableReference"],
  ["src/taskpane/own-sheet-model.ts", "src/taskpane/pane-context.ts", "PaneParts"],
  ["src/sensitivity/commitment-outlook.ts", "src/forecast/expected-cost.ts", "expectedSaving"],
  ["src/host/grid.ts", "src/host/validation.ts", "ValidationRule", "Validation", "Comparison"],
  ["src/host/grid.ts", "src/host/function-argument.ts", "FunctionArgument"],
  ["src/workbook/read-scenarios.ts", "src/workbook/deal-choice.ts", "SHOWN_KEY"],
  ["src/workbook/deal-sheet.ts", "src/workbook/new-deal.ts", "NewDeal"],
  ["src/workbook/example-deal.ts", "src/workbook/new-deal.ts", "ExampleNames", "ResultRow"],
  [
    "src/sensitivity/table-content.ts",
    "src/sensitivity/table-shape.ts",
    "blockSize",
    "rowsAbove",
    "sizeOf",
  ],
  ["src/taskpane/scenario-form-state.ts", "src/taskpane/scenario-form-words.ts", "UsageWay"],
  ["src/taskpane/deal-words.ts", "src/taskpane/workbook-note.ts", "workbookNote"],
  ["src/taskpane/pane-state.ts", "src/taskpane/first-state.ts", "FIRST_STATE"],
];

/** File, and the names in it: old>new. */
export const RENAMES = [
  [
    "src/sensitivity/standing.ts",
    "BandStanding>BandPosition",
    "YearStanding>YearPosition",
    "StandingInput>PositionInput",
    "Standing>CommitmentPosition",
    "standing>commitmentPosition",
    "Crossing>BandStep",
    "crossingTo>bandStepTo",
  ],
  ["src/taskpane/standing-of.ts", "standingOf>positionOf"],
  [
    "src/sensitivity/price.ts",
    "PRICES>DISCOUNT_LEVELS",
    "Price>DiscountLevel",
    "pricesIn>levelsIn",
  ],
  [
    "src/sensitivity/threshold-ask.ts",
    "ThresholdAsk>Concession",
    "thresholdAsk>concession",
    "DiscountAsk>DiscountConcession",
    "ClauseAsk>ClauseConcession",
  ],
  [
    "src/taskpane/threshold-ask-words.ts",
    "AskWords>ConcessionSentences",
    "askWords>describeConcession",
  ],
  [
    "src/sensitivity/table-held.ts",
    "HeldInput>FixedInput",
    "heldNames>fixedInputNames",
    "heldInput>fixedInput",
  ],
  [
    "src/sensitivity/table-recipe.ts",
    "TableRecipe>TableDefinition",
    "recipeOf>definitionOf",
    "isRecipe>isDefinition",
    "Misfit>StaleReason",
    "misfitOf>staleReasonOf",
  ],
  ["src/taskpane/misfit-words.ts", "misfitSentence>describeStaleness"],
  ["src/sensitivity/table-edge.ts", "EdgeRule>BorderRule", "edgeRules>borderRules"],
  ["src/sensitivity/decision.ts", "Decision>Recommendation", "decide>recommend"],
  ["src/forecast/remembered.ts", "remembered>memoizeForecast"],
  ["src/input/decision-cells.ts", "Decision>UncertainPeriod", "readDecision>readUncertainPeriod"],
  ["src/taskpane/deal-reading.ts", "DealReading>ParsedDeal"],
  ["src/taskpane/scenario-reading.ts", "ScenarioReading>ParsedScenario"],
  [
    "src/taskpane/own-sheet.ts",
    "OwnSheet>DealSource",
    "OwnPart>SourcePart",
    "OwnReading>SourceReading",
    "readOwnSheet>readDealSource",
  ],
  ["src/taskpane/own-sheet-model.ts", "OwnSheetModel>DealSourceModel"],
  [
    "src/taskpane/numbers-form-state.ts",
    "NumbersForm>ManualEntry",
    "NumbersReading>ParsedManualEntry",
    "FRESH_NUMBERS>FRESH_MANUAL_ENTRY",
    "readNumbersForm>readManualEntry",
  ],
  ["src/taskpane/numbers-model.ts", "NumbersModel>ManualEntryModel"],
  ["src/taskpane/numbers-form.ts", "NumbersFormView>ManualEntryView"],
  ["src/taskpane/settled.ts", "settled>catchFault"],
  ["src/taskpane/form-state.ts", "FormReading>ParsedForm"],
  ["src/taskpane/what-if.ts", "WhatIf>Assumptions"],
  ["src/taskpane/price-choice.ts", "PriceChoice>LevelChoice"],
  ["src/taskpane/pane-context.ts", "PaneParts>PaneContext"],
  ["src/workbook/remove-table.ts", "takeBack>rollBack"],
  ["src/workbook/deal.ts", "DEAL_PARTS>DEAL_INPUTS", "DealPart>DealInput"],
  ["src/sensitivity/decision-sheet.ts", "SheetPart>SheetBlock"],
  ["src/workbook/put-sheet-part.ts", "putPart>putBlock"],
  ["src/host/interruptions.ts", "Interruptions>FaultInjection"],
  ["src/host/page/chart-drawing.ts", "drawChart>drawSheetChart"],
  ["test/workbook/saboteur.ts", "Saboteur>FaultInjector"],
  ["test/workbook/sabotaged-bundle.ts", "Sabotage>Mutation", "buildSabotaged>buildMutant"],
  ["test/support/quiet-time.ts", "endQuietTime>endDebounce"],
];
