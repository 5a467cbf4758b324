import { quoted } from '../../commands/quoted.js';
import type { Facts } from '../../facts/facts.js';
import { implementationOf, type Implementation, type ShownLink, type Target } from '../../proposal/index.js';

/** What a proposal's document says of code that shows how it works. */
export function implementationNow({ document, surroundings, pull, repository }: Facts): Implementation {
  const { path, source, proposal } = document;
  return implementationOf(proposal, {
    path,
    source,
    home: { server: new URL(pull.url).origin, repository: `${repository.owner}/${repository.name}` },
    exists: (target) => !surroundings.missingPaths.has(target),
  });
}

const NO_CODE: Record<Exclude<Target, 'code'>, string> = {
  documents: 'a document',
  discussion: 'a discussion',
  specification: 'the specification itself',
  elsewhere: 'a page of which nobody can tell',
};

/** Why the links that there are do not count, in a sentence with a space before it; empty where there are none. */
export function whyNot(links: readonly ShownLink[]): string {
  const kinds = [...new Set(links.flatMap(({ leadsTo }) => (leadsTo === 'code' ? [] : [NO_CODE[leadsTo]])))];
  return kinds.length === 0 ? '' : ` What it links to is ${kinds.join(', ')}.`;
}

/** `` `github.com/a/b` (line 40) `` */
export const shownLink = ({ target, line }: ShownLink): string =>
  `${quoted(target.replace(/^https?:\/\/(?:www\.)?/, ''))} (line ${line})`;
