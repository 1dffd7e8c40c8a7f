/** Mistakes in incidents, each with all that is said of it. */
import { describe, expect, test } from "vitest";
import { check } from "../../src/scenario/check.js";
import { incidents } from "./incident-base.js";

/** Complaints as `line:column message > remedy`. */
const said = (...written: string[]): string[] => check(incidents(...written), "f.yaml").map(({ line, column, message, remedy }) => `${line}:${column} ${message} > ${remedy}`);

/** Stands in line 8; the one in question follows in line 9. */
const first = "{name: first, component: regional-firewall, at: 2023-03-14 08:00, for: 4h}";
const complains = (written: string, ...complaints: string[]): void => expect(said(first, `{name: x, component: ${written}}`)).toEqual(complaints);

describe("when it begins", () => {
  test.each<[written: string, ...complaints: string[]]>([
    ["emis-web, at: 2023-03-16 08:00, rate: 2 a month, for: 4h",
      '9:64 incident "x" has more than one of "at", "rate", "follows". > Write exactly one of them, and remove the other.'],
    ["emis-web, for: 4h",
      '9:5 incident "x" has none of "at", "rate", "follows". > Write exactly one of them.'],
    ["emis-web, rate: 2.19 a fortnight, for: 4h",
      '9:42 incident "x" has rate "2.19 a fortnight", which is not a rate. > Write a number and a day, a week, a month or a year, such as 2.19 a month.'],
    ["emis-web, rate: 2, for: 4h",
      '9:42 incident "x" has rate "2", which is not a rate. > Write a number and a day, a week, a month or a year, such as 2.19 a month.'],
    ["emis-web, rate: 0 a month, for: 4h",
      '9:42 incident "x" has rate "0 a month", which is never. > Write a number above 0, or remove the incident.'],
    ["emis-web, rate: 100 a day, for: 4h",
      '9:42 incident "x" has rate "100 a day", which is more often than 24 times a day. > Write a lower rate; what comes and goes quickly is one incident with flapping.'],
    ["emis-web, at: 2023-03-16 08:00, each: practice, for: 4h",
      '9:64 incident "x" has "each", which means something only with "rate". > Add rate, or remove each.'],
    ["emis-web, rate: 2 a month, each: site, for: 4h",
      '9:59 incident "x" has each "site", which is not one of practice, region, all. > Write one of practice, region, all.'],
    ["regional-firewall, rate: 2 a month, each: practice, for: 4h",
      '9:68 incident "x" has each "practice", but there is one Regional firewall an ICB. > Write each: region, or all.'],
    ["emis-web, rate: 2 a month, until: 2023-03-17 08:00",
      '9:60 incident "x" has "until" beside "rate". > Write for instead: it lasts so long each time.'],
    ["emis-web, rate: 2 a month, for: 5 working days",
      '9:58 incident "x" lasts "5 working days", but working days have no meaning here. > Write minutes, hours or days, such as 30m, 4h or 2d.'],
  ])("%s", complains);
});

describe("after another", () => {
  test.each<[written: string, ...complaints: string[]]>([
    ["emis-web, follows: {incident: frist}, for: 4h",
      '9:56 incident "x" follows "frist", and there is no such incident. > Did you mean "first"?'],
    ["emis-web, follows: {incident: ransomware}, for: 4h",
      '9:56 incident "x" follows "ransomware", and there is no such incident. > Write the name of another incident of this scenario.'],
    ["emis-web, follows: {incident: x}, for: 4h",
      '9:56 incident "x" follows itself. > Let one of them begin by itself, with at or rate.'],
    ["emis-web, follows: {incident: first, after: 2h to, chance: 30}, for: 4h",
      '9:70 incident "x" comes after "2h to", a range without an end. > Write both, such as 10m to 30m.',
      '9:85 incident "x" has chance 30, which is not a share. > Write a number from 0 to 1, such as 0.3, or a percentage up to 100%, such as 30%.'],
    ["emis-web, follows: {incident: first, form: repair}, for: 4h",
      '9:63 incident "x" has "form", which is not a setting here. > Did you mean "from"?'],
    ["emis-web, follows: {incident: first}, until: 2023-03-17 08:00",
      '9:71 incident "x" has "until" beside "follows". > Write for instead: it lasts so long from its beginning.'],
    ["emis-web, follows: {after: 2h}, for: 4h",
      '9:45 incident "x" has no "incident". > Add it, such as incident: Firewall fails'],
  ])("%s", complains);
});

