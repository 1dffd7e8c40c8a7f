/** `outagelab check`: every complaint about every file, without simulating. */
import { compile } from "../index.js";
import { BAD_INPUT, endingOf, RAN } from "./ending.js";
import { readerBeside, readScenario } from "./files.js";
import { printable } from "./printable.js";

/** Says for each file what is wrong or what it holds; resolves to the exit status. What is no fault of a file is thrown. */
export async function check(files: readonly string[]): Promise<number> {
  let status = RAN;
  for (const file of files) {
    try {
      const { model, warnings } = await compile(await readScenario(file), file, readerBeside(file));
      for (const warning of warnings) process.stderr.write(printable(`${file}: warning: ${warning}\n`));
      const { estate, incidents, hypotheses } = model;
      const contents = [counted(estate.practices.length, "practice", "practices"), counted(incidents.length, "incident", "incidents"), counted(hypotheses.length, "hypothesis", "hypotheses")];
      process.stdout.write(printable(`${file}: good (${contents.join(", ")})\n`));
    } catch (error) {
      const ending = endingOf(error, false);
      if (ending.status !== BAD_INPUT) throw error;
      status = BAD_INPUT;
      process.stderr.write(`${ending.message}\n`);
    }
  }
  return status;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
