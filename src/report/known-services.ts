/** Services that everybody in a practice knows: named first where many are lost. */

/** By component. Clinical systems stand for the records that they hold. */
const clinical = ["emis-web", "systmone", "medicus", "other-system"];
const known = [...clinical, "cloud-telephony", "on-site-telephony", "econsult", "eps", "results", "docman", "accurx", "email"];

/** Ascending; those that few know come last, in the order of the document. */
export function rankOf(component: string): number {
  const rank = known.indexOf(component);
  return rank === -1 ? known.length : rank;
}

export function isClinical(component: string): boolean {
  return clinical.includes(component);
}
