import { inShort } from '../../judge/instants.js';
import { cell, code, plain, unmentioned, unmentionedButCode } from '../../publish/escape.js';
import { words, type Words } from '../../templates/index.js';
import type { Entry } from '../entry.js';
import { dayInWords } from '../figures.js';
import type { Filed, Model } from '../model.js';
import { decisionOf, FORMS, groupPageOf, groupTitle, isFiled, recordOf, statusOf, titled } from '../rows.js';

const UP = '../';
const MARKS = { held: '✓', open: '○', failed: '✗' } as const;

/** The page of a proposal. */
export function proposalPage(model: Model, one: Entry | Filed): string {
  const { name, url, title } = titled(one, UP);
  const group = groupPageOf(model, one);
  const shared = {
    ...{ name, url, title, group },
    status: statusOf(one),
    type: one.type ?? '–',
    authors: one.authors.map(plain).join(', ') || '–',
    sponsor: plain(one.sponsor ?? '') || '–',
    groupTitle: groupTitle(model, group),
  };
  return words(
    'proposal',
    isFiled(one) ? { ...shared, ...ofFile(one) } : { ...shared, ...ofEntry(model, one) },
    model.overrides,
  );
}

type Rest = Pick<
  Words<'proposal'>,
  'headline' | 'claimed' | 'area' | 'file' | 'decision' | 'next' | 'asked' | 'turns' | 'history' | 'record'
>;

const ofFile = ({ path, status, group }: Filed): Rest => ({
  headline:
    status === null ? 'On the default branch, without a status that is known' : `On the default branch as ${status}`,
  claimed: group !== null,
  area: null,
  file: code(path),
  decision: null,
  ...{ next: [], asked: [], turns: [], history: [], record: null },
});

function ofEntry(model: Model, entry: Entry): Rest {
  return {
    headline: unmentioned(entry.headline),
    claimed: entry.group === null,
    area: entry.priorityArea === null ? null : (model.areas.get(entry.priorityArea) ?? plain(entry.priorityArea)),
    file: null,
    decision: decisionOf(entry, UP),
    next: entry.waitsFor.map(({ who, people, what }) => ({
      who: people.length > 0 ? `${cell(who)} (${people.join(', ')})` : cell(who),
      what: unmentionedButCode(what),
    })),
    asked: entry.asked.map(({ depth, name, held, says }) => ({
      indent: '  '.repeat(depth),
      mark: MARKS[held],
      name: cell(name),
      says: cell(says),
    })),
    turns: turnsOf(entry),
    history: entry.steps.map((step) => ({ at: inShort(step.at), says: unmentioned(step.says), url: step.url })),
    record: recordOf(model, entry.pull, UP),
  };
}

/** Statuses and decisions by their day, for the timeline: nothing but words of ours, so that no text can break it. */
function turnsOf({ course, decisions }: Entry): Words<'proposal'>['turns'] {
  const statuses = (course?.turns ?? []).map(({ status, at }) => ({ at, what: status }));
  const rounds = decisions.flatMap(({ form, openedAt, closed }) => [
    { at: openedAt, what: `${FORMS[form]} opens` },
    ...(closed ? [{ at: closed.at, what: `${FORMS[form]} ends, ${closed.outcome}` }] : []),
  ]);
  return [...statuses, ...rounds]
    .flatMap(({ at, what }) => (at === null ? [] : [{ at: Date.parse(at), day: dayInWords(at), what }]))
    .sort((a, b) => a.at - b.at)
    .map(({ day, what }) => ({ day, what }));
}
