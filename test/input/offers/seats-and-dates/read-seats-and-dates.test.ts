import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayText } from "../../../../src/core/calendar";
import type { OfferReading } from "../../../../src/input/offers/offer-reading";
import {
  readSeatsAndDates,
  type SeatsAnswer,
} from "../../../../src/input/offers/seats-and-dates/seats-and-dates";
import { withoutRead } from "../../../../src/input/offers/seats-and-dates/unread";
import { assertProperty } from "../../../support/property";

const OFFER: OfferReading = { bands: [], asks: [], shown: [], leftOver: [] };

const read = (
  text: string,
  offer: Partial<OfferReading> = {},
  answers: readonly SeatsAnswer[] = [],
) => readSeatsAndDates(text, { ...OFFER, ...offer }, answers);

/** Product, count, price a month, months, whether they count, discount. */
const seatsOf = (...given: Parameters<typeof read>) =>
  read(...given).seats.map((one) => [
    ...[one.product, one.count, one.priceUsdAMonth, one.months],
    ...[one.counts, one.discount],
  ]);
const datesOf = (...given: Parameters<typeof read>) =>
  read(...given).dates.map(({ kind, day, noticeDays }) =>
    [kind, ...(day === undefined ? [] : [dayText(day)]), ...(noticeDays ? [noticeDays] : [])].join(
      " ",
    ),
  );
const asked = (...given: Parameters<typeof read>) =>
  read(...given).questions.map(({ about }) => about);

const ALL_YEAR = 12;
const COUNT = "Seats count toward the commitment.";

