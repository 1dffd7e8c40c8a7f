import fc from "fast-check";
import { expect, test } from "vitest";
import { gammaQuantile, incompleteGamma } from "../../src/engine/gamma.js";

// References were computed with 50 to 60 digits from the exact value of each argument.
const PROBABILITIES = [1e-10, 1e-5, 0.01, 0.3, 0.5, 0.75, 0.99, 0.99999, 0.9999999999];

test.each([
  [0.05, [
    5.8446320572866533638e-201, 5.8446320572865839617e-101, 5.8446320572865320095e-41, 2.0378971887326643863e-11, 5.5738784407462475222e-7,
    0.0018567356838462513215, 1.0876274000918095811, 6.6271607975268095491, 17.298040924980757323,
  ]],
  [0.3, [
    3.2364402266035517125e-34, 1.5022224816458281184e-17, 1.5022226552360382165e-7, 0.012726657769948700885, 0.073131135866951895547,
    0.34289946081457633725, 2.6394091570705330059, 8.8231633264689117022, 19.806636767191637774,
  ]],
  [1, [
    1.0000000000500000364e-10, 0.000010000050000333336651, 0.010050335853501441394, 0.35667494393873236305, 0.69314718055994530942,
    1.3862943611198906188, 4.6051701859880904799, 11.512925464974779446, 23.025850847200089264,
  ]],
  [2.5, [
    0.00016167785731248467303, 0.016242199577712445492, 0.27714903836413857276, 1.499954066379953105, 2.1757300955477636586,
    3.3128398819146253845, 7.5431362346944939805, 15.428094970222959316, 27.781199171832425659,
  ]],
  [10, [
    0.47272209260635230547, 1.6643376631140123639, 4.1301991662731991104, 8.1329282425063914406, 9.6687146147141311518,
    11.913846021515429251, 18.783117393312524109, 29.522275193407249721, 44.627857114101499119,
  ]],
  [100, [
    48.883092053795954401, 62.933874777855631295, 78.215983053795826661, 94.524299358880717944, 99.666864919315488744,
    106.55109252697643093, 124.72256149072080366, 148.49837688985326921, 177.30050452110315722,
  ]],
  [10_000, [
    9376.9616820443875187, 9579.2272921651679179, 9768.8368566965911113, 9947.3192620195836341, 9999.6666686420474237,
    10067.266062388988451, 10234.104379158054331, 10432.231964259991655, 10649.348143058445486,
  ]],
])("quantiles of shape %d are right to the precision promised, into both tails", (shape, quantiles) => {
  const errors = quantiles.map((reference, i) => Math.abs(gammaQuantile(shape, PROBABILITIES[i]!) / reference - 1));
  expect(Math.max(...errors)).toBeLessThan(5e-13);
});

test.each([
  [0.05, 1e-10, 0.32483449451813457223], [0.05, 0.01, 0.81555980574128492607], [0.05, 0.5, 0.97131737124416397885],
  [0.05, 1.05, 0.98937682177225044265], [0.05, 5, 0.999935596633657045],
  [0.3, 1e-6, 0.017659549590193666567], [0.3, 0.1, 0.54591284959179650488], [0.3, 1, 0.91567415624110876594],
  [0.3, 1.3, 0.94480723636626347609], [0.3, 6, 0.99978562882928108519],
  [1, 1e-6, 9.9999950000016662137e-7], [1, 0.5, 0.3934693402873665764], [1, 2, 0.86466471676338730811],
  [1, 2.5, 0.91791500137610120483], [1, 15, 0.99999969409767949817],
  [2.5, 1e-5, 9.5152606531127655571e-14], [2.5, 0.5, 0.037434226752703631043], [2.5, 3.4, 0.76405546230547860431],
  [2.5, 3.5, 0.77935969206328920921], [2.5, 12, 0.99978288705654727668],
  [10, 0.01, 2.7307942836962465159e-27], [10, 3, 0.0011024881301154797421], [10, 10.9, 0.64853891630857873141],
  [10, 11.1, 0.67024252313505860627], [10, 30, 0.99999287824913718442],
  [100, 10, 5.3985897281395814888e-63], [100, 70, 0.00043037259497989085847], [100, 100, 0.51329879827914866486],
  [100, 102, 0.5917186345188438252], [100, 150, 0.99999407545966451608],
  [10_000, 9400, 4.6485246081212703142e-10], [10_000, 9900, 0.15865119219356465696], [10_000, 10_000, 0.50132980833995520038],
  [10_000, 10_002, 0.5093072579325821512], [10_000, 10_500, 0.99999957241275449404],
])("the probability below, of shape %d at %d, is right to the precision promised", (shape, x, reference) => {
  expect(Math.abs(incompleteGamma(shape, x) / reference - 1)).toBeLessThan(1e-14 + 1e-15 * shape);
});

