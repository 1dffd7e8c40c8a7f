/** A small discrete-event kernel: time, chance, waiting. It knows nothing of what is simulated. */
export { advance, createCalendar, nextTime, schedule, type Calendar } from "./calendar.js";
export { choice, cumulative, empiricalTable, exponentialTable, fromTable, lognormalTable, normalTable, poisson, type Table } from "./distributions.js";
export { exp, inverseNormal, ln, logGamma, power } from "./maths.js";
export { hash, stream, unit, type Stream } from "./random.js";
export { admit, createResources, dequeue, dequeueFrom, enqueue, release, seize, waitingFor, type Resources } from "./resource.js";
export { run, traced, type Handle } from "./simulation.js";
export { copyState } from "./state.js";