describe("readSeatsAndDates() reads seats", () => {
  test.each([
    ["120 seats at $60 a month, counted toward the commitment", ["Seats", 120, 60, true]],
    ["Seats: 250 × $30 per month, not counted toward the commitment.", ["Seats", 250, 30, false]],
    [`1,200 licences at $12.50 each per month. ${COUNT}`, ["Seats", 1200, 12.5, true]],
    ["120 users @ $720 per user per year, outside the commitment", ["Seats", 120, 60, false]],
    [`$60 per seat per month for 120 seats; ${COUNT}`, ["Seats", 120, 60, true]],
    [`120 x $60 per seat per month = $7,200 a month. ${COUNT}`, ["Seats", 120, 60, true]],
    [`- 40 Team seats at $30/seat/mo\n- ${COUNT}`, ["Team seats", 40, 30, true]],
    [`Premium: 10 seats, $150 per seat per month. ${COUNT}`, ["Premium seats", 10, 150, true]],
    [
      "Line 2: 80 seats at USD 45 per month, excluded from the commitment",
      ["Seats", 80, 45, false],
    ],
    [`120 seats for $7,200 a month in total. ${COUNT}`, ["Seats", 120, 60, true]],
    [
      "We include 120 seats at $60 a month. They draw down the commitment.",
      ["Seats", 120, 60, true],
    ],
    ["120 seats at $60 a month, counted toward the $600k commitment", ["Seats", 120, 60, true]],
    [
      "With 120 seats at $60 monthly, which do not count\ntoward the commitment",
      ["Seats", 120, 60, false],
    ],
    [
      "120 seats at $60 a month. The seats are not part of the commitment.",
      ["Seats", 120, 60, false],
    ],
    [
      "120 seats at $60 a month, none of which count toward the commitment",
      ["Seats", 120, 60, false],
    ],
    [
      "The price per seat is $60 a month for 120 seats. They count against the minimum.",
      ["Seats", 120, 60, true],
    ],
    [
      "In addition: 120 seats at $60 a month, counted toward the commitment",
      ["Seats", 120, 60, true],
    ],
  ])("of %j", (text, [product, count, price, counts]) => {
    expect(seatsOf(text)).toEqual([[product, count, price, ALL_YEAR, counts, 0]]);
    expect(asked(text)).toEqual([]);
  });

  test.each([
    ["Seats: 120\nPrice per seat: $60 per month\nSeats count toward the commitment: yes"],
    ["Number of seats: 120\nSeat price: $60 a month\nCounts toward the commitment: yes"],
    ["Users: 120\nPrice per user per month: $60\nUsers count against the commitment."],
    ["• Price per seat: $720 per year\n• Seats = 120\n• Seats count toward the commitment."],
    [
      `Quantity: 120 seats\nMonthly fee per seat: $60\nThey count toward the commitment: yes\n${COUNT}`,
    ],
  ])("of labels on lines of their own: %j", (text) => {
    expect(seatsOf(text)).toEqual([["Seats", 120, 60, ALL_YEAR, true, 0]]);
    expect(seatsOf(`${text}\nSeats: 80`)).toEqual([]);
  });

  test("of several products in one sentence, each with its own price", () => {
    const text =
      "80 standard seats at $30 and 25 premium seats at $150 per month, both counting toward the commitment.";
    expect(seatsOf(text)).toEqual([
      ["Standard seats", 80, 30, ALL_YEAR, true, 0],
      ["Premium seats", 25, 150, ALL_YEAR, true, 0],
    ]);
  });

  test.each([
    ["for 12 months", 12],
    ["for 6 months", 6],
    ["for six months", 6],
    ["for 24 months", 12],
    ["for two years", 12],
    ["for the full 36 months", 12],
    ["for 1 year", 12],
    ["x 9 months", 9],
    ["over 3 months", 3],
    ["for the term", 12],
  ])("paid %j in the months of one year", (words, months) => {
    expect(seatsOf(`25 seats at $200 a month ${words}. ${COUNT}`)[0]?.[3]).toBe(months);
  });

  test.each<readonly [string, number | "band"]>([
    ["25 seats at $200 a month, less 10%.", 0.1],
    ["25 seats at $200 a month with 10% off.", 0.1],
    ["25 seats at $200 a month, minus 12.5%.", 0.125],
    ["25 seats at $200 a month; 10% discount on seats.", 0.1],
    ["25 seats at $200 a month. Seats are discounted by 8%.", 0.08],
    ["25 seats at $200 a month with the same discount.", "band"],
    ["25 seats at $200 a month. The commitment discount applies to seats.", "band"],
    ["25 seats at $200 a month. The same discount applies to seats.", "band"],
    ["25 seats at $200 a month, no discount.", 0],
    ["25 seats at $200 a month. There is no discount on seats.", 0],
  ])("less a discount where it is said: %j", (text, discount) => {
    expect(seatsOf(`${text} ${COUNT}`)).toEqual([["Seats", 25, 200, ALL_YEAR, true, discount]]);
  });

  test.each([
    ["25 premium seats × $200/mo for 12 months", ["seatsCount"]],
    ["120 seats at $60 a month on top of the commitment", ["seatsCount"]],
    ["120 seats at $60 a month, invoiced separately", ["seatsCount"]],
    ["120 seats at $60 a month. Do seats count toward the commitment?", ["seatsCount"]],
    [
      "120 seats at $60 a month. Seats count toward the commitment. Seats do not count toward the commitment.",
      ["seatsCount"],
    ],
    ["40 seats at $30 a month, 10 premium seats at $60 a month", ["seatsCount"]],
    [`120 seats at $60. ${COUNT}`, ["seatPeriod"]],
    [`120 seats, $60 a month. ${COUNT}`, ["seatPrice"]],
    [`120 seats for $7,200 a month. ${COUNT}`, ["seatPrice"]],
    ["120 seats for $7,200", ["seatPrice", "seatPeriod", "seatsCount"]],
  ])("asks what %j does not say, and reads no seats until then", (text, about) => {
    expect(seatsOf(text)).toEqual([]);
    expect(asked(text)).toEqual(about);
  });

  test("as the answers make them", () => {
    const text = "120 seats for $7,200";
    const answer = (about: SeatsAnswer["about"], value: string | null): SeatsAnswer => ({
      ...{ about, value },
      from: text,
    });
    const rest = [answer("seatPeriod", "month"), answer("seatsCount", "no")];
    expect(seatsOf(text, {}, [answer("seatPrice", "all"), ...rest])).toEqual([
      ["Seats", 120, 60, ALL_YEAR, false, 0],
    ]);
    expect(seatsOf(text, {}, [answer("seatPrice", "each"), ...rest])[0]?.[2]).toBe(7200);
    expect(seatsOf(text, {}, [answer("seatPrice", null), ...rest])).toEqual([]);
  });

  test.each([
    ["up to 120 seats at $60 a month"],
    ["about 120 seats at $60 a month"],
    ["at least 50 seats at $60 a month"],
    ["100-150 seats at $60 a month"],
    ["200+ seats at $60 a month"],
    ["each additional seat at $60 a month, 120 seats included"],
    ["You have 80 seats today at $30 a month"],
    ["If you take 50 seats at $60 a month we go to 18%"],
    ["Would 120 seats at $60 a month do?"],
    ["1-50 seats: $30 per month; 51-200 seats: $25 per month"],
    ["120 seats at $54 a month after a 10% discount"],
    ["120 seats at $60 a month at a 10% discount"],
    ["120 seats at $60 a month from month 4"],
    ["120 seats at $60 per quarter"],
    ["120 seats at $60 × 12 months = $80,000"],
    ["120 seats at €60 a month"],
    ["120 seats at 60 a month"],
    ["120.000 seats at $60 a month"],
    ["12.5 seats at $60 a month"],
    ["20 seats free"],
    ["120 seats at $60 a month. Discounts on seats depend on the quarter."],
    ["120 seats at $60 a month. Seats are for 6 months only."],
    ["120 seats at $60 a month. The 120 seats start on 1 March 2028."],
    ["120 seats at $60 a month. Seats are free in the first quarter."],
    ["120 seats at $60 a month. 50% of seat spend counts toward the commitment."],
    ["120 seats at $60 a month, half of which counts toward the commitment"],
    ["120 seats at $60 a month, rising 5% a year"],
    ["120 seats at $60 a month (list $75)"],
    ["120 seats at $60 a month. Seat prices may rise."],
    ["> 120 seats at $60 a month"],
    ["Current contract:\n120 seats at $60 a month"],
  ])("leaves %j where it is", (text) => {
    expect(seatsOf(`${text}\n\n${COUNT}`)).toEqual([]);
  });

  test("in the currency of the offer, with its decimal sign", () => {
    const euros = { currency: { value: "EUR", from: "€" } };
    const comma = { shown: [{ how: "decimalComma", from: "12,5 %" }] } as const;
    expect(seatsOf(`120 seats at €60 a month. ${COUNT}`, euros)).toHaveLength(1);
    expect(seatsOf(`120 seats at $60 a month. ${COUNT}`, euros)).toEqual([]);
    expect(
      seatsOf(`1.200 seats at 12,50 € per seat per month. ${COUNT}`, { ...euros, ...comma })[0],
    ).toEqual(["Seats", 1200, 12.5, ALL_YEAR, true, 0]);
  });
});