test("the probability below a quantile is the one asked for, for any shape and in both tails", () => {
  const shapes = fc.double({ min: -1.3, max: 4, noNaN: true }).map((x) => 10 ** x);
  const probabilities = fc.tuple(fc.double({ min: -10, max: -0.3, noNaN: true }), fc.boolean()).map(([x, upper]) => (upper ? 1 - 10 ** x : 10 ** x));
  fc.assert(fc.property(shapes, probabilities, (shape, p) => {
    // Relative errors of x and of the probability add up, the former times x f(x) / p, which is below the greater of shape and 1.
    expect(Math.abs(incompleteGamma(shape, gammaQuantile(shape, p)) / p - 1)).toBeLessThan(6e-13 * Math.max(1, shape));
  }), { seed: 1, numRuns: 2000 });
});

test("shape 1 is the exponential distribution", () => {
  for (const p of [1e-10, 0.001, 0.2, 0.5, 0.9, 1 - 1e-6, 1 - 1e-10]) {
    expect(Math.abs(gammaQuantile(1, p) / -Math.log1p(-p) - 1)).toBeLessThan(5e-13);
    expect(Math.abs(incompleteGamma(1, -Math.log1p(-p)) / p - 1)).toBeLessThan(1e-14);
  }
});

test("quantiles never fall, not even from one 32-bit draw to the next", () => {
  for (const shape of [0.05, 0.7, 1, 2.5, 100, 10_000]) {
    for (const from of [0, 2 ** 20, 2 ** 31 - 100, 2 ** 32 - 200]) {
      const quantiles = Array.from({ length: 200 }, (_, i) => gammaQuantile(shape, (from + i + 0.5) / 2 ** 32));
      expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b));
    }
  }
});

test("shapes so small that most of a distribution is next to nothing have it there", () => {
  // 40 digits of (p Γ(shape + 1))^(1 / shape), next to which the true value differs by a part of the order of itself; the others lie below 1e-400.
  expect(Math.abs(gammaQuantile(0.01, 0.1) / 5.6607381470619397893e-101 - 1)).toBeLessThan(1e-12);
  expect(gammaQuantile(0.01, 1e-4)).toBe(0);
  expect(gammaQuantile(0.0025, 0.1)).toBe(0);
});

test("nothing lies below 0, everything below infinity", () => {
  for (const shape of [0.05, 1, 30]) {
    expect([gammaQuantile(shape, 0), gammaQuantile(shape, 1), incompleteGamma(shape, 0), incompleteGamma(shape, -1)]).toEqual([0, Infinity, 0, 0]);
  }
});

test.each([
  [0.3, 110.73222993091564362, 685.10800662248266258],
  [1, 115.12925464970228419, 690.77552789821370518],
  [2.5, 122.0636490137375069, 700.32029282651343494],
  [10, 147.32368876600946188, 737.41431245569431831],
])("the tail of shape %d has its quantiles where 1 - p is 1e-50 and 1e-300", (shape, far, farther) => {
  expect(Math.abs(gammaQuantile(shape, 1, 1e-50) / far - 1)).toBeLessThan(5e-13);
  expect(Math.abs(gammaQuantile(shape, 1, 1e-300) / farther - 1)).toBeLessThan(5e-13);
});