describe("whom it reaches", () => {
  test.each<[written: string, ...complaints: string[]]>([
    ["emis-web, at: 2023-03-16 08:00, for: 4h, share: 0.3, draw: 12 practices",
      '9:85 incident "x" has "draw" beside "share". > Write share for a chance of each, or draw for a fixed number.'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, share: 130%",
      '9:74 incident "x" has share "130%", which is not a share. > Write a number from 0 to 1, such as 0.3, or a percentage up to 100%, such as 30%.'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, share: 30",
      '9:74 incident "x" has share 30, which is not a share. > Write a number from 0 to 1, such as 0.3, or a percentage up to 100%, such as 30%.'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, share: -0.1",
      '9:74 incident "x" has share -0.1, which is not a share. > Write a number from 0 to 1, such as 0.3, or a percentage up to 100%, such as 30%.'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, share: a third",
      '9:74 incident "x" has share "a third", which is not a share. > Write a number from 0 to 1, such as 0.3, or a percentage up to 100%, such as 30%.'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, draw: 12",
      '9:73 incident "x" has draw "12", which does not say how many of what. > Write a number and practices, neighbourhoods or regions, such as 12 practices, or a percentage up to 100%, such as 30%.'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, draw: 12 sites",
      '9:73 incident "x" has draw "12 sites", which does not say how many of what. > Write a number and practices, neighbourhoods or regions, such as 12 practices, or a percentage up to 100%, such as 30%.'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, draw: 120%",
      '9:73 incident "x" has draw "120%", which does not say how many of what. > Write a number and practices, neighbourhoods or regions, such as 12 practices, or a percentage up to 100%, such as 30%.'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, draw: 3 regions",
      '9:73 incident "x" has draw "3 regions", and only 2 regions can be hit. > Write 2 or fewer, or let it reach more.'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, draw: 400 practices, where: {region: QKS, clinicalSystem: EMIS Web}",
      '9:73 incident "x" has draw "400 practices", and only 175 practices can be hit. > Write 175 or fewer, or let it reach more.'],
    ["regional-firewall, at: 2023-03-16 08:00, for: 4h, draw: 9 practices",
      '9:82 incident "x" has draw "9 practices", but there is one Regional firewall an ICB, for all of its practices. > Write a number of regions, such as 2 regions, or a percentage of them, such as 30%.'],
    ["workstations, rate: 1 a week, for: 4h, draw: 9 practices",
      '9:71 incident "x" has draw "9 practices", but with its rate for each practice it happens to one at a time. > Write each: all beside the rate, or remove draw.'],
  ])("%s", complains);
});

