/** All charts of the report, in the order of the page. */
import { backlog } from "./backlog.js";
import { disrupted } from "./disrupted.js";
import type { Chart } from "./frame.js";
import { queues } from "./queues.js";
import { recovery } from "./recovery.js";
import { timeline } from "./timeline.js";
import { workload } from "./workload.js";

export const charts = { disrupted, backlog, queues, recovery, workload, timeline } as const satisfies Record<string, Chart>;
export type ChartName = keyof typeof charts;
