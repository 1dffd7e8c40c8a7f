/**
 * What every practice depends on, unless its scenario says otherwise. What an outage takes follows from this graph alone. Names of systems and what was
 * lost with which are from reports of outages in 2023 and 2024; how the pieces hang together is assumed from how such services are usually delivered.
 *
 * Some things no practice has until a scenario says who does, with `extend(builtIn, {where: {"mobile-router": {region: "QKS"}}})`: `standby-firewall`,
 * `backup-circuit` (passes the regional firewall, so it helps when the site circuit is cut and only then), `mobile-router` (4G or 5G, bypasses the
 * firewall), `read-only-copy`, `appointment-list-backup`, `local-server`, `independent-telephony`.
 */
import type { Selector } from "../estate/estate.js";
import type { Component, Expression, Infrastructure } from "./model.js";

const nobody: Selector = { practice: [] };

/** Used at a workstation, over whatever way out the practice has. */
const online = ["workstations", "network"];
/** Reached by a browser or an ordinary client: any way to the internet will do, Smartcard or not. */
const overInternet: Expression = { all: online };
/** Held in the health network and opened with a Smartcard. */
const overSpine: Expression = { all: [...online, "hscn", "smartcard"] };

const plumbing: readonly Component[] = [
  { id: "power", label: "Mains electricity", scope: "site", service: false },
  { id: "hscn", label: "Health and Social Care Network and its internet gateway", scope: "national", service: false },
  // Two ICB-wide firewalls side by side, of which the second is an option.
  { id: "regional-firewall", label: "Regional firewall", scope: "region", service: false },
  { id: "standby-firewall", label: "Standby regional firewall", scope: "region", service: false, where: nobody },
  { id: "regional-gateway", label: "Way through the regional firewall", scope: "region", service: false, needs: { any: ["regional-firewall", "standby-firewall"] } },
  { id: "site-circuit", label: "Site circuit", scope: "site", service: false },
  { id: "backup-circuit", label: "Backup circuit", scope: "site", service: false, where: nobody },
  { id: "mobile-router", label: "4G or 5G router", scope: "site", service: false, where: nobody },
  { id: "mobile-network", label: "Mobile network", scope: "national", service: false },
  // Practice traffic of an ICB is gathered behind its firewall, internet traffic included, before it enters the national network.
  { id: "primary-path", label: "Path over the site circuit", scope: "site", service: false, needs: { all: ["site-circuit", "regional-gateway", "hscn"] } },
  // A second line of the same contract ends at the same firewall.
  { id: "backup-path", label: "Path over the backup circuit", scope: "site", service: false, needs: { all: ["backup-circuit", "regional-gateway", "hscn"] } },
  // A mobile operator hands traffic to the internet without passing the ICB; the health network is entered by its own national gateway.
  { id: "bypass-path", label: "Path over the mobile network", scope: "site", service: false, needs: { all: ["mobile-router", "mobile-network"] } },
  // Switches, Wi-Fi and routers stand in the practice and run on its mains.
  { id: "local-network", label: "Network in the building", scope: "site", service: false, needs: "power" },
  { id: "network", label: "Way out of the building", scope: "site", service: false, needs: { all: ["local-network", { any: ["primary-path", "backup-path", "bypass-path"] }] } },
  { id: "spine", label: "NHS Spine", scope: "national", service: false },
  // Prescriptions that are sent wait here until a pharmacy pulls them.
  { id: "prescription-exchange", label: "National exchange of electronic prescriptions", scope: "national", service: false, needs: "spine" },
  { id: "emis-web-hosting", label: "EMIS Web data centres", scope: "national", service: false, where: { clinicalSystem: "EMIS Web" } },
  { id: "systmone-hosting", label: "SystmOne data centres", scope: "national", service: false, where: { clinicalSystem: "SystmOne" } },
];

