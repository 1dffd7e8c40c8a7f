/** `npm run schema`: writes the scenario language as `schema/scenario.schema.json`, which editors read. */
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { scenarioJsonSchema } from "../index.js";

const folder = new URL("../../schema/", import.meta.url);
const target = fileURLToPath(new URL("scenario.schema.json", folder));
await mkdir(folder, { recursive: true });
await writeFile(target, `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
console.log(`The scenario language was written to ${target}`);
