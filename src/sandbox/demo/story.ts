import { markerOf } from '../../facts/texts.js';
import { editField, readProposal } from '../../proposal/index.js';
import { suggestionOf } from '../actions/suggestions.js';
import { textAt } from '../actions/outdate.js';
import type { Authority } from '../../rules/schema.js';
import type { PullRequestHandle } from '../people.js';
import type { ReviewComment } from '../state/types.js';
import { CHECKSUM } from './invented-proposals.js';
import type { Objection, Stage } from './stage.js';

/** What a story has made so far. */
export interface Told extends Stage {
  /** The pull request; there from the first chapter on. */
  pull: PullRequestHandle;
}

/** A chapter: what a reader is told, and what the people do. */
export interface Chapter {
  name: string;
  says: (stage: Stage) => string;
  /** Whether there is anything to do in it, which is not so for every proposal; always where missing. */
  applies?: (told: Told) => boolean;
  act: (told: Told) => Promise<void>;
}

/** How far the word of the story's group reaches, as the rules of its repository say. */
export const authorityOf = ({ rules, group }: Stage): Authority =>
  rules.delegation.grants[group.slug]?.authority ?? rules.delegation.default;

const draftPath = ({ play, rules }: Stage): string => `${rules.paths.proposals}/0000-${play.proposal.slug}.md`;
const numberedPath = ({ play, rules }: Stage): string =>
  `${rules.paths.proposals}/${play.number}-${play.proposal.slug}.md`;

/** A document with one field changed; the story stops where that cannot be done. */
function withField(text: string, field: 'number' | 'workingGroup', value: string): string {
  const edit = editField(text, field, value);
  if ('error' in edit) throw new Error(`${edit.error.message} ${edit.error.help}`);
  return edit.source;
}

/** The document as its author first writes it: with the placeholder for its number. */
const firstText = ({ play }: Stage): string => withField(play.proposal.text, 'number', '0000');

/** The document as it is at the head now, with what the author has accepted, and with its number and group. */
function numberedText(told: Told): string {
  const { play, group, pull, sandbox } = told;
  const text = textAt(sandbox.state.objects, pull.head, draftPath(told));
  if (text === null) throw new Error(`${draftPath(told)} is not at the head.`);
  return withField(withField(text, 'number', String(play.number)), 'workingGroup', group.title);
}

/**
 * A suggestion that waits for the author and mends a remark on the document; null where there is none. Of several it is
 * the last, since the first is for the heading, which gets its number together with the file.
 */
function mendOffered({ pull }: Told): ReviewComment | null {
  const isOpen = ({ threadId, line }: ReviewComment): boolean =>
    line !== null && pull.now.reviewThreads.some((thread) => thread.id === threadId && thread.resolvedAt === null);
  // A finding's code has a stroke in it; the names of fields, whose lines follow the record, have none.
  const isMend = ({ body }: ReviewComment): boolean =>
    /^suggest:[^:]*\//.test(markerOf(body) ?? '') && suggestionOf(body) !== null;
  return pull.botReviewComments().findLast((comment) => isOpen(comment) && isMend(comment)) ?? null;
}

const objection = ({ play }: Stage): Objection => play.objection ?? CHECKSUM;

/** What the author calls the pull request. */
const titleOf = ({ play }: Stage): string =>
  readProposal(play.proposal.text, { path: 'proposal.md' }).title ?? play.proposal.slug.replaceAll('-', ' ');

/** Begins the story: Convenor runs, and the author opens the pull request. */
export async function begin(stage: Stage): Promise<Told> {
  await stage.bench.start();
  const pull = await stage.cast.author.opensPullRequest({
    repo: stage.repo,
    title: `SEP: ${titleOf(stage)}`,
    body: 'A first draft; I would be glad of every comment.',
    branch: stage.play.proposal.slug,
    from: 'fork',
    files: { [draftPath(stage)]: firstText(stage) },
  });
  return { ...stage, pull };
}

/** What happens first, before there is a pull request to speak of. */
export const OPENING = (stage: Stage): string =>
  `${stage.cast.author.login}, an author, opens a pull request that adds ${draftPath(stage)}.`;

