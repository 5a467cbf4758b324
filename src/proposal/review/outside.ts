import type { Field, Proposal } from '../types.js';
import { bodyOf, type Body } from './body.js';
import type { Link } from './links.js';
import { fieldOf } from './places.js';
import { relationsOf } from './relations.js';
import { couldBeRead } from './stage.js';
import { numberOfProposal, relativePath } from './targets.js';
import type { ReviewContext } from './types.js';

/** More questions than this in one request are a strange document's; what is not asked is not spoken of. */
const MOST = 50;
/** No file system takes a longer path. */
const LONGEST_PATH = 1000;

/** What a document refers to and only the repository can answer: each once, in order of appearance, {@link MOST} at most. */
export interface OutsideNeeds {
  /** From the repository's root, with `/`, as `exists` of a {@link ReviewContext} is asked; none leads out of it. */
  readonly paths: readonly string[];
  /** SEP numbers, as in `knownNumbers` and `relations`; neither the proposal's own nor its pull request's. */
  readonly numbers: readonly number[];
}

/**
 * What to find out before a review, in one request, so that `exists`, `knownNumbers` and `relations` can answer it. A
 * path or number that is not in here must count as there (`exists`: true): nobody looked; only a path that begins with
 * `..` is surely not there. `context.path` counts from the repository's root. A review that follows with the same
 * proposal and source scans the document no second time.
 */
export function outsideNeeds(
  proposal: Proposal,
  context: Pick<ReviewContext, 'path' | 'source' | 'pullRequest'>,
): OutsideNeeds {
  if (!couldBeRead(proposal)) return { paths: [], numbers: [] };
  const body = bodyOf(context.source, proposal);
  const paths = pathsLinked(body, context.path).map(({ path }) => path);
  const numbers = proposalsNamed(proposal, body, context.pullRequest).map(({ number }) => number);
  return {
    paths: unique(paths.filter((path) => !/^(?:\.\.)?(?:\/|$)/.test(path))),
    numbers: unique(numbers),
  };
}

/** The links of a document, found at `own`, that lead to other files beside it. */
export function pathsLinked({ links }: Body, own: string): { readonly link: Link; readonly path: string }[] {
  return links.flatMap((link) => {
    const path = relativePath(link, own);
    return path === null || path === own || path.length > LONGEST_PATH ? [] : [{ link, path }];
  });
}

/** Other proposals that a document requires, supersedes or links to, with the place: fields first. */
export function proposalsNamed(
  proposal: Proposal,
  { links }: Body,
  pullRequest: number | null,
): { readonly number: number; readonly at: Field | Link }[] {
  const other = (number: number): boolean => number !== proposal.number && number !== pullRequest;
  const relations = relationsOf(proposal);
  const inFields = (['requires', 'supersedes', 'supersededBy'] as const).flatMap((name) => {
    const at = fieldOf(proposal, name);
    return at ? relations[name].filter(other).map((number) => ({ number, at })) : [];
  });
  const preamble = new Set(proposal.fields.map(({ position }) => position.line.start.line));
  const inText = links.flatMap((at) => {
    const number = preamble.has(at.line) ? null : numberOfProposal(at);
    return number === null || !other(number) ? [] : [{ number, at }];
  });
  return [...inFields, ...inText];
}

function unique<T>(all: readonly T[]): T[] {
  return [...new Set(all)].slice(0, MOST);
}
