/** `outagelab explain`: why a practice lost what it lost. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { practiceCalled } from "../../src/cli/explain.js";
import type { Explanation } from "../../src/index.js";
import { estateOf } from "../infrastructure/small-estate.js";
import { outagelab, tiny } from "./outagelab.js";

const mixed = fileURLToPath(new URL("./mixed.yaml", import.meta.url));

let folder: string;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), "outagelab-")); });
afterAll(() => rm(folder, { recursive: true }));

async function explained(file: string, practice: string, ...options: string[]): Promise<string> {
  const { status, out, err } = await outagelab(["explain", file, practice, ...options], folder);
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
  return out;
}

test("a firewall that is down: one chain for all that rests on it, and what would have helped", async () => {
  expect(await explained(tiny, "P1")).toBe(`Seaside Surgery (P1), replication 1

Firewall fails
  The regional firewall is hit Thursday 16 March 2023 08:00; repaired 12:00.

Thursday 16 March 2023 08:00 to 12:00 (4 h)
  All 13 capabilities: nobody has them
    because EMIS Web, electronic prescriptions, Docman, NHS e-Referral Service
    and 5 more need the way out of the building, which needs the path over the
    site circuit, which needs the way through the regional firewall, which needs
    the regional firewall, which is down ("Firewall fails").
    Nothing stands in: there is neither standby regional firewall nor 4G or 5G
    router; for some of it there is neither local store-and-forward server,
    read-only copy of records, printed appointment list nor independent phone
    lines; no backup circuit would help.
`);
});

test("a slow return, log-ins one by one and a service on which nothing rests; no chain is told twice", async () => {
  const out = await explained(mixed, "P1");
  expect(out).toContain(`
Thursday 16 March 2023 12:00 to 14:00 (2 h)
  All 13 capabilities: up to 20% slower
    because the regional firewall is slow ("Firewall fails"), by the same chain.
`);
  expect(out).toMatch(/\n {4}more: between \d and 8 of 9 log-ins work\n {4}because EMIS Web fails on log-ins one by one \("Log-ins lost"\)\.\n/);
  expect(out).toContain("  Still there: receive documents, refer, telephone, take online requests,\n    message patients and run the payroll\n");
  expect(out).toContain("  Nothing that the practice does is lost, but without email.\n");
  expect(out).toMatch(/EMIS Web is hit Monday 20 March 2023 08:00; noticed \d\d:\d\d; first blamed: the\n {2}network, until \d\d:\d\d; repaired /);
  expect(out.match(/the way out of the building/g)).toHaveLength(1);
});

test("a practice with another path, or that an incident does not reach, is told so", async () => {
  expect(await explained(mixed, "P2")).toContain("  Nothing is lost.\n  Used: the path over the mobile network in place of the path over the site\n    circuit\n");
  expect(await explained(mixed, "P3")).toContain("\"Log-ins lost\" does not reach it: it does not depend on EMIS Web.\n");
  await writeFile(join(folder, "elsewhere.yaml"), (await readFile(tiny, "utf8")).replace("component: regional-firewall", "component: power\n    where: {practice: P2}"));
  expect(await explained("elsewhere.yaml", "P1")).toBe(`Seaside Surgery (P1), replication 1

This practice loses nothing.

"Firewall fails" does not reach it: it is not among the practices that it may
  hit.
`);
});

test("--json prints the chains; another replication or seed is another course of events", async () => {
  const first = JSON.parse(await explained(mixed, "P1", "--json")) as Explanation & { replication: number };
  expect(first).toMatchObject({ schema: 1, kind: "explanation", seed: "mixed", replication: 1, practice: { code: "P1", name: "Seaside Surgery" } });
  const chain = first.stretches[0]!.losses[0]!.causes[0]!.chains.find(({ capability }) => capability === "refer")!;
  expect(chain.components.map(({ component }) => component)).toEqual(["e-referrals", "network", "primary-path", "regional-gateway", "regional-firewall"]);
  const second = JSON.parse(await explained(mixed, "P1", "--json", "--replication", "2")) as Explanation;
  const third = JSON.parse(await explained(mixed, "P1", "--json", "--seed", "other")) as Explanation;
  expect(second.stretches).not.toEqual(first.stretches);
  expect(third.stretches).not.toEqual(first.stretches);
});

test("a replication is the one that --incident-only shows", async () => {
  await outagelab(["run", mixed, "--incident-only", "--quiet"], folder);
  const steps = (await readFile(join(folder, "reports", "mixed", "tables", "practice-timeline.csv"), "utf8")).split("\r\n").filter((line) => line.startsWith("4,P1,seeRecords,2023-03-20"));
  const { stretches } = JSON.parse(await explained(mixed, "P1", "--json", "--replication", "4")) as Explanation;
  const lost = stretches.find(({ from }) => from.startsWith("2023-03-20"));
  // In another replication other log-ins fail; where none does there is neither.
  expect(lost?.from).toBe(steps[0]?.split(",")[3]);
  expect(steps.length).toBeGreaterThan(0);
});

const estate = estateOf({ QKS: [{ name: "Hill Surgery" }, { name: "Dale Surgery" }, { name: "Dale" }], QUY: [{ name: "Harbour" }] });

test.each([["QKS1", 1], ["qks1", 1], ["Dale", 2], ["dale surgery", 1], ["harb", 3]])("%j is a practice", (wanted, index) => {
  expect(practiceCalled(wanted, estate)).toBe(index);
});

test.each([
  ["QSK1", "\"QSK1\" is no practice of this scenario.\n  Did you mean QKS1 (Dale Surgery)?"],
  ["Harbuor", "Did you mean QUY0 (Harbour)?"],
  ["surgery", "\"surgery\" is the name of 2 practices: QKS0 (Hill Surgery), QKS1 (Dale Surgery).\n  Write the code of one of them."],
  ["completely different", "Write one of its codes or names, such as QKS0 (Hill Surgery), QKS1 (Dale Surgery), QKS2 (Dale)."],
])("%j is answered with what to write", (wanted, message) => {
  expect(() => practiceCalled(wanted, estate)).toThrow(message);
});

test("a practice that is not there is bad input", async () => {
  const { status, out, err } = await outagelab(["explain", tiny, "P9"], folder);
  expect({ status, out }).toEqual({ status: 2, out: "" });
  expect(err).toContain("\"P9\" is no practice of this scenario.\n  Did you mean ");
  expect(err).not.toMatch(/^ +at /m);
});
