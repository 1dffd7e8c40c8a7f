/** One scenario and seed, one result, in a terminal as in a browser: the built kernel computes the same in both, to the last bit. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import * as engine from "outagelab/engine";
import type { Browser } from "playwright-core";
import ts from "typescript";
import { expect, test } from "vitest";
import { browserFor } from "../report/browser.js";
import { digest, encoded, type Groups } from "./portable-digest.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const computation = readFileSync(fileURLToPath(new URL("./portable-digest.ts", import.meta.url)), "utf8");
const origin = "https://kernel.test";

/** What the page may load: itself, the built kernel as it is, and the one package this wants, which is no module and is made one. */
function served(path: string): { contentType: string; body: string } | null {
  const script = (body: string): { contentType: string; body: string } => ({ contentType: "text/javascript", body });
  if (path === "/") {
    const imports = { "outagelab/engine": "/engine/index.js", seedrandom: "/seedrandom.js" };
    return { contentType: "text/html", body: `<!doctype html><title>Kernel</title><script type="importmap">${JSON.stringify({ imports })}</script>` };
  }
  if (path === "/digest.js") return script(ts.transpile(computation, { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true }));
  if (path === "/seedrandom.js") {
    const alea = readFileSync(createRequire(import.meta.url).resolve("seedrandom/lib/alea.js"), "utf8");
    return script(`const module = { exports: {} };\n${alea}\nexport default { alea: module.exports };`);
  }
  return /^\/engine\/[\w-]+\.js$/.test(path) ? script(readFileSync(`${root}dist${path}`, "utf8")) : null;
}

/** The same computation in a page without a network. */
async function inPage(browser: Browser): Promise<Record<string, string>> {
  const page = await browser.newPage();
  await page.route("**/*", (route) => {
    const { pathname } = new URL(route.request().url());
    const answer = served(pathname);
    return answer === null ? route.abort() : route.fulfill(answer);
  });
  await page.goto(origin);
  // As text, or the test's own loader would put itself in the place of the page's `import`.
  const groups = await page.evaluate<Record<string, string>>(`import("/digest.js").then(({ digest, encoded }) => encoded(digest()))`);
  await page.close();
  return groups;
}

function decoded(text: string): Float64Array {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Float64Array(bytes.buffer);
}

/** Where two computations part: in each group that differs the first place, and what either has there. */
function differences(here: Readonly<Record<string, string>>, there: Readonly<Record<string, string>>): string[] {
  return [...new Set([...Object.keys(here), ...Object.keys(there)])].flatMap((group) => {
    const [a, b] = [decoded(here[group] ?? ""), decoded(there[group] ?? "")];
    // -0 is not 0; but one NaN is as good as another, since the language leaves its bits to the machine.
    for (let i = 0; i < Math.max(a.length, b.length); i++) if (!Object.is(a[i], b[i])) return [`${group}[${i}]: ${a[i]} here, ${b[i]} there`];
    return [];
  });
}

const groups = digest();

test("Chromium computes what Node computes, to the last bit", async (context) => {
  const here = encoded(groups);
  const there = await inPage(await browserFor(context));
  expect(differences(here, there)).toEqual([]);
});

test("a difference in the last bit is found, and its place named", () => {
  const changed = (of: Groups, name: string, place: number, value: number): Groups => ({ ...of, [name]: of[name]!.map((each, i) => (i === place ? value : each)) });
  const small: Groups = { ln: Float64Array.of(0, 0.1, NaN), exp: Float64Array.of(1, 2) };
  const against = (other: Groups): string[] => differences(encoded(small), encoded(other));
  expect(against(small)).toEqual([]);
  expect(against(changed(small, "ln", 1, 0.1 + 2 ** -56))).toEqual(["ln[1]: 0.1 here, 0.10000000000000002 there"]);
  expect(against(changed(small, "ln", 0, -0))).toHaveLength(1);
  expect(against({ ln: small["ln"]! })).toEqual(["exp[0]: 1 here, undefined there"]);
  expect(against({ ...small, more: Float64Array.of(1) })).toEqual(["more[0]: undefined here, 1 there"]);
});

test("what is compared is all that the kernel offers, and all of it happens", () => {
  const imported = /import \{([^}]*)\} from "outagelab\/engine"/.exec(computation)![1]!.split(",").map((name) => name.trim());
  expect(Object.keys(engine).filter((name) => !imported.includes(name))).toEqual([]);
  for (const [name, numbers] of Object.entries(groups)) expect(new Set(numbers).size, name).toBeGreaterThan(1);
  for (const name of ["ln", "exp", "power", "logGamma", "inverseNormal", "lnUnit"]) expect(new Set(groups[name]).size, name).toBeGreaterThan(20_000);
  // Patients seen, and gone before that; interrupted for others, and at the end of a shift; and a timer that was moved at every arrival and still went off.
  expect(groups["simulation: counts"]).toHaveLength(5);
  for (const count of groups["simulation: counts"]!) expect(count).toBeGreaterThan(50);
});
