/** `npm run facts -- DIR`: counts the shipped facts of the ICBs again from the published files in DIR and writes `src/facts/icb-table.ts`. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deriveFacts, factsModule, onlineTable, telephonyTable } from "../index.js";

const [directory] = process.argv.slice(2);
try {
  if (directory === undefined) throw new Error("Give the directory of the published files: npm run facts -- DIR");
  const names = (await readdir(directory)).sort();
  /** The newest file of a publication: the date stands in its name. */
  const newest = async (pattern: RegExp): Promise<Uint8Array> => {
    const name = names.filter((file) => pattern.test(file)).at(-1);
    if (name === undefined) throw new Error(`${directory}: no file whose name matches ${pattern}. Put it there.`);
    return readFile(join(directory, name));
  };
  const facts = deriveFacts({
    map: await newest(/^gp-reg-pat-prac-map.*\.csv$/),
    patients: await newest(/^gp-reg-pat-prac-all.*\.csv$/),
    practices: await newest(/^epraccur.*\.csv$/),
    workforce: await newest(/^GP_workforce_practice.*\.csv$/),
    telephony: await telephonyTable(await newest(/^CBT_Publication_Summary.*\.xlsx$/)),
    online: await onlineTable(await newest(/^Submissions_via_OC_Systems.*\.xlsx$/)),
  });
  const target = fileURLToPath(new URL("../../src/facts/icb-table.ts", import.meta.url));
  await writeFile(target, factsModule(facts));
  console.log(`${facts.icbs.length} ICBs written to ${target}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
