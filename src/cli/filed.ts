import type { Filed } from '../dashboard/model.js';
import { matchGroup, type Governance } from '../people/index.js';
import { readProposal } from '../proposal/index.js';
import { shortened } from '../publish/escape.js';
import type { Clone } from './clone.js';

/** The proposals of a clone, as their files say them. */
export const filedIn = ({ proposals }: Clone, governance: Governance): Filed[] =>
  proposals.map(({ path, bytes }) => {
    const { number, title, type, status, authors, sponsor, workingGroup, created } = readProposal(bytes, { path });
    const match = workingGroup === null ? null : matchGroup(governance, workingGroup);
    return {
      ...{ path, number, type, status, created },
      title: title && shortened(title),
      authors: authors.map((one) => shortened(one.github ?? one.name ?? one.group ?? '?')),
      sponsor: shortened(sponsor?.github ?? sponsor?.name ?? '') || null,
      group: match?.kind === 'one' ? match.group.slug : null,
    };
  });
