import type { RawPull } from '../github/queries/snapshot.js';
import { present } from '../github/read.js';
import { sha256 } from '../ledger/chain.js';
import type { Said } from './facts.js';
import { accountOf } from './texts.js';

/**
 * Everybody who assigned themselves to the pull request, as if each had written `/sep sponsor` then: that is how a sponsor
 * says it by habit (SEP guidelines, Step-by-Step Process, 5). Whom somebody else assigned has said nothing. The event has
 * no text and no page of its own.
 */
export function saidByAssigning(raw: Pick<RawPull, 'assignments' | 'url'>): Said[] {
  return present(raw.assignments.nodes).flatMap(({ id, createdAt: at, actor, assignee }): Said[] => {
    const by = accountOf(actor);
    if (!by || by.isBot || accountOf(assignee)?.id !== by.id) return [];
    const source: Said['source'] = { kind: 'assignment', id, index: 0, url: raw.url, sha256: sha256('') };
    return [{ command: 'sep sponsor', args: [], text: '', problem: null, at, by, commit: null, source }];
  });
}