describe("a release", () => {
  test.each<[written: string, ...complaints: string[]]>([
    ["emis-web, at: 2023-03-16 08:00, for: 4h, where: {}, release: {target: {tag: template-manager}, breaks: {}}",
      '9:74 incident "x" has "where" beside "release". > Say whom it reaches in the release alone: with sentTo, or with target.'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, release: {target: {tag: nobody}, sentTo: {region: QK}, breaks: {tag: template-managr}}",
      '9:91 the "target" of incident "x" has tag "nobody", and the estate has no such tag. > The estate has template-manager.',
      '9:117 the "sentTo" of incident "x" has region "QK", and the estate has no such region. > Did you mean QKS?',
      '9:136 the "breaks" of incident "x" has tag "template-managr", and the estate has no such tag. > Did you mean template-manager?'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, release: {target: {tag: template-manager, clinicalSystem: SystmOne}, breaks: {tag: template-manager, clinicalSystem: SystmOne}}",
      '9:85 no practice of the estate fits the "target" of incident "x". > Leave out one of its conditions, or change it.',
      '9:144 no practice of the estate fits the "breaks" of incident "x". > Leave out one of its conditions, or change it.'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, release: {target: {tag: template-manager}}",
      '9:76 incident "x" has no "breaks". > Add it, such as breaks: {tag: template-manager}'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, release: {target: {}, breaks: {}, rings: [{share: 0.6, after: 0m}, {share: 60%, after: 1h}]}",
      '9:142 ring 2 of incident "x" has share "60%", with which the shares of the rings add up to 1.2. > Change them so that they add up to 1 at most.'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, release: {target: {}, breaks: {}, rings: [{share: 0.6, after: 2h}, {after: 1h}]}",
      '9:142 ring 2 of incident "x" comes after "1h", and the ring before it after "2h". > Write the rings in the order of time.'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, release: {target: {}, breaks: {}, rings: [{after: 1h}, {share: 5%, after: 2h}, {after: 3h}]}",
      '9:146 ring 3 of incident "x" is the rest, as ring 1 is. > Give one of them a "share" or a "where".'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, release: {target: {}, breaks: {}, rings: [{where: {region: QKS}, after: 0m}, {share: 5%, after: 1h}, {where: {neighbourhood: QKS-N01}, after: 2h}]}",
      '9:176 ring 3 of incident "x" has practice "QKS-001", which is in ring 1 as well. > Let each practice be in one ring: narrow the "where" of one of the two.'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, release: {target: {}, breaks: {}, rings: [{where: {region: QKS}, share: 0.5, after: 0m}]}",
      '9:139 ring 1 of incident "x" has "share" beside "where". > Write one of them: a share is drawn of those in no ring with a where.'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, release: {target: {region: QKS}, breaks: {}, rings: [{where: {region: QNC}, after: 0m}]}",
      '9:128 ring 1 of incident "x" is of practices of which none gets the release. > Change its "where", or the rule by which the release is sent.'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, release: {target: {}, breaks: {}, rings: [{where: {region: QKX}, after: 0m}]}",
      '9:126 the "where" of ring 1 of incident "x" has region "QKX", and the estate has no such region. > Did you mean QKS?'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, release: {target: {}, breaks: {}, rings: [{share: 5%, after: 80d}]}",
      `9:128 ring 1 of incident "x" comes after "80d", at 2023-06-04 08:00, after the calendar's last day, 2023-04-09. > Write a shorter duration, or set the calendar's days to 84 or more.`],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, release: {target: {}, breaks: {}, rings: [{share: 5%}]}",
      '9:109 ring 1 of incident "x" has no "after". > Add it, such as after: 2h'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, release: {target: {}, breaks: {}, rings: []}",
      '9:108 incident "x" has rings with nothing in it. > Write at least one entry, or leave the setting out.'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, release: {target: {}, breaks: {}, rings: [{after: 1h}]}, spread: 2h",
      '9:132 incident "x" has "spread" beside "rings". > Remove one of them: rings say when each practice gets it.'],
  ])("%s", complains);
});

describe("what it does", () => {
  test.each<[written: string, ...complaints: string[]]>([
    ["emis-web, at: 2023-03-16 08:00, for: 4h, level: 0.5, units: {of: log-ins, share: 0.9}",
      '9:74 incident "x" has "level" beside "units". > Remove level: it is the share of the units that work.'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, flapping: {down: 1h, up: 1h}, units: {of: log-ins, share: 0.9}",
      '9:77 incident "x" has "flapping" beside "units". > Remove one of them: units fail and are mended one by one.'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, units: {of: login, share: 0.5}",
      '9:79 incident "x" hits "login", which is not one of workstations, log-ins. > Did you mean "log-ins"?'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, units: {share: 0.9}",
      '9:74 incident "x" has no "of". > Add it, such as of: log-ins'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, units: {of: log-ins}",
      '9:74 incident "x" has no "share". > Add it, such as share: 0.97'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, units: {of: log-ins, share: 97}",
      '9:95 incident "x" has share 97, which is not a share. > Write a number from 0 to 1, such as 0.3, or a percentage up to 100%, such as 30%.'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, flapping: {down: 0m, up: 1h to 30m}",
      '9:84 incident "x" is down for no time. > Write a length of time above 0, such as 10m to 30m.',
      '9:92 incident "x" is up for "1h to 30m", whose end is below its beginning. > Write the shorter time first: 30m to 1h.'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, flapping: {down: 10m}",
      '9:77 incident "x" has no "up". > Add it, such as up: 15m to 1h'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, slowness: 0.5",
      '9:77 incident "x" has slowness 0.5, which is below 1. > Write a number from 1 up.'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, spread: 30d",
      `9:75 incident "x" spreads over "30d", until 2023-04-15 08:00, after the calendar's last day, 2023-04-09. > Write a shorter duration, or set the calendar's days to 34 or more.`],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, spread: 10m to 30m",
      '9:75 incident "x" spreads over "10m to 30m", which is not a duration. > Write a number and a unit, such as 30m, 4h, 2d or 1h30m.'],
  ])("%s", complains);
});

