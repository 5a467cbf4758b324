import type { NextStep, Requirement } from '../judge/verdict.js';
import type { Words } from '../templates/index.js';
import { cell, within } from './escape.js';
import type { Size } from './status.js';

const MARKS = { held: '✓', open: '○', failed: '✗' } as const;

/** One thing that the rules ask for, or one part of it. */
interface Row {
  mark: string;
  name: string;
  says: string;
}

const rowOf = ({ held, name, says }: Requirement, { sentence }: Size): Row => ({
  mark: MARKS[held],
  name: cell(name),
  says: cell(within(says, sentence)),
});

/** The rows of the table. Of very many it is the first, which are always there, and the last decisions. */
export function rowsOf(requirements: readonly Requirement[], size: Size): Row[] {
  const over = requirements.length - size.rows;
  const half = Math.ceil(size.rows / 2);
  return requirements
    .filter((_, index) => over <= 0 || index < half || index >= half + over)
    .map((requirement) => rowOf(requirement, size));
}

/** What a list of parts is called, by the rule that its parts are for. */
const NOUNS: Partial<Record<Requirement['rule'], readonly [one: string, several: string]>> = {
  blocking: ['block', 'blocks'],
  'core-decision': ['ballot', 'ballots'],
  transitions: ['thing that it needs', 'things that it needs'],
};

/** What is folded below the table: the parts of each requirement. One with something that stands against it is open. */
export function detailsOf(requirements: readonly Requirement[], size: Size): Words<'status'>['details'] {
  return requirements.flatMap(({ name, held, children }) => {
    const shown = size.below === 0 ? [] : children.slice(-size.below);
    if (shown.length === 0) return [];
    const rows = shown.map((child) => ({ ...rowOf(child, size), url: child.seen?.[0]?.url ?? null }));
    const title = `${cell(name)}: ${countsOf(children)}`;
    return [{ title, open: held === 'failed' && rows.some(({ mark }) => mark === MARKS.failed), rows }];
  });
}

/** How many of what: "1 block, 2 words not counted". */
function countsOf(parts: readonly Requirement[]): string {
  const words = parts.filter(({ rule }) => rule === 'commands').length;
  const others = parts.length - words;
  const [one, several] = NOUNS[parts.find(({ rule }) => rule !== 'commands')?.rule ?? 'commands'] ?? ['part', 'parts'];
  return [
    ...(others > 0 ? [`${others} ${others === 1 ? one : several}`] : []),
    ...(words > 0 ? [`${words} ${words === 1 ? 'word' : 'words'} not counted`] : []),
  ].join(', ');
}

/** What is next. Who is asked is mentioned once, and only where `mention` says so. */
export function stepsOf(steps: readonly NextStep[], size: Size, mention: boolean): { who: string; what: string }[] {
  const called = new Set<number>();
  return steps.slice(0, size.next).map((step) => {
    const people = step.people.slice(0, size.people).map(({ id, login }) => {
      const name = mention && !called.has(id) ? `@${login}` : login;
      called.add(id);
      return { login, name };
    });
    return { who: whoOf(step, people), what: within(step.what, size.sentence) };
  });
}

/** Whom it waits for, in words and by name; a person alone by their name only, and nobody's name twice. */
function whoOf({ who, people: all }: NextStep, shown: readonly { login: string; name: string }[]): string {
  const names = shown.map(({ name }) => name);
  const [only] = shown;
  if (all.length === 1 && only?.login === who) return `**${only.name}**`;
  if (names.length === 0 || (names.length === 1 && only?.name === only?.login)) return `**${who}**`;
  const more = all.length - shown.length;
  return `**${who}** (${names.join(', ')}${more > 0 ? ` and ${more} more` : ''})`;
}
