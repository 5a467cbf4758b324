import type { Held } from '../facts/last-good.js';
import { asCode } from './escape.js';

/** A commit as people write it. */
export const shortCommit = (oid: string): string => oid.slice(0, 7);

/** What a file is, in a sentence. */
function subject({ kind, path }: Held): { is: string; those: string } {
  switch (kind) {
    case 'rules':
      return { is: 'The rules on the default branch cannot be read', those: 'those' };
    case 'roster':
      return { is: 'The roster on the default branch cannot be read', those: 'the one' };
    case 'taken-over':
      return { is: `${asCode(path)} on the default branch cannot be read`, those: 'the version' };
    case 'maintainers':
      return { is: `${asCode(path)} on the default branch cannot be read`, those: 'the version' };
    case 'charter':
      return { is: `The charter ${asCode(path)} on the default branch is not whole`, those: 'the version' };
  }
}

/** One line for each file that is held, for the people who wait for a decision. */
export const heldLines = (held: readonly Held[], home: string): string[] =>
  held.map((one) => {
    const { is, those } = subject(one);
    return `${is}; ${those} of commit [${shortCommit(one.commit)}](${home}/commit/${one.commit}) hold${one.kind === 'rules' ? '' : 's'} until that is mended.`;
  });
