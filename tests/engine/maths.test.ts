import fc from "fast-check";
import { expect, test } from "vitest";
import { exp, inverseNormal, ln, lnUnit, logGamma, power } from "../../src/engine/maths.js";
import { unit } from "../../src/engine/random.js";

// References were computed with 60 to 400 digits from the exact value of each argument.
const EPSILON = 2 ** -52;

function expectWithin(actual: number, reference: number, relative: number): void {
  expect(Math.abs(actual - reference), `${actual} instead of ${reference}`).toBeLessThanOrEqual(relative * Math.abs(reference));
}

test.each([
  [5e-324, -744.44007192138126231],
  [1e-310, -713.8013788281541651],
  [2.2250738585072014e-308, -708.39641853226410622],
  [1e-9, -20.723265836946411094],
  [0.1, -2.3025850929940456285],
  [0.5, -0.69314718055994530942],
  [0.7071067811865475, -0.34657359027997274336],
  [0.7071067811865476, -0.34657359027997258635],
  [0.999999, -1.0000005000290890269e-6],
  [1.000001, 9.999994999180667774e-7],
  [1.4142135623730951, 0.34657359027997272307],
  [1.5, 0.40546510810816438198],
  [2, 0.69314718055994530942],
  [2.718281828459045, 0.99999999999999994682],
  [10, 2.302585092994045684],
  [1234.5678, 7.1184762282977863199],
  [4294967296, 22.180709777918249901],
  [1e100, 230.25850929940456842],
  [1.7976931348623157e308, 709.78271289338399673],
])("ln(%d) is right to one unit in the last place", (x, reference) => {
  expectWithin(ln(x), reference, EPSILON);
});

test.each([
  [-708, 3.3075530036384079962e-308],
  [-100, 3.720075976020835963e-44],
  [-20.5, 1.2501528663867426289e-9],
  [-1, 0.3678794411714423216],
  [-0.34657359027997264, 0.7071067811865475326],
  [-1e-10, 0.9999999999],
  [1e-10, 1.0000000001],
  [0.1, 1.1051709180756476309],
  [0.34657359027997264, 1.4142135623730950324],
  [0.3465735902799727, 1.4142135623730951109],
  [1, 2.7182818284590452354],
  [2.302585092994046, 10.000000000000002171],
  [10, 22026.465794806716517],
  [50.25, 6.6572936767472526876e21],
  [700, 1.0142320547350045095e304],
  [709.782712893384, 1.7976931348622732178e308],
])("exp(%d) is right to one unit in the last place", (x, reference) => {
  expectWithin(exp(x), reference, EPSILON);
});

/** What `lnUnit` promises of a logarithm: close to 0 1e-12 of itself, elsewhere 4e-16 of the greater of 1 and itself; with a last digit's rounding. */
function isNear(actual: number, reference: number): boolean {
  return Math.abs(actual - reference) <= Math.min(1e-12 * Math.abs(reference), 5e-16 * Math.max(1, Math.abs(reference)));
}

test.each([
  [0x0, -22.873856958478195211],
  [0x1, -21.775244669810085519],
  [0x2, -21.264419046044094836],
  [0x3, -20.927946809422881906],
  [0x64, -17.57055205041911946],
  [0xff, -16.637487368274490777],
  [0x100, -16.633581113307425677],
  [0x3e8, -15.272454623894461801],
  [0xffffff, -5.5451774742818853071],
  [0x3fffffff, -1.3862943615855519063],
  [0x40000000, -1.3862943606542293316],
  [0x7fffffff, -0.6931471807927759531],
  [0x80000000, -0.69314718032711466579],
  [0xc0000000, -0.28768207229656049835],
  [0xff7fffff, -0.0019550349524464910251],
  [0xff800000, -0.0019550347191602101038],
  [0xfffffffe, -3.4924596554179081558e-10],
  [0xffffffff, -1.1641532183371107803e-10],
])("lnUnit(%d) is right to the precision promised, signed or not", (bits, reference) => {
  expect(isNear(lnUnit(bits), reference), `${lnUnit(bits)} instead of ${reference}`).toBe(true);
  expect(lnUnit(bits | 0)).toBe(lnUnit(bits));
});

test("lnUnit is the logarithm of the uniform that a draw stands for, over all draws and next to 0, to 1 and to powers of two", () => {
  const powers = Array.from({ length: 32 }, (_, i) => [2 ** i - 2, 2 ** i - 1, 2 ** i, 2 ** i + 1]).flat();
  const near = Array.from({ length: 10_000 }, (_, i) => [i, ~i]).flat();
  const spread = Array.from({ length: 100_000 }, (_, i) => i * 42_949 + (i % 1000));
  const wrong = [...powers, ...near, ...spread].filter((bits) => !isNear(lnUnit(bits), ln(unit(bits))));
  expect(wrong).toEqual([]);
});

