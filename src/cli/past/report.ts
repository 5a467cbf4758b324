import { foundInWords } from '../../judge/taken-over.js';
import { plain } from '../../publish/escape.js';
import { clean, counted, type Paint } from '../terminal.js';
import type { Reported } from './reported.js';

/** How the parts of a report look, on a terminal or in Markdown. */
interface Form {
  heading: (text: string) => string;
  /** A line below a heading. */
  item: (text: string) => string;
  /** Words of other people. */
  theirs: (text: string) => string;
}

export const onTerminal = (paint: Paint): Form => ({
  heading: (text) => paint('strong', text),
  item: (text) => `  ${text}`,
  theirs: clean,
});

export const asMarkdown: Form = {
  heading: (text) => `### ${text}\n`,
  item: (text) => `- ${text}`,
  theirs: plain,
};

/** The report for people: a paragraph for each pull request, and what it comes to at the end. */
export function reportLines(reported: readonly Reported[], isDry: boolean, form: Form): string[] {
  return [...reported.flatMap((one) => [...paragraph(one, form), '']), ...summary(reported, isDry)];
}

function paragraph(one: Reported, { heading, item, theirs }: Form): string[] {
  const { pull, title, status, sponsor, evidence, conflicts, says, next } = one;
  const state = status === null ? one.is : `${one.is === 'merged' ? 'merged, ' : ''}${status}`;
  const name = title === null ? '' : ` ${theirs(title)}`;
  return [
    heading(`#${pull}${name}: ${state}${sponsor === null ? '' : `, sponsor ${theirs(sponsor)}`}`),
    ...(says === null ? [] : [item(theirs(says))]),
    ...(evidence.length === 0 ? [] : [item(`${theirs(foundInWords(evidence))}; ${around(evidence)}.`)]),
    ...conflicts.map((conflict) => item(`Conflict (${conflict.code}): ${theirs(conflict.says)}`)),
    ...next.map((what) => item(`To do: ${theirs(what)}`)),
  ];
}

/** Reviews and dates, which speak for no state. */
function around(evidence: Reported['evidence']): string {
  const value = (piece: string): string | null => evidence.find((each) => each.piece === piece)?.value ?? null;
  const [reviews, opened, changed] = [value('reviews'), value('opened'), value('changed')];
  const parts = [
    ...(reviews === null ? [] : [counted(Number(reviews), 'review')]),
    ...(opened === null ? [] : [`opened ${opened.slice(0, 10)}`]),
    ...(changed === null ? [] : [`last changed ${changed.slice(0, 10)}`]),
  ];
  return parts.length === 0 ? 'nothing else is known' : parts.join(', ');
}

function summary(reported: readonly Reported[], isDry: boolean): string[] {
  const all = (is: Reported['is']): readonly Reported[] => reported.filter((one) => one.is === is);
  const taken = all('taken-over');
  const others = (['begun', 'companion', 'merged', 'closed', 'other'] as const).flatMap((is) =>
    all(is).length === 0 ? [] : [`${all(is).length} ${WORDS[is]}`],
  );
  const torn = reported.filter(({ conflicts }) => conflicts.length > 0).length;
  return [
    `${counted(taken.length, 'proposal')} ${isDry ? 'would be ' : ''}taken over${others.length === 0 ? '' : `; ${others.join(', ')}`}.`,
    `${torn} of ${counted(reported.length, 'pull request')} contradict themselves.`,
    ...(isDry ? ['Nothing was written.'] : []),
  ];
}

const WORDS = {
  begun: 'with a ledger',
  companion: 'that travel with another one',
  merged: 'merged',
  closed: 'closed',
  other: 'without a proposal',
} as const;