describe("lengths of time", () => {
  test.each<[written: string, ...complaints: string[]]>([
    ["emis-web, at: 2023-03-16 08:00, for: 10m to",
      '9:63 incident "x" lasts "10m to", a range without an end. > Write both, such as 10m to 30m.'],
    ["emis-web, at: 2023-03-16 08:00, for: to 10m",
      '9:63 incident "x" lasts "to 10m", a range without a beginning. > Write both, such as 10m to 30m.'],
    ["emis-web, at: 2023-03-16 08:00, for: 30m to 10m",
      '9:63 incident "x" lasts "30m to 10m", whose end is below its beginning. > Write the shorter time first: 10m to 30m.'],
    ["emis-web, at: 2023-03-16 08:00, for: 1 working day to 2 working days",
      '9:63 incident "x" lasts "1 working day", but working days have no meaning here. > Write minutes, hours or days, such as 30m, 4h or 2d.'],
    ["emis-web, at: 2023-03-16 08:00, for: 10m to 400d",
      '9:63 incident "x" lasts "400d", which is longer than 366 days. > Write a shorter duration.'],
    ["emis-web, at: 2023-03-16 08:00, for: 4",
      '9:63 incident "x" lasts "4", which is not a duration. > Write a number and a unit, such as 30m, 4h, 2d, 1h30m or 5 working days.'],
    ["emis-web, at: 2023-03-16 08:00, for: [3h]",
      '9:63 incident "x" lasts a list, which is not a text or a group of settings. > Write a text or a group of settings, such as 5 working days.'],
    ["emis-web, at: 2023-03-16 08:00, for: {least: 1h}",
      '9:63 incident "x" lasts a group of least, which is not a length of time. > Write least, likely and most, such as {least: 3m, likely: 4m, most: 20m}, or mean and sd, such as {mean: 40m, sd: 30m}.'],
    ["emis-web, at: 2023-03-16 08:00, for: {}",
      '9:63 incident "x" lasts a group with nothing in it, which is not a length of time. > Write least, likely and most, such as {least: 3m, likely: 4m, most: 20m}, or mean and sd, such as {mean: 40m, sd: 30m}.'],
    ["emis-web, at: 2023-03-16 08:00, repair: {takes: 10x to 3h}",
      '9:74 incident "x" takes "10x to 3h", in which "10x" is not a duration. > Write a number and a unit on both sides, such as 10m to 30m.'],
    ["emis-web, at: 2023-03-16 08:00, repair: {takes: soon}",
      '9:74 incident "x" takes "soon", which is not a length of time. > Write a duration such as 40m, or a range such as 10m to 30m.'],
    ["emis-web, at: 2023-03-16 08:00, repair: {takes: 10m-30m}",
      '9:74 incident "x" takes "10m-30m", which is not a length of time. > Write a duration such as 40m, or a range such as 10m to 30m.'],
    ["emis-web, at: 2023-03-16 08:00, repair: {takes: 5 working days}",
      '9:74 incident "x" takes "5 working days", but working days have no meaning here. > Write minutes, hours or days, such as 30m, 4h or 2d.'],
    ["emis-web, at: 2023-03-16 08:00, repair: {takes: 40}",
      '9:74 incident "x" takes "40", which is not a length of time. > Write a duration such as 40m, or a range such as 10m to 30m.'],
    ["emis-web, at: 2023-03-16 08:00, repair: {takes: {least: 3m, likely: 2m, most: 1h}}",
      '9:74 incident "x" takes at least 3m, likely 2m and at most 1h, which do not ascend. > Let likely lie between least and most.'],
    ["emis-web, at: 2023-03-16 08:00, repair: {takes: {least: 3, likely: 4m, most: 1h}}",
      '9:82 incident "x" has least "3", which is not a duration. > Write a number and a unit, such as 30m, 4h, 2d or 1h30m.'],
    ["emis-web, at: 2023-03-16 08:00, repair: {takes: {mean: 0m, sd: 1h}}",
      '9:74 incident "x" takes a mean of no time. > Write a mean above 0, such as {mean: 40m, sd: 30m}.'],
    ["emis-web, at: 2023-03-16 08:00, repair: {takes: {mean: 1h, sd: 1h, most: 2h}}",
      '9:74 incident "x" takes a group of most, mean, sd, which is not a length of time. > Write least, likely and most, such as {least: 3m, likely: 4m, most: 20m}, or mean and sd, such as {mean: 40m, sd: 30m}.'],
    ["emis-web, at: 2023-03-16 08:00, repair: {takes: {mean: 1h, std: 1h}}",
      '9:85 incident "x" has "std", which is not a setting here. > Did you mean "sd"?'],
  ])("%s", complains);
});

