import type { Facts } from '../../../src/facts/facts.js';
import { lookFor } from '../../../src/judge/evidence/index.js';
import { loadRules } from '../../../src/rules/index.js';
import type { Evidence, Rules } from '../../../src/rules/schema.js';
import { DOCUMENT, PATH, Repository } from '../../publish/facts.js';

/** The rules of the default pack with something laid over. */
export function rulesWith(text: string): Rules {
  const loaded = loadRules(text);
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join(' '));
  return loaded.loaded.rules;
}

/** The facts of a look at the invented proposal, with something in their place. */
export function factsOf(more: (facts: Facts) => Partial<Facts> = () => ({}), source = DOCUMENT, path = PATH): Facts {
  const repository = Object.assign(new Repository(), { source, path, more });
  return repository.facts();
}

/** The invented proposal with another section for its implementation. */
export const shown = (text: string, heading = 'Reference Implementation'): string =>
  DOCUMENT.replace('## Reference Implementation\n\nNone.', `## ${heading}\n\n${text}`);

export const see = (need: Exclude<Evidence, 'sponsor' | 'group'>, facts: Facts): string => {
  const { held, says } = lookFor(need, facts);
  return `${held ? '✓' : '✗'} ${says}`;
};