describe("readSeatsAndDates() reads dates", () => {
  test.each([
    ["The term ends on 31 January 2028.", "termEnd 2028-01-31"],
    ["This agreement expires January 31, 2028", "termEnd 2028-01-31"],
    ["Contract end: 2028-01-31", "termEnd 2028-01-31"],
    ["End date: 31.01.2028", "termEnd 2028-01-31"],
    ["The contract runs until 31st of January 2028", "termEnd 2028-01-31"],
    ["The subscription term continues through the end of January 2028", "termEnd 2028-01-31"],
    ["The order form terminates on 1/31/2028.", "termEnd 2028-01-31"],
    ["Term: 1 February 2027 to 31 January 2028", "termEnd 2028-01-31"],
    ["The initial term ends at the end of 2028.", "termEnd 2028-12-31"],
    ["The agreement is in force until 29 Feb 2028; it ends on 29 Feb 2028.", "termEnd 2028-02-29"],
    [
      "The initial term is 24 months, starting on 1 March 2027 and ending on 28 February 2029.",
      "termEnd 2029-02-28",
    ],
    ["Prices are locked until 31 March 2028.", "lockEnd 2028-03-31"],
    ["We guarantee these prices through 31 March 2028.", "lockEnd 2028-03-31"],
    ["Price lock: until 31 March 2028", "lockEnd 2028-03-31"],
    ["Rates are held through 31 Mar 2028", "lockEnd 2028-03-31"],
    ["The price protection ends on 2028-03-31.", "lockEnd 2028-03-31"],
    ["All prices fixed to 31.03.2028", "lockEnd 2028-03-31"],
    ["Bands are reviewed on 1 July 2027.", "bandReview 2027-07-01"],
    ["We will review the tiers on 1 July 2027.", "bandReview 2027-07-01"],
    ["Next band review: 1 July 2027", "bandReview 2027-07-01"],
    ["The discount tiers will be revisited by July 1, 2027", "bandReview 2027-07-01"],
    ["Thresholds: next review 2027-07-01", "bandReview 2027-07-01"],
    ["Either party may cancel with 60 days' notice before the end of the term.", "notice 60"],
    ["60 days written notice of non-renewal", "notice 60"],
    ["Cancel at least 60 days before renewal.", "notice 60"],
    [
      "It renews unless cancelled sixty (60) days prior to the end of the then-current term",
      "notice 60",
    ],
    ["Notice: sixty days prior to expiry", "notice 60"],
    ["Notice of non-renewal: 60 calendar days", "notice 60"],
    ["You must notify us no less than 60 days before the term ends.", "notice 60"],
    ["Auto-renews with a 60-day notice to cancel", "notice 60"],
    ["Notice to cancel is to be given by 1 December 2027.", "notice 2027-12-01"],
    ["Non-renewal must be declared no later than 1 December 2027.", "notice 2027-12-01"],
  ])("of %j", (text, date) => {
    expect(datesOf(text)).toEqual([date]);
    expect(asked(text)).toEqual([]);
  });

  test("the end of the term and of a lock from the start and the length, where no end is said", () => {
    const years = { termMonths: { value: 24, from: "24 months" } };
    const lock = {
      rateLock: { value: { locks: "prices", for: 12 }, from: "12 month lock" },
    } as const;
    const start = "The term starts on 1 February 2027.";
    expect(datesOf(start)).toEqual([]);
    expect(datesOf(start, years)).toEqual(["termEnd 2029-01-31"]);
    expect(datesOf("Term: 24 months starting 1 February 2027", years)).toHaveLength(1);
    expect(datesOf(start, { ...years, ...lock })).toEqual([
      "termEnd 2029-01-31",
      "lockEnd 2028-01-31",
    ]);
    expect(read(start, years).dates[0]?.from).toEqual([start, "24 months"]);
    expect(datesOf(`${start} It ends on 31 December 2028.`, years)).toEqual(["termEnd 2029-01-31"]);
    expect(datesOf(`${start} The term ends on 31 December 2028.`, years)).toEqual([
      "termEnd 2028-12-31",
    ]);
  });

  test("a date that reads two ways is asked, and is the one that is chosen", () => {
    const text = "The agreement expires on 02/03/2028.";
    const [question] = read(text).questions;
    expect(question?.readings.map(({ says }) => says)).toEqual(["2028-02-03", "2028-03-02"]);
    expect(datesOf(text)).toEqual([]);
    const value = question?.readings[1]?.value ?? null;
    expect(datesOf(text, {}, [{ about: "whichDay", from: text, value }])).toEqual([
      "termEnd 2028-03-02",
    ]);
    expect(asked("Start date: 02/03/2028")).toEqual([]);
  });

  test.each([
    ["Offer valid until 30 November 2026."],
    ["This pricing is offered until 30 November 2026."],
    ["Your current contract ends on 31 March 2027."],
    ["The pilot term ends on 31 March 2027."],
    ["The term ends on 31 March."],
    ["The term ends on 31 June 2028."],
    ["The term ends in March 2028."],
    ["If the term ends on 31 March 2028, prices rise."],
    ["Does the term end on 31 March 2028?"],
    ["The term ends on 31 March 2028.\nThe term ends on 30 April 2028."],
    ["30 days notice of price changes before the end of the term"],
    ["30 days to cure a breach before renewal"],
    ["Termination for convenience with 30 days notice before the end of the term"],
    ["60 business days' notice before the end of the term"],
    ["three months' notice before renewal"],
    ["60 days notice before the end of the term.\n90 days notice of non-renewal."],
    ["Invoices are due 30 days before the end of the term"],
    ["The invoice of 31 March 2028 ends the term."],
    ["Bands are reviewed every six months."],
    ["The support contract ends on 31 March 2028."],
    ["Rates are fixed on 31 March 2028."],
    ["The waiver of fees ends on 31 March 2028."],
    ["Late payment: 10 days before cancellation"],
    ["> The term ends on 31 January 2028."],
  ])("leaves %j where it is", (text) => {
    expect(datesOf(text)).toEqual([]);
  });
});