describe("how it is found and repaired", () => {
  test.each<[written: string, ...complaints: string[]]>([
    ["emis-web, at: 2023-03-16 08:00, for: 4h, found: 10m",
      '9:74 incident "x" has "found", which means something only with "repair", "release" or "spread with until". > Add repair, release or spread with until, or remove found.'],
    ["emis-web, at: 2023-03-16 08:00, spread: {over: 3h, until: found}, for: 4h",
      '9:84 incident "x" has "until", which means something only with "found". > Add found, or remove until.'],
    ["emis-web, at: 2023-03-16 08:00, spread: {over: 3h, until: repaired}, found: 1h, repair: {takes: 4h}",
      '9:84 incident "x" spreads until "repaired", which is not found. > Write found.'],
    ["emis-web, at: 2023-03-16 08:00, spread: {until: found}, found: 1h, repair: {takes: 4h}",
      '9:66 incident "x" has no "over". > Add it, such as over: 3h'],
    ["emis-web, at: 2023-03-16 08:00, spread: {over: 3h, until: found}, found: 0m, repair: {takes: 4h}",
      '9:99 incident "x" is found after no time, which ends it before it has reached anybody. > Leave found out, or write how long it took, such as found: 40m.'],
    ["emis-web, at: 2023-03-16 08:00, release: {target: {}, breaks: {}, rings: [{after: 1h}]}, found: 0m to 0m, repair: {rollback: 4h}",
      '9:122 incident "x" is found after no time, which ends it before it has reached anybody. > Leave found out, or write how long it took, such as found: 40m.'],
    ["regional-firewall, at: 2023-03-16 08:00, release: {target: {}, breaks: {}}, repair: {rollback: 4h}",
      '9:76 incident "x" has "release", which goes to practices, but there is one Regional firewall an ICB. > Write where instead, such as where: {region: QKS}, and spread where it reaches ICBs one after another.'],
    ["regional-firewall, at: 2023-03-16 08:00, repair: {crews: 2, each: 1h}",
      '9:83 incident "x" has "crews", who go from practice to practice, but there is one Regional firewall an ICB. > Write how long it takes instead, such as repair: {takes: 3h}.'],
    ["workstations, at: 2023-03-16 08:00, repair: {crews: 2, each: 1h}, return: {over: 2h, then: {results: 2h}}",
      '9:107 incident "x" has "over" beside "crews". > Remove it: crews bring practices back one by one. With then it may say what comes back later still.'],
    ["site-circuit, rate: 24 a day, each: practice, for: 1m",
      '9:46 incident "x" has rate "24 a day", which in 28 days and 316 practices is about 213,000 times, and 200,000 are the most that are simulated. > Write a lower rate, give the calendar fewer days, or name fewer practices with where.'],
    ["emis-web, at: 2023-03-16 08:00, for: 4h, suspected: {cause: the network, for: 3h}",
      '9:104 incident "x" has "for", which means something only with "repair". > Add repair, or remove for.'],
    ["emis-web, at: 2023-03-16 08:00, suspected: {for: 3h}, repair: {takes: 3h}",
      '9:69 incident "x" has no "cause". > Add it, such as cause: the network'],
    ["emis-web, at: 2023-03-16 08:00, for: 3h, repair: {takes: 3h}",
      '9:75 incident "x" has more than one of "for", "until", "repair". > Write exactly one of them, and remove the other.'],
    ["emis-web, at: 2023-03-16 08:00",
      '9:5 incident "x" has none of "for", "until", "repair". > Write exactly one of them.'],
    ["emis-web, at: 2023-03-16 08:00, found: 2d, suspected: {cause: the network, for: 10d}, repair: {takes: 20d}",
      `9:128 incident "x" takes "20d", until 2023-04-17 08:00, after the calendar's last day, 2023-04-09. > Write a shorter duration, or set the calendar's days to 36 or more.`],
    ["emis-web, at: 2023-03-16 08:00, repair: 3h",
      '9:66 incident "x" has repair "3h", which is not a group of settings. > Write a group of settings, such as {takes: 3h}.'],
    ["emis-web, at: 2023-03-16 08:00, repair: {}",
      '9:66 the "repair" of incident "x" has none of "takes", "rollback", "crews". > Write exactly one of them.'],
    ["emis-web, at: 2023-03-16 08:00, repair: {takes: 3h, crews: 2, each: 1h}",
      '9:85 the "repair" of incident "x" has more than one of "takes", "rollback", "crews". > Write exactly one of them, and remove the other.'],
    ["emis-web, at: 2023-03-16 08:00, repair: {rollback: 2h}",
      '9:77 incident "x" has "rollback", which means something only with "release". > Add release, or remove rollback.'],
    ["emis-web, at: 2023-03-16 08:00, repair: {takes: 2h, travel: 10m}",
      '9:86 incident "x" has "travel", which means something only with "crews". > Add crews, or remove travel.'],
    ["emis-web, at: 2023-03-16 08:00, repair: {takes: 2h, hours: 08:00-18:00}",
      '9:85 incident "x" has "hours", which means something only with "crews". > Add crews, or remove hours.'],
    ["emis-web, at: 2023-03-16 08:00, repair: {takes: 2h, self: {share: 0.1, takes: 1h}}",
      '9:84 incident "x" has "self", which means something only with "crews". > Add crews, or remove self.'],
    ["emis-web, at: 2023-03-16 08:00, repair: {crews: 6}",
      '9:74 incident "x" has "crews" and no "each". > Add it, such as each: 3m to 5m'],
    ["emis-web, at: 2023-03-16 08:00, repair: {crew: 6, each: 1h}",
      '9:67 incident "x" has "crew", which is not a setting here. > Did you mean "crews"?'],
    ["emis-web, at: 2023-03-16 08:00, repair: {crews: 0, each: 1h}",
      '9:74 incident "x" has crews 0, which is below 1. > Write a number from 1 up.'],
    ["emis-web, at: 2023-03-16 08:00, repair: {crews: 1, each: 1h, per: regions}",
      '9:92 incident "x" has per "regions", which is not one of all, region. > Did you mean "region"?'],
    ["emis-web, at: 2023-03-16 08:00, repair: {crews: 2, each: 3m, hours: office}",
      '9:94 incident "x" has hours "office", which are not working hours. > Write two times by the 24-hour clock, such as 08:00-18:00, or {from: 08:00, to: 18:00, weekends: true}.'],
    ["emis-web, at: 2023-03-16 08:00, repair: {crews: 2, each: 3m, hours: 08:00-25:00}",
      '9:94 incident "x" has hours "08:00-25:00", and there is no such time of day. > Write a time from 00:00 to 23:59.'],
    ["emis-web, at: 2023-03-16 08:00, repair: {crews: 2, each: 3m, hours: 18:00-08:00}",
      '9:94 incident "x" has hours from 18:00 to 08:00, which is no time of a day. > Let the end be later than the beginning; the end of a day is 24:00.'],
    ["emis-web, at: 2023-03-16 08:00, repair: {crews: 2, each: 3m, hours: {from: 18:00, to: 08:00}}",
      '9:94 incident "x" has hours from 18:00 to 08:00, which is no time of a day. > Let the end be later than the beginning; the end of a day is 24:00.'],
    ["emis-web, at: 2023-03-16 08:00, repair: {crews: 2, each: 3m, hours: {from: 8, to: 18:00}}",
      '9:101 incident "x" has from "8", which is not a time of day. > Write hours and minutes by the 24-hour clock, such as 08:00.'],
    ["emis-web, at: 2023-03-16 08:00, repair: {crews: 2, each: 3m, self: {share: 0.5}}",
      '9:93 incident "x" has no "takes". > Add it, such as takes: 1h'],
  ])("%s", complains);
});

