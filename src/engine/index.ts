/** A small discrete-event kernel: time, chance, waiting. It knows nothing of what is simulated. Its guide is docs/engine.md. */

// Time: events as a kind and a subject, both integers, and what happens at them.
export { advance, cancel, createCalendar, isPending, nextTime, reach, reschedule, schedule, scheduleTimer, type Calendar, type Timer } from "./calendar.js";
export { run, stop, traced, type Handle, type Handler } from "./simulation.js";
export { createProfile, nextEdge, valueAt, type Profile } from "./profile.js";

// Waiting: who is there, servers, queues, interruptions.
export { create, createEntities, dispose, type Entities } from "./entities.js";
export { admit, createResources, handOver, release, renege, restartUsage, seize, setServers, usage, type Resources, type Usage } from "./resource.js";
export { createQueues, dequeue, dequeueFrom, enqueue, enqueueFirst, isWaiting, leaveQueue, lengthOf, NOBODY, type Queues } from "./queue.js";
export { beginService, createServices, endService, forgoService, preempt, withdraw, type Fate, type Services } from "./service.js";
export { followTimetable } from "./timetable.js";

// Chance: streams, distributions, and draws from them.
export { antithetic, draw, hash, skip, stream, uniform, unit, type Stream } from "./random.js";
export { discrete, empirical, exponential, gamma, lognormal, mixture, normal, poisson, quantileOf, tabulated, triangular, truncated, uniformBetween, variate, weibull, type Distribution } from "./distribution.js";
export { createVariates, next, type Variates } from "./variates.js";
export { createArrivals, nextArrival, type Arrivals } from "./arrivals.js";
export { choice, cumulative, poissonCount } from "./discrete.js";
export { empiricalTable, exponentialTable, fromTable, lognormalTable, normalTable, type Table } from "./table.js";

// What was observed.
export { createTally, record, restartTally, varianceOf, type Tally } from "./tally.js";
export { createLevel, meanLevel, restartLevel, setLevel, type Level } from "./level.js";

// The whole state, copied or saved; mathematics that is the same to the last bit everywhere.
export { copyState } from "./state.js";
export { loadState, saveState } from "./saved-state.js";
export { exp, inverseNormal, ln, lnUnit, logGamma, power } from "./maths.js";
