import { readLedger } from '../../src/ledger/chain.js';
import type { LineBody } from '../../src/ledger/lines.js';
import type { Told } from '../../src/sandbox/demo/story.js';
import type { Stage } from '../../src/sandbox/demo/stage.js';
import { fileAt, filesAt } from './record.js';

/** What a reader finds at the end of a story, whatever went wrong on the way. */
export interface End {
  labels: string[];
  checks: string[];
  status: string;
  comments: string[];
  reviewComments: number;
  reviewers: string[];
  decided: string[];
  groupPage: string;
}

/** The lines of a subject's ledger; fails where the chain does not hold. */
export function ledgerOf(stage: Stage): LineBody[] {
  const text = filesAt(stage, `ledgers/${stage.play.number}/`).join('');
  const reading = readLedger(text);
  if (!reading.ok) throw new Error(`line ${reading.broken.line}: ${reading.broken.message}`);
  return reading.lines;
}

/**
 * The end as two tellings are compared: what people see, and what was decided by whom. Instants of looks, the order in
 * which looks found things, and ids that GitHub gives are no part of it.
 */
export function endOf(told: Told): End {
  const { pull, play } = told;
  const comments = pull.botComments();
  const lines = ledgerOf(told);
  return {
    labels: pull.labels,
    checks: pull.checks.map(({ name, conclusion }) => `${name} ${conclusion ?? 'none'}`).sort(),
    status: withoutTimes(pull.statusComment()?.body ?? 'none'),
    comments: comments.map(({ body }) => markerOf(body)).sort(),
    reviewComments: pull.botReviewComments().length,
    reviewers: [...pull.requestedReviewers].sort(),
    decided: lines.flatMap(decidedIn),
    groupPage: withoutTimes(fileAt(told, `dashboard/groups/${play.group}.md`) ?? 'none'),
  };
}

const markerOf = (body: string): string => (/^.{4} convenor:([a-z-]+)/.exec(body)?.[1] ?? 'none').trim();

/** A try that failed moves the clock a little, so times of two tellings differ by minutes. */
const withoutTimes = (text: string): string =>
  text.replace(/\w+ \d+ \w+ \d{4} \d\d:\d\d UTC/g, 'TIME').replace(/\[(source|Their words)\]\([^)]*\)/g, '$1');

function decidedIn(line: LineBody): string[] {
  switch (line.kind) {
    case 'act':
      return [`${line.by.login}: /${[line.command, ...line.args].join(' ').trim()}`];
    case 'opens':
      return [`opens ${line.decision} ${line.form} for ${line.electorate.map(({ login }) => login).join(' ')}`];
    case 'closes':
      return [`closes ${line.decision} ${line.outcome} ${JSON.stringify(line.tally)}`];
    case 'nomination':
      return [`nomination of ${line.nominee.login}: ${line.matter} ${line.to}`];
    case 'settled':
      return [`settled ${line.outcome}`];
    case 'lapses':
    case 'opened':
    case 'confirmed':
    case 'pull':
    case 'muted':
      return [line.kind];
    case 'head-seen':
    case 'bound':
    case 'taken-over':
    case 'intent':
    case 'made':
    case 'contributions':
    case 'notice':
      // What a look saw first and what it meant to make depend on which looks there were.
      return [];
  }
}
