/** `npm run schema`: writes the languages of scenarios and options as `schema/*.schema.json`, which editors read. */
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { optionJsonSchema, scenarioJsonSchema } from "../index.js";

const folder = new URL("../../schema/", import.meta.url);
await mkdir(folder, { recursive: true });
for (const [name, schema] of [["scenario", scenarioJsonSchema()], ["option", optionJsonSchema()]] as const) {
  const target = fileURLToPath(new URL(`${name}.schema.json`, folder));
  await writeFile(target, `${JSON.stringify(schema, null, 2)}\n`);
  console.log(`The language was written to ${target}`);
}