/** The way of a proposal from its number to its acceptance, whatever the authority of its group. */
export const CHAPTERS: readonly Chapter[] = [
  {
    name: 'remark mended',
    says: (stage) => `${stage.cast.author.login} accepts a suggestion with one click, and there is one remark less.`,
    applies: (told) => mendOffered(told) !== null,
    act: async (told) => {
      const offered = mendOffered(told);
      if (offered !== null) await told.cast.author.acceptsSuggestion(told.pull, offered);
    },
  },
  {
    name: 'number and group',
    says: (stage) => `${stage.cast.author.login} renames the file to its number and names the ${stage.group.title} WG.`,
    act: async (told) => {
      const files = { [draftPath(told)]: null, [numberedPath(told)]: numberedText(told) };
      await told.cast.author.pushes(told.pull, { files, message: 'Give the proposal its number and group' });
    },
  },
  {
    name: 'an outsider',
    says: (stage) => `${stage.cast.outsider.login}, who has no part in the group, tries to adopt it. Refused.`,
    act: async ({ cast, pull }) => {
      await cast.outsider.comments(pull, '/sep adopt');
    },
  },
  {
    name: 'adopted',
    says: (stage) => `${stage.cast.lead.login}, who leads the group, adopts the proposal.`,
    act: async ({ cast, pull }) => {
      await cast.lead.comments(pull, 'This is ours.\n\n/sep adopt');
    },
  },
  {
    name: 'sponsored',
    says: (stage) => `${stage.cast.sponsor.login}, a maintainer, sponsors it. It is a draft now.`,
    act: async ({ cast, pull }) => {
      await cast.sponsor.comments(pull, '/sep sponsor');
    },
  },
  {
    name: 'suggestion accepted',
    says: (stage) => `${stage.cast.author.login} accepts the edit of the Sponsor line with one click.`,
    act: async ({ cast, pull }) => {
      await cast.author.acceptsSuggestion(pull);
    },
  },
  {
    name: 'consensus opened',
    says: (stage) => `${stage.cast.lead.login} opens a lazy consensus: ten days, silence is consent.`,
    act: async (told) => {
      const declared = authorityOf(told) === 'advise' ? '' : ' compatible';
      await told.cast.lead.comments(told.pull, `/consensus start significant${declared}`);
    },
  },
  {
    name: 'words that do not count',
    says: () => 'A quoted command, one in a code block and one written by an edit: none of them counts.',
    act: async ({ cast, pull }) => {
      await cast.member.comments(
        pull,
        '> /block quoted\n\n```\n/block in-code\n```\n\nI only ask what this would mean.',
      );
      const comment = await cast.member.comments(pull, 'I have to think about this.');
      await cast.member.editsComment(comment, '/block edited\nNo.\nAlternative: none.');
    },
  },
  {
    name: 'malformed block',
    says: (stage) =>
      `${stage.cast.member.login} blocks without saying what would meet the objection. Refused, with help.`,
    act: async (told) => {
      const { slug, vague } = objection(told);
      await told.cast.member.comments(told.pull, `/block ${slug}\n${vague}`);
    },
  },
  {
    name: 'blocked',
    says: (stage) => `Two days later ${stage.cast.member.login} blocks with an objection and an alternative.`,
    act: async (told) => {
      const { slug, says, alternative } = objection(told);
      await told.sandbox.clock.advance({ days: 2 });
      await told.cast.member.comments(told.pull, `/block ${slug}\n${says}\nAlternative: ${alternative}`);
    },
  },
  {
    name: 'cleared',
    says: (stage) => `Three days later the two agree, and ${stage.cast.member.login} clears the block.`,
    act: async (told) => {
      const { slug, settled } = objection(told);
      await told.sandbox.clock.advance({ days: 3 });
      await told.cast.member.comments(told.pull, `${settled}\n\n/unblock ${slug}`);
    },
  },
  {
    name: 'consensus recorded',
    says: () => 'The deadline passes. Nobody writes anything, no webhook comes, and the consensus is recorded.',
    act: async ({ sandbox }) => {
      await sandbox.clock.advance({ days: 6 });
    },
  },
];

/** Where the group advises: the core decides by its ballots. */
export const CORE_DECIDES: readonly Chapter[] = [
  {
    name: 'ballots',
    says: (stage) => `The core votes: ${stage.cast.core.map(({ login }) => login).join(', ')} are asked.`,
    act: async (told) => {
      for (const [index, one] of told.cast.core.entries()) {
        await told.sandbox.clock.advance({ hours: 5 });
        const against = index === 1;
        await one.comments(told.pull, against ? `/core reject\n${objection(told).doubt}` : '/core accept');
      }
    },
  },
];

/** Where the group's word stands unless the core objects: the window passes in silence. */
export const WINDOW_PASSES: readonly Chapter[] = [
  {
    name: 'window passes',
    says: () => 'The group holds a delegation: its word stands unless the core objects. Nobody does.',
    act: async ({ sandbox }) => {
      await sandbox.clock.advance({ days: 8 });
    },
  },
];

/** The end: the sponsor says that the work is complete. */
export const FINAL: readonly Chapter[] = [
  {
    name: 'final',
    says: (stage) => `The work is done, and ${stage.cast.sponsor.login} moves the proposal to final. It may be merged.`,
    act: async ({ cast, pull, sandbox }) => {
      await cast.sponsor.comments(pull, '/sep status final');
      await sandbox.clock.advance({ minutes: 5 });
    },
  },
];

/** The whole story after its opening, for a group of a certain authority. */
export const chaptersFor = (authority: Authority): readonly Chapter[] => [
  ...CHAPTERS,
  ...(authority === 'advise' ? CORE_DECIDES : authority === 'veto-window' ? WINDOW_PASSES : []),
  ...FINAL,
];
