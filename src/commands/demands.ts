import type { Demand } from '../judge/state.js';
import { quoted } from './quoted.js';

/** Conditions that one ballot may ask for. */
const MOST = 20;
const LINE = /^\s*[-*]\s+([a-z0-9][a-z0-9-]{0,49})\s*:\s*(\S.*)$/i;

/**
 * The conditions in a text, `- name: what has to be done`, each on a line of its own, and the rest as the reason.
 * `problem` where a name stands twice or there are too many.
 */
export function readDemands(text: string): { demands: Demand[]; reason: string; problem: string | null } {
  const demands: Demand[] = [];
  const rest: string[] = [];
  for (const line of text.split('\n')) {
    const [, name, what] = LINE.exec(line) ?? [];
    if (name === undefined || what === undefined) rest.push(line);
    else demands.push({ name: name.toLowerCase(), text: what.trim() });
  }
  const twice = demands.find(({ name }, index) => demands.findIndex((one) => one.name === name) !== index);
  const problem = twice
    ? `has the condition ${quoted(twice.name)} twice. Give each a name of its own.`
    : demands.length > MOST
      ? `has ${demands.length} conditions, and ${MOST} are the most. Join some of them.`
      : null;
  return { demands, reason: rest.join('\n').trim(), problem };
}
