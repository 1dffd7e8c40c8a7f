import { expect, test } from "vitest";
import { builtIn } from "../../src/infrastructure/built-in.js";
import { extend, problems } from "../../src/infrastructure/extend.js";
import type { Component } from "../../src/infrastructure/model.js";
import { graphOf } from "./small-estate.js";

const generator: Component = { id: "generator", label: "Generator", scope: "site", service: false };

test("components are added at the end and needs replaced, of components and of capabilities; the base is left as it was", () => {
  const before = JSON.stringify(builtIn);
  const extended = extend(builtIn, { components: [generator], needs: { workstations: { any: ["power", "generator"] }, telephone: "generator" } });
  expect(extended.components.at(-1)).toEqual(generator);
  expect(extended.components.find(({ id }) => id === "workstations")!.needs).toEqual({ any: ["power", "generator"] });
  expect(extended.capabilities.telephone).toBe("generator");
  expect(extended.capabilities.book).toEqual(builtIn.capabilities.book);
  expect(JSON.stringify(builtIn)).toBe(before);
});

test("a component with the id of another takes its place, needs and all", () => {
  const extended = extend(builtIn, { components: [{ ...generator, id: "workstations" }] });
  expect(extended.components.filter(({ id }) => id === "workstations")).toEqual([{ ...generator, id: "workstations" }]);
  expect(extended.components.length).toBe(builtIn.components.length);
});

test("nothing added is nothing changed", () => {
  expect(extend(builtIn, {})).toEqual(builtIn);
});

test("a circle is reported once, with its path", () => {
  const found = problems(graphOf(["1", { all: ["2", "3"] }, { any: ["0", "3"] }, undefined], "0"));
  expect(found).toEqual([{ id: "0", kind: "cycle", found: "0 > 1 > 2 > 0", message: expect.stringContaining("0 > 1 > 2 > 0") }]);
});

test("something that needs itself is a circle, and a diamond is none", () => {
  expect(problems(graphOf(["0"], "0")).map(({ found }) => found)).toEqual(["0 > 0"]);
  expect(problems(graphOf([{ all: ["1", "2"] }, "3", "3", undefined], "0"))).toEqual([]);
});

test("a circle that additions close is found", () => {
  expect(problems(builtIn, { needs: { power: "network" } }).map(({ kind, found }) => [kind, found])).toEqual([
    ["cycle", "power > network > local-network > power"],
  ]);
});

test("unknown names are reported where they stand: in needs, as who is to need, and as what practices are to have", () => {
  const additions = { needs: { telephone: "emis-wev", emial: "network" }, where: { "mobil-router": {} } };
  expect(problems(builtIn, additions).map(({ id, kind, found }) => ({ id, kind, found }))).toEqual([
    { id: "emial", kind: "unknown component", found: "emial" },
    { id: "mobil-router", kind: "unknown component", found: "mobil-router" },
    { id: "telephone", kind: "unknown component", found: "emis-wev" },
  ]);
});

test("two new components of one name, a component called like a capability, and a choice of nothing are reported", () => {
  const components = [generator, generator, { ...generator, id: "book" }, { ...generator, id: "lamp", needs: { all: ["power", { any: [] }] } }];
  expect(problems(builtIn, { components }).map(({ id, kind }) => [id, kind])).toEqual([
    ["generator", "duplicate component"],
    ["book", "name of a capability"],
    ["lamp", "empty choice"],
  ]);
});
