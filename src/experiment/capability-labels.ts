/** Names of capabilities for people. */
import type { Capability } from "../infrastructure/disruption.js";

export const capabilityLabels: Readonly<Record<Capability, string>> = {
  seeRecords: "See records", writeRecords: "Write records", seeAppointmentList: "See the appointment list", book: "Book appointments",
  prescribeElectronically: "Prescribe electronically", seeResults: "See results", receiveDocuments: "Receive documents", refer: "Refer", telephone: "Telephone",
  takeOnlineRequests: "Take online requests", messagePatients: "Message patients", sendReturns: "Send claims and returns", runPayroll: "Run the payroll",
};
