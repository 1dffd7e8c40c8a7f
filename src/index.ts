/** Contents page of the library. */
export type { Model } from "./experiment/model.js";
export { runExperiment, type Progress, type Run } from "./experiment/run.js";
export { simulateUnit, type Unit, type UnitResult } from "./experiment/unit.js";
export { deriveFacts, factsModule } from "./imports/derive-facts.js";
export { clockOf, moment } from "./report/dates.js";
export { figureOf, isUnaffected, labelOf, overPractices } from "./report/find.js";
export { plain, stated } from "./report/numbers.js";
export { page } from "./report/page.js";
export { drawings, type Drawing } from "./report/render.js";
export { intervalOf, meanOf, quantileOf } from "./report/values.js";
export { assemble } from "./result/assemble.js";
export type { JudgedHypothesis, OutcomeRow, ResultDocument } from "./result/document.js";
export { tables, type Table } from "./result/tables.js";
export { check } from "./scenario/check.js";
export { compile, type Compiled } from "./scenario/compile.js";
export { format, ScenarioError, type Complaint } from "./scenario/complaint.js";
export { scenarioJsonSchema } from "./scenario/json-schema.js";
