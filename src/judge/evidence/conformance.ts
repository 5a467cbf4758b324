import type { Facts } from '../../facts/facts.js';
import { exempt, unknown, type Sight } from './sight.js';

export function conformance({ document, governing }: Facts): Sight {
  return exempt(document, governing.rules.rules.conformance.tracks) ?? unknown('Nobody has looked for it yet.');
}
