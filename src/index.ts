/** Contents page of the library. */
export { deriveFacts, factsModule } from "./imports/derive-facts.js";
export { tables, type Table } from "./result/tables.js";
export type { ResultDocument } from "./result/document.js";
export { format, ScenarioError, type Complaint } from "./scenario/complaint.js";
export type { Model } from "./experiment/model.js";