describe("how things come back", () => {
  test.each<[written: string, ...complaints: string[]]>([
    ["emis-web, at: 2023-03-16 08:00, for: 1h, return: {}",
      '9:75 incident "x" has "return" with none of "over", "shares", "then". > Write at least one of them.'],
    ["emis-web, at: 2023-03-16 08:00, for: 1h, return: {over: 2h, shares: [{by: 1h, share: 1}]}",
      '9:94 the "return" of incident "x" has "over" and "shares". > Write one of them, and remove the other.'],
    ["emis-web, at: 2023-03-16 08:00, for: 1h, return: {over: 1 working day}",
      '9:82 incident "x" comes back over "1 working day", but working days have no meaning here. > Write minutes, hours or days, such as 30m, 4h or 2d.'],
    ["emis-web, at: 2023-03-16 08:00, for: 1h, return: {shares: [{by: 2h, share: 0.5}, {by: 2h, share: 0.6}]}",
      '9:112 return 2 of incident "x" has by "2h", and the share before it "2h". > Let times and shares ascend: shares are of all, those that were back before included.'],
    ["emis-web, at: 2023-03-16 08:00, for: 1h, return: {shares: [{by: 2h, share: 0.5}, {by: 3h, share: 40%}]}",
      '9:123 return 2 of incident "x" has share "40%", and the share before it 0.5. > Let times and shares ascend: shares are of all, those that were back before included.'],
    ["emis-web, at: 2023-03-16 08:00, for: 1h, return: {shares: [{by: 2h, share: 5}]}",
      '9:101 return 1 of incident "x" has share 5, which is not a share. > Write a number from 0 to 1, such as 0.3, or a percentage up to 100%, such as 30%.'],
    ["emis-web, at: 2023-03-16 08:00, for: 1h, return: {then: {reslts: 2h}}",
      '9:83 incident "x" brings back "reslts", which is not a component. > Did you mean "results"?'],
    ["emis-web, at: 2023-03-16 08:00, for: 1h, return: {then: {emis-web: 2h}}",
      '9:83 incident "x" lets emis-web come back later than itself. > Write when emis-web is back with over or shares, and here what comes later still.'],
    ["emis-web, at: 2023-03-16 08:00, for: 1h, return: {then: {results: 4x}}",
      '9:92 incident "x" brings results back after "4x", which is not a duration. > Write a number and a unit, such as 30m, 4h, 2d or 1h30m.'],
    ["emis-web, at: 2023-03-16 08:00, for: 1h, severity: 3",
      '9:77 incident "x" has severity 3, which is not a text. > Put it in quotes: "3".'],
  ])("%s", complains);
});

