/**
 * The complementary error function and its inverse, with all digits in the tail.
 *
 * `erfc` is the rational approximation of FreeBSD's s_erf.c: Copyright (C) 1993 by Sun Microsystems, Inc. All rights
 * reserved. Developed at SunPro, a Sun Microsystems, Inc. business. Permission to use, copy, modify, and distribute this
 * software is freely granted, provided that this notice is preserved.
 *
 * `erfcinv` is that of Boost's erf_inv.hpp: (C) Copyright John Maddock 2006. Use, modification and distribution are subject
 * to the Boost Software License, Version 1.0 (http://www.boost.org/LICENSE_1_0.txt).
 */

/** Coefficients of numerator and denominator, in ascending degree. */
type Rational = readonly [numerator: readonly number[], denominator: readonly number[]];

const BELOW_0_84: Rational = [
  [
    0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442,
    -0.000023763016656650163,
  ],
  [
    1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766, 0.00013249473800432164,
    -0.000003960228278775368,
  ],
];
const BELOW_1_25: Rational = [
  [
    -0.0023621185607526594, 0.41485611868374833, -0.3722078760357013, 0.31834661990116175,
    -0.11089469428239668, 0.035478304325618236, -0.002166375594868791,
  ],
  [
    1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627, 0.12617121980876164,
    0.01363708391202905, 0.011984499846799107,
  ],
];
const BELOW_2_86: Rational = [
  [
    -0.009864944034847148, -0.6938585727071818, -10.558626225323291, -62.375332450326006,
    -162.39666946257347, -184.60509290671104, -81.2874355063066, -9.814329344169145,
  ],
  [
    1, 19.651271667439257, 137.65775414351904, 434.56587747522923, 645.3872717332679,
    429.00814002756783, 108.63500554177944, 6.570249770319282, -0.0604244152148581,
  ],
];
const BELOW_28: Rational = [
  [
    -0.0098649429247001, -0.799283237680523, -17.757954917754752, -160.63638485582192,
    -637.5664433683896, -1025.0951316110772, -483.5191916086514,
  ],
  [
    1, 30.33806074348246, 325.7925129965739, 1536.729586084437, 3199.8582195085955,
    2553.0504064331644, 474.52854120695537, -22.44095244658582,
  ],
];

/** erfc(1), as a number of few bits. */
const ERFC_OF_1 = 1 - 0.8450629115104675;

/** 2 / sqrt(pi) times the integral of exp(-t^2) from x to infinity. */
export function erfc(x: number): number {
  const size = Math.abs(x);
  if (size < 0.84375) {
    const y = ratio(BELOW_0_84, x * x);
    return x < 0.25 ? 1 - (x + x * y) : 0.5 - (x * y + (x - 0.5));
  }
  if (size < 1.25) {
    const y = ratio(BELOW_1_25, size - 1);
    return x < 0 ? 1 + (1 - ERFC_OF_1) + y : ERFC_OF_1 - y;
  }
  if (size >= 28) return x < 0 ? 2 : 0;
  const y = ratio(size < 1 / 0.35 ? BELOW_2_86 : BELOW_28, 1 / (size * size));
  // The square of a number of few bits is exact, so exp(-x^2) keeps its digits.
  const short = highWord(size);
  const tail =
    (Math.exp(-(short * short) - 0.5625) * Math.exp((short - size) * (short + size) + y)) / size;
  return x < 0 ? 2 - tail : tail;
}