test("lnUnit grows with the draw", () => {
  for (const from of [0, 2 ** 9, 2 ** 22 - 1000, 2 ** 31 - 1000, 2 ** 31 + 2 ** 22 - 1000, 2 ** 32 - 2000]) {
    for (let bits = from; bits < from + 1999; bits++) if (!(lnUnit(bits) < lnUnit(bits + 1))) expect.fail(`not from ${bits}`);
  }
});

test("ln and exp agree with the platform's own to two units in the last place, over their whole range", () => {
  fc.assert(fc.property(fc.double({ min: 5e-324, noNaN: true, noDefaultInfinity: true }), (x) => expectWithin(ln(x), Math.log(x), 2 * EPSILON)), { seed: 1, numRuns: 20_000 });
  fc.assert(fc.property(fc.double({ min: -708, max: 709, noNaN: true }), (x) => expectWithin(exp(x), Math.exp(x), 2 * EPSILON)), { seed: 2, numRuns: 20_000 });
});

test("ln and exp at the ends of their range", () => {
  expect([ln(0), ln(-1), ln(Infinity), ln(NaN), ln(1)]).toEqual([-Infinity, NaN, Infinity, NaN, 0]);
  expect([exp(-Infinity), exp(-746), exp(0), exp(710), exp(Infinity), exp(NaN)]).toEqual([0, 0, 1, Infinity, Infinity, NaN]);
  expect(exp(-745)).toBe(5e-324);
});

test.each([
  [2, 10, 1024],
  [1.035, 5, 1.1876863056468745414],
  [1.035, -40, 0.25257246819458729599],
  [0.5, 0.5, 0.7071067811865475244],
  [10, 300, 1e300],
  [0.9, 36, 0.022528399544939194421],
  [1e-5, 3.25, 5.623413251903492299e-17],
])("power(%d, %d) keeps the error it promises", (x, y, reference) => {
  expectWithin(power(x, y), reference, 2.3e-16 * (2 + Math.abs(y * Math.log(x))));
});

test("power at its edges", () => {
  expect([power(0, 2), power(0, 0), power(0, -1), power(1, 1e300), power(7, 0), power(-1, 2)]).toEqual([0, 1, Infinity, 1, 1, NaN]);
});

test.each([
  [0.001, 6.9071788853838536617],
  [0.5, 0.57236494292470008707],
  [1, 0],
  [1.5, -0.12078223763524522235],
  [2, 0],
  [3.7, 1.4280723266653881292],
  [10, 12.801827480081469611],
  [10.5, 13.940625219403763633],
  [171, 706.57306224578734711],
  [2001, 13206.524350513806756],
  [1e6, 12815504.56914761166],
])("logGamma(%d)", (x, reference) => {
  expect(Math.abs(logGamma(x) - reference)).toBeLessThanOrEqual(4e-15 * Math.max(1, reference));
});

test.each([
  [1e-300, -37.047096299361199237],
  [1e-20, -9.2623400897984075796],
  [1e-12, -7.0344838253011319326],
  [2.3283064365386963e-10, -6.230260137989043163],
  [1e-6, -4.7534243088228989573],
  [0.001, -3.0902323061678135354],
  [0.025, -1.9599639845400542118],
  [0.07, -1.4757910281791706856],
  [0.0749999, -1.4395321773759005864],
  [0.075, -1.4395314709384559349],
  [0.1, -1.2815515655446004353],
  [0.3, -0.52440051270804081597],
  [0.4999, -0.00025066283008800749239],
  [0.6, 0.25334710313579974132],
  [0.9, 1.2815515655446005935],
  [0.925, 1.4395314709384562291],
  [0.93, 1.475791028179171099],
  [0.975, 1.9599639845400538556],
  [0.995, 2.5758293035489004539],
  [0.999999, 4.7534243088170877657],
  [0.99999999, 5.6120012433055049826],
])("inverseNormal(%d)", (p, reference) => {
  expectWithin(inverseNormal(p), reference, 2e-15);
});

test("inverseNormal at its ends, outside, and never falling", () => {
  expect([inverseNormal(0), inverseNormal(0.5), inverseNormal(1), inverseNormal(-0.1), inverseNormal(1.1), inverseNormal(NaN)])
    .toEqual([-Infinity, 0, Infinity, NaN, NaN, NaN]);
  for (let i = 1; i < 100_000; i++) expect(inverseNormal(i / 100_000)).toBeGreaterThan(inverseNormal((i - 1) / 100_000));
});
