/** How each practice is apt to go on when its systems fail: uniforms drawn once by practice, whatever the replication's other draws, and mapped where it decides. */
import { draw, stream, uniform } from "../engine/random.js";
import type { Practice } from "../estate/estate.js";
import type { Parameters } from "../facts/defaults.js";

export interface Habits {
  /** 32 bits: which of the ways of its clinicians. */
  readonly clinicians: number;
  /** 0 to 1: the lower, the sooner its reception declines requests. */
  readonly reception: number;
  /** Practices without a continuity plan are those most apt to decline. */
  readonly hasPlan: boolean;
  /** True where online requests, and messages, are switched off while nobody sees records. */
  readonly onlineOff: boolean;
  readonly messagingOff: boolean;
  /** Key of the counter-based draws of this practice. */
  readonly key: number;
}

export function habitsOf(practice: Practice, parameters: Parameters, seed: string, replication: number): Habits {
  const { planShare, onlineOffShare, messagingOffShare } = parameters.response;
  const random = stream(seed, replication, practice.code, "habits");
  const clinicians = draw(random);
  const reception = uniform(random);
  return {
    clinicians, reception, hasPlan: reception >= 1 - planShare, onlineOff: uniform(random) < onlineOffShare, messagingOff: uniform(random) < messagingOffShare, key: draw(random),
  };
}
