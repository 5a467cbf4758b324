import type { Entry } from '../dashboard/entry.js';
import type { NominationEntry } from '../dashboard/nominated.js';
import { plain } from '../publish/escape.js';
import type { Words } from '../templates/index.js';

/** A proposal or a nomination, as every message names it. */
export type Named = Pick<Words<'news'>, 'name' | 'url' | 'title'>;

/** See {@link Named}. */
export const named = (one: Entry | NominationEntry): Named =>
  'issue' in one
    ? { name: `#${one.issue}`, url: one.url, title: plain(one.title) }
    : {
        name: one.number === null ? `#${one.pull}` : `SEP-${one.number}`,
        url: one.url,
        title: plain(one.title ?? 'without a title'),
      };

/** Forms in which it is the core that acts. */
export const OF_CORE: ReadonlySet<string> = new Set(['core', 'veto-window', 'core-veto', 'lead-veto', 'escalation']);