/** In the order in which people name them. */
const services: readonly Component[] = [
  // Logged into with a Smartcard, served from the supplier's data centres over the health network.
  { id: "emis-web", label: "EMIS Web", scope: "national", service: true, where: { clinicalSystem: "EMIS Web" }, needs: { all: [overSpine, "emis-web-hosting"] } },
  { id: "systmone", label: "SystmOne", scope: "national", service: true, where: { clinicalSystem: "SystmOne" }, needs: { all: [overSpine, "systmone-hosting"] } },
  // Newer systems are served over the internet and have log-ins of their own.
  { id: "medicus", label: "Medicus", scope: "national", service: true, where: { clinicalSystem: "Medicus" }, needs: overInternet },
  { id: "other-system", label: "Clinical system", scope: "national", service: true, where: { clinicalSystem: "other" }, needs: overInternet },
  // Whichever of them the practice is on.
  { id: "clinical-system", label: "Clinical system in use", scope: "site", service: false, needs: { any: ["emis-web", "systmone", "medicus", "other-system"] } },
  // Electronic signatures are made with the Smartcard. What fails here fails for those who send; in the exchange, for pharmacies as well.
  { id: "eps", label: "Electronic prescriptions", scope: "national", service: true, needs: { all: [overSpine, "prescription-exchange"] } },
  // Cloud telephones are internet traffic of the practice; handsets take their current from its switches.
  { id: "cloud-telephony", label: "Phone lines", scope: "national", service: true, where: { telephony: "cloud" }, needs: "network" },
  // Parts of the clinical system that can fail, or come back, apart from the log-in.
  { id: "appointment-book", label: "Appointment book", scope: "national", service: true, needs: "clinical-system" },
  { id: "results", label: "Test results", scope: "national", service: true, needs: { all: ["clinical-system", "results-messaging"] } },
  // Laboratories send results through national messaging in the health network.
  { id: "results-messaging", label: "National messaging of results", scope: "national", service: false, needs: "hscn" },
  { id: "e-referrals", label: "NHS e-Referral Service", scope: "national", service: true, needs: { all: [overSpine, "spine"] } },
  // Kent and Medway's own referral and document service, assumed to stand behind the ICB's firewall: no bypass of that reaches it.
  { id: "doris", label: "DORIS", scope: "region", service: true, where: { region: "QKS" }, needs: { all: [...online, "regional-gateway"] } },
  { id: "docman", label: "Docman", scope: "national", service: true, needs: overInternet },
  { id: "accurx", label: "Accurx", scope: "national", service: true, needs: overInternet },
  // Patients may still fill in the form, but the practice cannot open it.
  { id: "econsult", label: "eConsult and other online requests", scope: "national", service: true, needs: overInternet },
  // An exchange in the cupboard has lines of its own and runs on the mains.
  { id: "on-site-telephony", label: "Phone lines (on site)", scope: "site", service: true, where: { telephony: "on site" }, needs: "power" },
  // Mobile telephones, or lines that share nothing with the data network.
  { id: "independent-telephony", label: "Independent phone lines", scope: "site", service: true, where: nobody },
  { id: "email", label: "Email", scope: "national", service: true, needs: overInternet },
  { id: "qof", label: "QOF and claims reporting", scope: "national", service: true, needs: overInternet },
  { id: "payroll", label: "Payroll", scope: "national", service: true, needs: overInternet },
  { id: "year-end-reporting", label: "Year-end reporting", scope: "national", service: true, needs: overInternet },
  // The card is read at the workstation and checked against the Spine, which stands in the health network.
  { id: "smartcard", label: "Smartcard log-in", scope: "national", service: true, needs: { all: [...online, "hscn", "spine"] } },
  // Desktop computers have no batteries.
  { id: "workstations", label: "Workstations", scope: "site", service: true, needs: "power" },
  // Printed every evening, so it needs nothing on the day.
  { id: "appointment-list-backup", label: "Printed appointment list", scope: "site", service: true, where: nobody },
  // Refreshed overnight and opened on the practice's own computers; it shows records and takes no entries.
  { id: "read-only-copy", label: "Read-only copy of records", scope: "site", service: true, where: nobody, needs: "workstations" },
  // Stands in the practice, keeps what is entered and forwards it when the line is back.
  { id: "local-server", label: "Local store-and-forward server", scope: "site", service: true, where: nobody, needs: { all: ["workstations", "local-network"] } },
  // Pharmacies have networks and computers of their own; no capability of a practice rests on them, but its patients wait for their medicines.
  { id: "pharmacy-systems", label: "Community pharmacies' systems", scope: "national", service: true, needs: { all: ["hscn", "prescription-exchange"] } },
];

export const builtIn: Infrastructure = {
  components: [...plumbing, ...services],
  capabilities: {
    seeRecords: { any: ["clinical-system", "local-server", "read-only-copy"] },
    writeRecords: { any: ["clinical-system", "local-server"] },
    seeAppointmentList: { any: ["appointment-book", "local-server", "appointment-list-backup"] },
    book: { any: ["appointment-book", "local-server"] },
    // Prescriptions are written in the record and sent from there.
    prescribeElectronically: { all: ["clinical-system", "eps"] },
    seeResults: "results",
    receiveDocuments: "docman",
    refer: "e-referrals",
    telephone: { any: ["cloud-telephony", "on-site-telephony", "independent-telephony"] },
    takeOnlineRequests: "econsult",
    messagePatients: "accurx",
  },
};