describe("several incidents together", () => {
  const after = (name: string, other: string): string => `{name: ${name}, component: hscn, follows: {incident: ${other}}, for: 1h}`;

  test("a circle of followers is complained about once, where it is first entered; what leads into it is not", () => {
    expect(said(after("a", "b"), after("b", "c"), after("c", "d"), after("d", "b"))).toEqual([
      '9:52 incident "b" follows itself in the end: "b" after "c" after "d" after "b". > Let one of them begin by itself, with at or rate.',
    ]);
  });

  test("every circle has its complaint", () => {
    expect(said(after("a", "a"), after("b", "c"), after("c", "b")).map((complaint) => complaint.slice(0, 4))).toEqual(["8:52", "9:52"]);
  });

  test("a name that several have can be followed by none", () => {
    expect(said(first, first, after("x", "first"))).toEqual(['10:52 incident "x" follows "first", and 2 incidents are called so. > Give each of them a name of its own.']);
  });
});

test("all that is wrong with an incident is said at once, whatever kind of mistake it is, each at the value that it is about", () => {
  const text = incidents(first, "{name: x, component: emis-webb, at: 2023-06-16 08:00, rate: 0 a month, share: 2, draw: 9 sites, level: 3, units: {of: log-ins, share: 1}, found: y, for: 30m to 10m, return: {then: {reslts: 1h}}}");
  const places = check(text, "f.yaml").map(({ source, column, message }) => [/^[^,}]*/.exec(source.slice(column - 1))![0], message.replace('incident "x" ', "")]);
  expect(places).toEqual([
    ["emis-webb", 'is about "emis-webb", which is not a component.'],
    ["2023-06-16 08:00", 'begins at "2023-06-16 08:00", after the calendar\'s last day, 2023-04-09.'],
    ["0 a month", 'has rate "0 a month", which is never.'],
    ["0 a month", 'has more than one of "at", "rate", "follows".'],
    ["2", "has share 2, which is not a share."],
    ["9 sites", 'has draw "9 sites", which does not say how many of what.'],
    ["9 sites", 'has "draw" beside "share".'],
    ["3", "has level 3, which is above 1."],
    ["3", 'has "level" beside "units".'],
    ["y", 'is found after "y", which is not a length of time.'],
    ["y", 'has "found", which means something only with "repair", "release" or "spread with until".'],
    ["30m to 10m", 'lasts "30m to 10m", whose end is below its beginning.'],
    ["reslts: 1h", 'brings back "reslts", which is not a component.'],
  ]);
});
