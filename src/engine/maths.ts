/**
 * Logarithm, exponential and inverse normal from nothing but + - * /, the square root and the bits of a number, which IEEE 754 fixes to the last
 * bit. `Math.log`, `Math.exp` and `Math.pow` differ in that bit from one JavaScript engine to the next, and a saved result would with them.
 */

// One number seen as its bits. Both words are written before either is read, so nothing is remembered from call to call.
const bits = new DataView(new ArrayBuffer(8));

/** 2^exponent, for whole exponents from -1022 to 1023. */
function powerOfTwo(exponent: number): number {
  bits.setUint32(0, (exponent + 1023) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

// ln 2 in two parts: the first has 21 zero bits at its end, so that its product with an exponent is exact.
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** Natural logarithm, to 1 unit in the last place. -Infinity at 0, NaN below. */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  // A subnormal number is first made normal; 2^54 is exact.
  const subnormal = x < 2.2250738585072014e-308;
  bits.setFloat64(0, subnormal ? x * 18014398509481984 : x);
  const high = bits.getUint32(0);
  let exponent = (high >>> 20) - (subnormal ? 1023 + 54 : 1023);
  bits.setUint32(0, (high & 0xfffff) | 0x3ff00000);
  let mantissa = bits.getFloat64(0);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent++;
  }
  // ln(1 + f) = 2 atanh(s) with s = f / (2 + f), |s| < 0.172; the terms left out are below 1e-19 of the sum. Written so that f itself, the greatest
  // part, is added last and unrounded: 2s = f - s f, and s f = f²/2 - s f²/2.
  const f = mantissa - 1;
  const s = f / (2 + f);
  const z = s * s;
  const rest = z * (2 / 3 + z * (2 / 5 + z * (2 / 7 + z * (2 / 9 + z * (2 / 11 + z * (2 / 13 + z * (2 / 15 + z * (2 / 17 + z * (2 / 19 + z * (2 / 21))))))))));
  const half = 0.5 * f * f;
  return exponent * LN2_HIGH - (half - (s * (half + rest) + exponent * LN2_LOW) - f);
}

/**
 * Logarithm of the uniform that a draw of 32 bits stands for, to 5e-16 of max(1, value), and close to 0 to 1e-12 of itself. Faster than `ln`, since a whole number
 * needs no look at its bits: it is brought between a half and 1, and there to one of 512 points whose logarithms are known.
 */
export function lnUnit(bits: number): number {
  const zeros = Math.clz32(bits);
  // The half that is added to the bits is one bit more, which counts where they are few.
  const cell = (((bits << zeros) | ((1 << zeros) >>> 1)) >>> 21) & 1022;
  const r = ((bits >>> 0) + 0.5) * SCALE[zeros]! * POINTS[cell]! - 1;
  // ln(1 + r) with |r| < 2^-10; the terms left out are below 2e-16.
  return POINTS[cell + 1]! - zeros * Math.LN2 + (r - r * r * (0.5 - r * (1 / 3 - 0.25 * r)));
}

/** 2^(zeros - 32); where all bits are 0 the half that is added is one bit more. */
const SCALE = Float64Array.from({ length: 33 }, (_, zeros) => powerOfTwo(zeros - 32));

/** By cell of the interval from a half to 1: 1 over a point in it, and minus the logarithm of that. The last cell's is 1, so that logarithms near 0 keep their digits. */
const POINTS = Float64Array.from({ length: 1024 }, (_, i) => {
  const cell = i >> 1;
  const inverse = cell === 511 ? 1 : 2048 / (1025 + 2 * cell);
  return i & 1 ? -ln(inverse) : inverse;
});

/** ln(1 + x) for x >= 0, to 1e-15 of itself, also where 1 + x has lost the digits of x. */
export function ln1p(x: number): number {
  return x > 1e-4 ? ln(1 + x) : x * (1 - x * (1 / 2 - x * (1 / 3 - x * (1 / 4))));
}

/** e^x, to 1 unit in the last place of normal numbers. */
export function exp(x: number): number {
  if (x !== x) return NaN;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019412) return 0;
  const exponent = Math.floor(x / Math.LN2 + 0.5);
  const high = x - exponent * LN2_HIGH;
  const low = exponent * LN2_LOW;
  const r = high - low;
  // r coth(r/2) = 2 + r²/6 - r⁴/360 + …, and e^r follows from it; |r| < 0.347, so the terms left out are below 1e-17.
  const z = r * r;
  const c = r - z * (1 / 6 - z * (1 / 360 - z * (1 / 15120 - z * (1 / 604800 - z * (1 / 23950080 - z * (691 / 653837184000))))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  // In two steps: near either end of the range one power of two would be out of it.
  const half = Math.floor(exponent / 2);
  return y * powerOfTwo(half) * powerOfTwo(exponent - half);
}

/** x^y for x >= 0, with a relative error below 2.3e-16 (2 + |y ln x|): not exact even where the result is a whole number. NaN for x < 0. */
export function power(x: number, y: number): number {
  return y === 0 ? 1 : exp(y * ln(x));
}

/** ln Γ(x) for x > 0 (NaN below), to about 1e-15 of max(1, value): Stirling's series, from 10 upwards. */
export function logGamma(x: number): number {
  if (!(x > 0 && x < Infinity)) return x === 0 || x === Infinity ? Infinity : NaN;
  let shift = 1;
  let at = x;
  while (at < 10) shift *= at++;
  const z = 1 / (at * at);
  const series = (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z * (1 / 1188 - z * (691 / 360360 - z * (1 / 156))))))) / at;
  return (at - 0.5) * ln(at) - at + 0.9189385332046728 + series - ln(shift);
}

/**
 * The z that a standard normal variate stays below with probability p, to about 1e-15: -Infinity at 0, Infinity at 1, NaN outside.
 * Source: M. J. Wichura, Algorithm AS 241, Applied Statistics 37 (1988), 477-484, routine PPND16.
 */
export function inverseNormal(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return q * ratio(r, CENTRE_ABOVE, CENTRE_BELOW);
  }
  const tail = q < 0 ? p : 1 - p;
  if (!(tail > 0)) return tail === 0 ? (q < 0 ? -Infinity : Infinity) : NaN;
  const r = Math.sqrt(-ln(tail));
  const z = r <= 5 ? ratio(r - 1.6, MIDDLE_ABOVE, MIDDLE_BELOW) : ratio(r - 5, FAR_ABOVE, FAR_BELOW);
  return q < 0 ? -z : z;
}

type Octet = readonly [number, number, number, number, number, number, number, number];

/** Quotient of two polynomials of the seventh degree, coefficients from the constant upwards. */
function ratio(x: number, above: Octet, below: Octet): number {
  return polynomial(x, above) / polynomial(x, below);
}

function polynomial(x: number, c: Octet): number {
  return ((((((c[7] * x + c[6]) * x + c[5]) * x + c[4]) * x + c[3]) * x + c[2]) * x + c[1]) * x + c[0];
}

const CENTRE_ABOVE: Octet = [
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
  45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
];
const CENTRE_BELOW: Octet = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077,
  21213.794301586595867, 39307.89580009271061, 28729.085735721942674, 5226.495278852854561,
];
const MIDDLE_ABOVE: Octet = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
  1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
];
const MIDDLE_BELOW: Octet = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455,
  0.14810397642748007459, 0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
];
const FAR_ABOVE: Octet = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
  0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
];
const FAR_BELOW: Octet = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525,
  7.868691311456132591e-4, 1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
];
