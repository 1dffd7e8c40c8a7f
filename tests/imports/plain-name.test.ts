import { expect, test } from "vitest";
import { plainIcbName, plainName } from "../../src/imports/plain-name.js";

test.each([
  ["NHS KENT AND MEDWAY INTEGRATED CARE BOARD", "Kent and Medway"],
  ["NHS STAFFORDSHIRE AND STOKE-ON-TRENT INTEGRATED CARE BOARD", "Staffordshire and Stoke-on-Trent"],
  ["NHS Thames Valley Integrated Care Board", "Thames Valley"],
  ["NHS SUSSEX ICB", "Sussex"],
  ["Cornwall and The Isles Of Scilly", "Cornwall and the Isles of Scilly"],
  ["Kent And Medway  STP", "Kent and Medway"],
])("%s is %s", (text, name) => expect(plainIcbName(text)).toBe(name));

test.each([
  ["THE DENSHAM SURGERY", "The Densham Surgery"],
  ["DR GT HENDOW'S PRACTICE", "Dr GT Hendow's Practice"],
  ["ST JOHN'S  AT THE MILL", "St John's at the Mill"],
  ["STOCKTON PCN", "Stockton PCN"],
  ["McDonald Health Centre", "McDonald Health Centre"],
])("%s is %s", (text, name) => expect(plainName(text)).toBe(name));
