import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  copyState, createCalendar, createEntities, createLevel, createProfile, createResources, createServices, createTally, createVariates, exponential, loadState, run,
  saveState, schedule, scheduleTimer, stream,
} from "../../src/engine/index.js";

const kinds = [Float64Array, Float32Array, Int32Array, Uint32Array, Int16Array, Uint16Array, Int8Array, Uint8Array];

/** Parts of all sorts, small enough to try every byte of them. */
function model() {
  const calendar = createCalendar(3);
  return {
    calendar, resources: createResources([2, 1], 2, 2), services: createServices(2, 1), people: createEntities({ calls: Int16Array, is: Uint8Array }, 3),
    work: { ...createVariates(exponential(1), stream("saved", 1)), block: new Float64Array(2) }, rota: createProfile([0, 1], [1]),
    tally: createTally(), level: createLevel(), n: 0,
  };
}

function used(): ReturnType<typeof model> {
  const state = model();
  for (let i = 0; i < 5; i++) scheduleTimer(state.calendar, i / 3, i, -i);
  run(state.calendar, 1, () => undefined);
  state.n = -0;
  state.people.calls.set([-5, 6]);
  return state;
}

const saved = saveState(used());

/** The names and kinds of arrays and numbers in a state, whatever their lengths. */
function shapeOf(state: object): unknown {
  const entries = Object.entries(state).map(([name, value]: [string, unknown]) => {
    if (typeof value !== "object" || value === null) return [name, typeof value];
    return [name, ArrayBuffer.isView(value) ? value.constructor.name : shapeOf(value)];
  });
  return Object.fromEntries(entries);
}

/** Damaged bytes are refused as such, or happen to be another state of the same model. */
function expectRefusedOrWhole(bytes: Uint8Array): void {
  let loaded;
  try {
    loaded = loadState(bytes, model());
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    expect((error as Error).message).toMatch(/^this is not a saved state, or it is damaged$|^the saved state is of another model: /);
    return;
  }
  expect(shapeOf(loaded)).toEqual(shapeOf(model()));
}

/** The header with another description in it, before the same numbers and arrays. */
function withDescription(description: string, rest: Uint8Array = saved.subarray(Math.ceil((12 + descriptionLength) / 8) * 8)): Uint8Array {
  const encoded = new TextEncoder().encode(description);
  const start = Math.ceil((12 + encoded.length) / 8) * 8;
  const bytes = new Uint8Array(start + rest.length);
  bytes.set(saved.subarray(0, 8));
  new DataView(bytes.buffer).setUint32(8, encoded.length, true);
  bytes.set(encoded, 12);
  bytes.set(rest, start);
  return bytes;
}

const descriptionLength = new DataView(saved.buffer).getUint32(8, true);
const description = new TextDecoder().decode(saved.subarray(12, 12 + descriptionLength));

test("what was saved is loaded to the last bit, whatever the numbers, kinds and lengths of arrays", () => {
  const number = fc.oneof(fc.double(), fc.constantFrom(-0, NaN, Infinity, -Infinity, 5e-324, 2 ** 53 - 1));
  const array = fc.tuple(fc.constantFrom(...kinds), fc.array(number, { maxLength: 20 })).map(([Kind, values]) => new Kind(values));
  const name = fc.oneof(fc.string(), fc.constantFrom("0", "17", "with space", "Ünïcode", "", "constructor", "toString")).filter((each) => each !== "__proto__");
  const { state } = fc.letrec<{ state: object; value: number | object }>((tie) => ({
    state: fc.dictionary(name, tie("value"), { maxKeys: 6 }).map((each): object => ({ ...each })),
    value: fc.oneof({ depthSize: "small" }, number, array, tie("state")),
  }));
  const blankOf = (state: object): object => Object.fromEntries(Object.entries(state).map(([name, value]: [string, unknown]) => {
    if (typeof value === "number") return [name, 1];
    return [name, ArrayBuffer.isView(value) ? new (value.constructor as Float64ArrayConstructor)(3) : blankOf(value as object)];
  }));
  fc.assert(fc.property(state, (state) => {
    const blank = blankOf(state);
    const bytes = saveState(state);
    expect(loadState(bytes, blank)).toBe(blank);
    expect(isDeepStrictEqual(blank, state)).toBe(true);
    expect(Buffer.compare(saveState(blank), bytes)).toBe(0);
  }), { seed: 1, numRuns: 300 });
});

