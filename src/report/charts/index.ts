/** All charts of the report, in the order of the page. */
import { backlog } from "./backlog.js";
import { disrupted } from "./disrupted.js";
import type { Chart } from "./frame.js";
import { practices } from "./practices.js";
import { queues } from "./queues.js";
import { reasons } from "./reasons.js";
import { recovery } from "./recovery.js";
import { roles } from "./roles.js";
import { timeline } from "./timeline.js";
import { workload } from "./workload.js";

export const charts = { timeline, disrupted, reasons, backlog, queues, recovery, roles, workload, practices } as const satisfies Record<string, Chart>;
export type ChartName = keyof typeof charts;
