import { describe, expect, test } from "vitest";
import type { Compared } from "../../src/calibration/comparison.js";
import { fit, lossOf, unitsOf } from "../../src/calibration/fit.js";
import { fitPage, fittedModule } from "../../src/calibration/fit-written.js";
import { freeParameters, priors, valuesAt, type Fitted } from "../../src/calibration/free-parameters.js";
import { fitted } from "../../src/facts/fitted.js";
import { defaults } from "../../src/facts/defaults.js";

const start = new Float64Array(freeParameters.length);

function figure(part: string, observed: number, simulated: number): Compared {
  return {
    id: "toy", part, label: "Toy", role: "fitted", unit: "share", observed, tolerance: { relative: 0.02 }, source: "made up",
    simulated, low: null, high: null, difference: simulated - observed, verdict: Math.abs(simulated - observed) <= 0.02 * observed ? "ok" : "out",
  };
}

describe("fitting", () => {
  test("before the fit values are the prior's, shares of one whole included", () => {
    expect(valuesAt(start)).toEqual(priors);
  });

  test("lists of shares stay wholes wherever the search goes", () => {
    const far = start.map((_, which) => (which % 3) - 1);
    const { demand } = valuesAt(far);
    // Four digits each.
    for (const list of [demand.sameDayChannels, demand.bookableChannels, demand.queryChannels, demand.wantedBookable, demand.wantedPlanned]) {
      expect(list.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 3);
    }
  });

  test("finds the values with which a model without chance reproduces its figures, and says which it cannot tell apart", async () => {
    // Known: the product of need rate and one, and the product of patience and call-backs; the rest has no figure.
    const figures = ({ demand, care }: Fitted): Compared[] => [
      figure("needs", 12, demand.sameDayRate), figure("product", 6, care.patienceMinutes * care.callBackShare),
    ];
    const found = await fit((values) => Promise.resolve(figures(values)), () => {});
    expect(found.figures.every(({ verdict }) => verdict === "ok")).toBe(true);
    expect(found.values.demand.sameDayRate).toBeCloseTo(12, 0);
    expect(found.losses.at(-1)!).toBeLessThan(found.losses[0]!);
    const of = (label: string) => found.parameters.find((one) => one.label === label)!;
    expect(of("same-day needs").identified).toBeGreaterThan(0.9);
    // Either of a product can make up for the other: half of what was not known of both remains with each.
    expect(of("callers' patience").identified).toBeLessThan(0.6);
    expect(of("callers' patience").confusedWith.label).toBe("callers who want to be called back");
    // No figure says anything about queries: exactly the prior.
    expect(of("queries").identified).toBe(0);
    expect(of("queries").factor).toBe(1);
  });

  test("the loss counts figures in tolerances and parameters in deviations of their priors", () => {
    const position = start.map((_, which) => (which === 0 ? 2 : 0));
    // 10 against 10.4 within 2%: two tolerances out.
    const figures = [figure("one", 10, 10.4)];
    expect(lossOf(figures, unitsOf(figures), position)).toBeCloseTo(4 + 4, 9);
    // Known to a standard error of 0.15 only, the same is 0.4 of 0.25.
    const rough = [{ ...figures[0]!, low: 10.1, high: 10.7 }];
    expect(lossOf(rough, unitsOf(rough), start)).toBeCloseTo(2.56, 9);
  });

  test("what is written reads back: the module holds every fitted default, and the defaults are those", async () => {
    const found = await fit(() => Promise.resolve([figure("one", 10, 10)]), () => {});
    const text = fittedModule(found);
    for (const entries of Object.values(priors)) for (const name of Object.keys(entries)) expect(text).toContain(`${name}: `);
    expect(fitPage(found, { small: { neighbourhoods: 3, replications: 1 }, large: { neighbourhoods: 6, replications: 2 }, seed: "s" })).toContain("0 of 1 figures");
    for (const [group, entries] of Object.entries(fitted)) {
      for (const [name, value] of Object.entries(entries)) expect((defaults as unknown as Record<string, Record<string, { value: unknown }>>)[group]![name]!.value).toEqual(value);
    }
  });
});
