import { describe, expect, test } from "vitest";
import { type Heading, readHeading } from "../../../src/input/headings/headings";

/** What a heading means, how plainly, and headings that mean it. */
const HEADINGS: readonly (readonly [Heading["says"], 1 | 2 | 3, readonly string[]])[] = [
  [
    "threshold",
    3,
    [
      ...["Threshold", "Thresholds", "Discount threshold", "Threshold (%)", "Commitment (USD)"],
      ...["Annual commit", "Committed spend", "Spend", "Volume", "Consumption", "Floor"],
      ...["At least", "From", "From (USD)", "From spend", "Spend from", "Discount applies from"],
      ...["Min", "Minimum", "Minimum spend", "Min. usage", "Applies from usage", "Usage starts at"],
      ...["Usage starts from here", "Commitment or more", ">= commitment", "\u2265 spend"],
      ...[
        "Spend over time",
        "Spend > minimum",
        "Spend or over",
        "Spend and above",
        "Commitment at above",
      ],
    ],
  ],
  ["threshold", 2, ["Commitment %", "Minimum (%)"]],
  [
    "threshold",
    1,
    ["Commitment tier", "Spend band", "Level", "Volume plan", "Band name from spend"],
  ],
  [
    "above",
    2,
    [
      ...[
        "Over",
        "Above",
        "More than",
        "Greater than",
        "Exceeding",
        "Exceeds",
        "Exceeding spend",
        "Beyond",
      ],
      ...["Above (USD)", "Over spend", "Spend over", "Usage above", "Spend more than"],
      ...["Usage greater than", "Usage exceeding", "> spend", " \uff1e spend", "> commitment"],
    ],
  ],
  [
    "end",
    3,
    [
      ...["Up to", "To", "Until", "Till", "Max", "Maximum", "Upper", "Below", "Under", "Less than"],
      ...["End", "Upper limit", "Upper bound", "Max commitment", "To spend", "Up to volume limit"],
      ...[
        "Spend up to",
        "Annual spend up to",
        "Yearly commitment max",
        "Annual commitment maximum",
      ],
      ...["Applies to", "Applies until", "Commitment end", "Spend upper limit", "Max level end"],
    ],
  ],
  [
    "discount",
    3,
    [
      ...["Discount", "Discounts", "Off", "% off", "Reduction", "Reductions", "Rebate", "Rebates"],
      ...["Saving", "Savings", "The discount", "Offered discount", "Volume discount"],
      ...["Commit discount", "Commitment discount", "Annual discount", "List discount"],
      ...["Price discount", "The annual list discount", "Volume commitment rebate"],
      ...["Discount rate", "Discount level", "Discount offered", "Discount earned"],
      ...["Discount off list", "Discount off list price", "Discount off list prices"],
      ...["Discount on list", "Discount fraction", "Discount in %", "Discount rate offered"],
      ...[
        "Off list",
        "Off list price",
        "Off list prices",
        "% off list",
        "Percentage off list",
        "Off the list price",
      ],
      ...["Off the price", "From list price", "Price reduction"],
      ...[
        "Cost savings",
        "Cost reduction",
        "Cost discount",
        "Cost saving",
        "Cost rebate",
        "Price off",
        "Net discount",
        "Net reduction",
        "Savings vs on-demand prices",
      ],
      ...[
        "Discount against public rates",
        "Discount vs public rate",
        "Discount to list price",
        "Discount of list price",
      ],
      ...["Discount below standard pricing", "Reduction on published prices", "Price off"],
      ...["Reduction from the prices", "Discount from published rates"],
    ],
  ],
  [
    "discount",
    2,
    [
      ...[
        "Further price discount",
        "Off list for partners",
        "Disc",
        "Disc. %",
        "Customer discount",
        "New discounts",
        "Further reduction",
      ],
      ...["Partner reductions", "Partner rebate", "Quarterly rebates", "Yearly saving"],
      ...["Yearly savings", "Off plan", "Points off price"],
      ...[
        "Points off rate card",
        "Points off standard",
        "Points off public",
        "Points off published",
      ],
      "Discount rate card",
    ],
  ],
  ["discount", 1, ["Rate", "Rates", "Band rate", "Tier rates", "%", "(%)", "Percent"]],
  [
    "paid",
    2,
    [
      ...["You pay", "Pays", "Payable", "Paying", "Paid", "Price", "Prices", "Pricing"],
      ...["Multiplier", "Multiple", "Factor", "Factors", "Coefficient", "Coefficients"],
      ...["% of list", "Share of the list", "Rate of standard", "% of public", "Of usage", "Net"],
      ...["Net rate", "Cost", "Costs", "Charge", "Charged", "Fee", "Fees", "Discounted"],
      ...["After discount", "After the discount", "Rate after rebate", "After the reduction"],
      ...["Share", "Remaining", "Remainder", "Discounted price", "Price after discount"],
    ],
  ],
  [
    "name",
    2,
    [
      ...["Name", "Names", "Tier", "Tiers", "Band", "Bands", "Label", "Labels"],
      ...["Plan", "Plans", "Package", "Packages", "Edition", "Editions", "Name of the deal"],
    ],
  ],
  [
    "text",
    1,
    [
      ...["Target discount", "Walk-away discount", "Goal", "Ask", "Asks", "Asked discount"],
      ...["Wanted discount", "Requested discount", "Benchmark discount", "Competitor discount"],
      ...["Confidence", "Source", "Note", "Notes", "Comment", "Comments", "Valid until"],
      ...["Validity", "Expires", "Expiry of the discount", "Date", "Dates", "Discount type"],
      ...["Types", "Condition", "Conditions of the discount", "Reason", "Reasons", "Approval"],
      ...["Approved discount", "Owner", "Eligible spend", "Eligibility", "Rate lock", "Price cap"],
      ...["Discount code", "Band ID", "Support level", "Service level", "Status", "Contact"],
      ...["Extra discount", "Next threshold", "Current discount", "Previous discount"],
      ...["Prior discount", "Last discount", "Actual spend", "Threshold met", "Spend to date"],
      ...["Currency", "Start of the discount", "Renewal discount", "Overage rate", "Shortfall fee"],
      ...["Forfeited share", "Forfeiture", "Premium rate"],
    ],
  ],
  [
    "text",
    2,
    [
      ...["Remarks", "Ramp", "Usage", "Turnoff", "Endless", "Rate card", "Corporate", "Discern"],
      ...["Offset", "Repricings", "Enterprise", "Bandwidth", "Planet", "Coast", "Today"],
    ],
  ],
];

describe.each(HEADINGS)("%s, plainness %d", (says, plainness, headings) => {
  test.each(headings)("%s", (heading) => {
    expect(readHeading(heading)).toMatchObject({ text: heading, says, plainness });
  });
});