test("equal states are saved as equal bytes: originals, copies, what was loaded", () => {
  const state = used();
  for (const equal of [used(), copyState(state), copyState(state, model()), loadState(saved, model())]) expect(saveState(equal)).toEqual(saved);
  state.people.is[2] = 1;
  expect(saveState(state)).not.toEqual(saved);
});

test("no number is like another in the bytes, but all that are none are alike", () => {
  const other = new Float64Array(1);
  // A NaN with further bits, as some processors make them.
  new BigUint64Array(other.buffer)[0] = 0xfff8_0000_dead_beefn;
  expect(saveState({ a: other, b: other[0]! })).toEqual(saveState({ a: Float64Array.of(NaN), b: NaN }));
  expect(saveState({ a: -0 })).not.toEqual(saveState({ a: 0 }));
  expect(saveState({ a: Float64Array.of(-0) })).not.toEqual(saveState({ a: Float64Array.of(0) }));
});

test("arrays that begin anywhere in their memory are saved by themselves", () => {
  const memory = Uint8Array.from({ length: 64 }, (_, i) => i);
  const state = { a: memory.subarray(3, 6), b: new Float64Array(memory.buffer, 8, 2), c: new Int16Array(memory.buffer, 2, 3) };
  const blank = { a: new Uint8Array(0), b: new Float64Array(0), c: new Int16Array(9) };
  expect(loadState(saveState(state), blank)).toEqual(state);
});

test("bytes, what they were saved from and what is loaded from them share no memory", () => {
  const state = used();
  const bytes = saveState(state);
  const loaded = loadState(bytes, model());
  schedule(state.calendar, 7, 1, 1);
  expect(bytes).toEqual(saved);
  schedule(loaded.calendar, 8, 1, 1);
  loaded.people.calls.fill(3);
  expect(bytes).toEqual(saved);
  bytes.fill(0);
  expect(loaded.people.calls).toEqual(new Int16Array(3).fill(3));
});

test("a saved state is loaded from wherever it lies in memory, as out of a small file", () => {
  const state = { n: 7, a: Float64Array.of(1, 2) };
  const blank = (): typeof state => ({ n: 0, a: new Float64Array(0) });
  const bytes = saveState(state);
  const amid = new Uint8Array(bytes.length + 16);
  amid.set(bytes, 5);
  expect(loadState(amid.subarray(5, 5 + bytes.length), blank())).toEqual(state);
  // Node reads files into buffers, and the small ones of these lie together in one memory.
  for (let i = 0; i < 3; i++) expect(loadState(Buffer.from(bytes), blank())).toEqual(state);
});

test.each([
  ["nothing", new Uint8Array(0)],
  ["a byte", Uint8Array.of(79)],
  ["zeros", new Uint8Array(1000)],
  ["text", new TextEncoder().encode("time,kind,subject\n1,2,3\n")],
  ["JSON", new TextEncoder().encode('{"calendar":{}}')],
  ["the beginning of a saved state", saved.slice(0, 12)],
  ["the beginning of another version of the format", new TextEncoder().encode("OLSTATE2\0\0\0\0")],
  ["a saved state with more behind it", Uint8Array.from([...saved, ...new Uint8Array(8)])],
])("refused as no saved state: %s", (_, bytes) => {
  expect(() => loadState(bytes, model())).toThrow(new RangeError("this is not a saved state, or it is damaged"));
});

test("a state that is cut short is refused, wherever it is cut", () => {
  fc.assert(fc.property(fc.nat(saved.length - 1), (length) => {
    expect(() => loadState(saved.slice(0, length), model())).toThrow(new RangeError("this is not a saved state, or it is damaged"));
  }), { seed: 1, numRuns: 1000 });
});