test("an offer that is refused says nothing of seats", () => {
  const refused = { refused: { reason: "noOffer", says: "" } } as const;
  expect(read(`120 seats at $60 a month. ${COUNT}`, refused).seats).toEqual([]);
});

test("withoutRead() drops a phrase only where every figure of it was read", () => {
  const sentence = "With 120 seats at $60 a month.";
  expect(withoutRead(["120 seats", "$60"], [sentence])).toEqual([]);
  expect(withoutRead([`${sentence} And 7%.`, "12 %"], [sentence])).toEqual([
    `${sentence} And 7%.`,
    "12 %",
  ]);
  expect(withoutRead([`${sentence} Thanks!`], [sentence])).toEqual([]);
});

describe("properties", () => {
  const PARTS =
    "120 seats users $60 €30 a|month per|seat for 12|months 10% off discount count toward the|commitment not term ends on 31|January|2028 02/03/2028 60|days notice before renewal prices locked until : , . × - 1.000"
      .split(" ")
      .map((part) => part.replaceAll("|", " "))
      .concat("\n");

  test("it never throws, and what it reads can be typed into the sheet", () => {
    assertProperty(
      fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 14 }), (parts) => {
        const { seats, dates } = read(parts.join(" "));
        for (const { count, priceUsdAMonth, months, discount } of seats) {
          expect(Number.isInteger(count) && count > 0).toBe(true);
          expect(Number.isFinite(priceUsdAMonth)).toBe(true);
          expect(months > 0 && months <= 12).toBe(true);
          expect(discount === "band" || (discount >= 0 && discount < 1)).toBe(true);
        }
        for (const { day, noticeDays } of dates)
          expect(day !== undefined || noticeDays !== undefined).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("sentences without a figure around it change nothing", () => {
    const offer = `120 seats at $60 a month, less 10%. ${COUNT} The term ends on 31 January 2028.`;
    const friendly = ["Thank you for the call.", "We look forward to it.", "Best regards, Anna"];
    const plain = read(offer);
    assertProperty(
      fc.property(fc.subarray(friendly), fc.subarray(friendly), (before, after) => {
        const text = [...before, offer, ...after].join("\n\n");
        expect([seatsOf(text), datesOf(text)]).toEqual([seatsOf(offer), datesOf(offer)]);
        expect(read(text).seats[0]?.from).toEqual(plain.seats[0]?.from);
      }),
      { numRuns: 50 },
    );
  });
});
