import { CHECKSUM, PROPOSAL, QUIET_PROPOSAL, TEN_SECONDS } from './invented-proposals.js';
import { INVENTED } from './invented.js';
import type { DemoOptions } from './options.js';
import { realPlay } from './real-play.js';
import type { Play } from './stage.js';

/** A Monday; a story takes about three weeks from here. */
export const START = '2026-11-23T09:00:00Z';
/** Two sweeps a day: enough to find what a lost webhook would have told, and a story of weeks stays quick. */
export const PACE = { sweepMinutes: 720, dashboardSeconds: 60 };

/** Plays to tell, or in one sentence why there is none. */
export type PlaysResult = { ok: true; plays: Play[] } | { ok: false; problem: string };

/** The plays that the options ask for. @param cwd paths are meant from here */
export async function playsFor({ real, authority }: DemoOptions, cwd: string): Promise<PlaysResult> {
  if (real) {
    const found = await realPlay(real, { authority, cwd, start: START });
    return found.ok ? { ok: true, plays: [{ ...found.play, pace: PACE }] } : found;
  }
  const plays = { advise: SHORT_FRAMES, 'veto-window': QUIET_GAUGES };
  return { ok: true, plays: authority === null ? Object.values(plays) : [plays[authority]] };
}

const TIDEWIRE = {
  repository: 'tidewire/tidewire',
  files: INVENTED,
  start: START,
  pace: PACE,
};

/** A proposal for a group that advises. */
const SHORT_FRAMES: Play = {
  ...TIDEWIRE,
  proposal: { text: PROPOSAL, slug: 'short-frames' },
  objection: CHECKSUM,
  number: 12,
  group: 'wire-format',
};

/** A proposal for a group that holds a delegation. */
const QUIET_GAUGES: Play = {
  ...TIDEWIRE,
  proposal: { text: QUIET_PROPOSAL, slug: 'quiet-gauges' },
  objection: TEN_SECONDS,
  number: 15,
  group: 'discovery',
};