const UP_TO_HALF: Rational = [
  [
    -0.0005087819496582806, -0.008368748197417368, 0.03348066254097446, -0.012692614766297404,
    -0.03656379714117627, 0.02198786811111689, 0.008226878746769157, -0.005387729650712429, 0, 0,
  ],
  [
    1, -0.9700050433032906, -1.5657455823417585, 1.5622155839842302, 0.662328840472003,
    -0.7122890234154284, -0.05273963823400997, 0.07952836873415717, -0.0023339375937419,
    0.0008862163904564247,
  ],
];
const FROM_QUARTER: Rational = [
  [
    -0.20243350835593876, 0.10526468069939171, 8.3705032834312, 17.644729840837403,
    -18.851064805871424, -44.6382324441787, 17.445385985570866, 21.12946554483405,
    -3.6719225470772936,
  ],
  [
    1, 6.242641248542475, 3.971343795334387, -28.66081804998, -20.14326346804852,
    48.560921310873994, 10.826866735546016, -22.643693341313973, 1.7211476576120028,
  ],
];
const BELOW_3: Rational = [
  [
    -0.1311027816799519, -0.16379404719331705, 0.11703015634199525, 0.38707973897260434,
    0.3377855389120359, 0.14286953440815717, 0.029015791000532906, 0.0021455899538880526,
    -6.794655751811263e-7, 2.8522533178221704e-8, -6.81149956853777e-10,
  ],
  [
    1, 3.4662540724256723, 5.381683457070069, 4.778465929458438, 2.5930192162362027,
    0.848854343457902, 0.15226433829533179, 0.011059242293464892, 0, 0, 0,
  ],
];
const BELOW_6: Rational = [
  [
    -0.0350353787183178, -0.0022242652921344794, 0.018557330651423107, 0.009508047013259196,
    0.0018712349281955923, 0.00015754461742496055, 0.00000460469890584318, -2.304047769118826e-10,
    2.6633922742578204e-12,
  ],
  [
    1, 1.3653349817554064, 0.7620591645536234, 0.22009110576413124, 0.03415891436709477,
    0.00263861676657016, 0.00007646752923027944, 0, 0,
  ],
];
const FROM_6: Rational = [
  [
    -0.016743100507663373, -0.0011295143874558028, 0.001056288621524929, 0.00020938631748758808,
    0.000014962478375834237, 4.4969678992770644e-7, 4.625961635228786e-9, -2.811287356288318e-14,
    9.905570997331033e-17,
  ],
  [
    1, 0.5914293448864175, 0.1381518657490833, 0.016074608709367652, 0.0009640118070051656,
    0.000027533547476472603, 2.82243172016108e-7, 0, 0,
  ],
];

/** The x with erfc(x) = share, of a share from 0 to 2; Infinity at 0 and -Infinity at 2. */
export function erfcinv(share: number): number {
  return share > 1 ? -upperErfcinv(2 - share) : upperErfcinv(share);
}

/** erfcinv from 0 to 1, where it is not negative. */
function upperErfcinv(share: number): number {
  if (share === 0) return Number.POSITIVE_INFINITY;
  const rest = 1 - share;
  if (rest <= 0.5) {
    const g = rest * (rest + 10);
    return g * 0.08913147449493408 + g * ratio(UP_TO_HALF, rest);
  }
  if (share >= 0.25)
    return (
      Math.sqrt(-2 * Math.log(share)) / (2.249481201171875 + ratio(FROM_QUARTER, share - 0.25))
    );
  const q = Math.sqrt(-Math.log(share));
  if (q < 3) return 0.807220458984375 * q + ratio(BELOW_3, q - 1.125) * q;
  if (q < 6) return 0.9399557113647461 * q + ratio(BELOW_6, q - 3) * q;
  return 0.9836282730102539 * q + ratio(FROM_6, q - 6) * q;
}

/** The value of a rational function; beyond 1 in powers of 1/x, which round less. Tables used there are of one length. */
function ratio([numerator, denominator]: Rational, x: number): number {
  return Math.abs(x) <= 1
    ? polynomial(numerator, x) / polynomial(denominator, x)
    : polynomial(numerator.toReversed(), 1 / x) / polynomial(denominator.toReversed(), 1 / x);
}

/** Horner's rule. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => coefficient + x * sum);
}

/** A positive number without the lower 32 of its bits. */
function highWord(x: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  view.setUint32(4, 0);
  return view.getFloat64(0);
}