test("with bytes of its header changed, a state is refused, or is one of the right shape", () => {
  // The description is text, in which characters that mean something there do the most harm.
  const byte = fc.oneof(fc.nat(255), fc.constantFrom(...'"{}:,[]0123456789.-e \\untrfals').map((character) => character.charCodeAt(0)));
  const change = fc.record({ at: fc.nat(11 + descriptionLength), byte });
  fc.assert(fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
    const bytes = saved.slice();
    for (const { at, byte } of changes) bytes[at] = byte;
    expectRefusedOrWhole(bytes);
  }), { seed: 1, numRuns: 3000 });
});

test("with any one bit of magic and length turned over, a state is refused", () => {
  for (let bit = 0; bit < 12 * 8; bit++) {
    const bytes = saved.slice();
    bytes[bit >> 3]! ^= 1 << (bit & 7);
    expect(() => loadState(bytes, model())).toThrow(RangeError);
  }
});

test("whatever else is described, as a whole or of one part, is refused, or is a state of the right shape", () => {
  const lengths = ["", " ", " 1.5", " -8", " 1e300", " Infinity", " NaN", " 4294967296", " 9007199254740992", " 0x2"];
  const arrays = lengths.flatMap((length) => [`Float64Array${length}`, `Int32Array${length}`]);
  const what = fc.oneof(fc.jsonValue(), fc.constantFrom(null, 0, 1, -0.5, "", {}, [], ...arrays));
  const names = ["", ...description.matchAll(/"(\w+)":/g)].map((match) => match[1] ?? "");
  fc.assert(fc.property(fc.constantFrom(...names), what, (name, value) => {
    const changed = JSON.stringify(name === "" ? value : JSON.parse(description, (key, old: unknown) => (key === name ? value : old)));
    expectRefusedOrWhole(withDescription(changed));
  }), { seed: 1, numRuns: 2000 });
});

test("a description that is as it was is read as it was", () => {
  expect(saveState(loadState(withDescription(description), model()))).toEqual(saved);
});

const other: [string, object, object, string][] = [
  ["with a part less", { a: 1 }, { a: 1, b: 2 }, 'only one of them has "b"'],
  ["with a part more", { a: 1, b: 2 }, { a: 1 }, 'only one of them has "b"'],
  ["with a part more within a part", { a: { b: 1, c: 1 } }, { a: { b: 1 } }, 'only one of them has "c"'],
  ["a number for an array", { a: 1 }, { a: new Float64Array(1) }, '"a" is something else there'],
  ["an array for a number", { a: new Float64Array(1) }, { a: 1 }, '"a" is something else there'],
  ["an array of another kind", { a: new Float64Array(2) }, { a: new Int32Array(4) }, '"a" is something else there'],
  ["a record for an array", { a: { b: 1 } }, { a: new Float64Array(1) }, '"a" is something else there'],
  ["an array for a record", { a: new Float64Array(1) }, { a: { b: 1 } }, '"a" is something else there'],
  ["a record for a number", { a: {} }, { a: 1 }, '"a" is something else there'],
  ["a number for a record", { a: 1 }, { a: {} }, '"a" is something else there'],
  ["with a part that every object seems to have", { toString: 1 }, {}, 'only one of them has "toString"'],
];

test.each(other)("refused as a state of another model: %s", (_, state, blank, message) => {
  expect(() => loadState(saveState(state), blank)).toThrow(new RangeError(`the saved state is of another model: ${message}`));
});

test.each<[string, unknown]>([
  ["a function", () => 1], ["a list", [1]], ["null", null], ["undefined", undefined], ["text", "x"], ["a truth value", true],
  ["a map", new Map([[1, 2]])], ["a set", new Set([1])], ["a date", new Date(0)], ["a view", new DataView(new ArrayBuffer(8))],
])("%s cannot be saved, and is named", (_, held) => {
  expect(() => saveState({ good: 1, nested: { held } })).toThrow(new TypeError('state "held" is neither a number, a typed array nor a record of these'));
});
