import { inWords } from '../../judge/instants.js';
import { formOf } from '../../judge/forms/index.js';
import { asCode, cell, plain, unmentioned } from '../../publish/escape.js';
import { capital, shareInWords } from '../../rules/words.js';
import { rulesFile } from '../layout.js';
import type { Elector } from '../lines.js';
import type { DecisionMinutes, Minutes } from './minutes.js';
import type { LineRef, Said } from './words.js';

/** Minutes as a page of Markdown. What others wrote is escaped, and nobody is mentioned. */
export function minutesPage(minutes: Minutes): string {
  const { pull, number, title, author, status, decisions } = minutes;
  const name = number === null ? 'pull request' : `SEP-${number}, pull request`;
  return [
    `# Decisions on ${name} ${pull}${title === null ? '' : `: ${plain(title)}`}`,
    `The proposal of ${author ? plain(author.login) : 'an account that is gone'} is ${asCode(status)} now.`,
    ...(decisions.length === 0 ? ['Nothing was put to a decision here.'] : decisions.flatMap(ofDecision)),
    ...conditions(minutes),
    ...vetoes(minutes),
    ...howToVerify(minutes),
  ]
    .join('\n\n')
    .concat('\n');
}

function ofDecision(decision: DecisionMinutes): string[] {
  const { id, ended, group } = decision;
  const whose = group === null ? '' : ` (${plain(group)})`;
  const outcome = ended ? ended.outcome : 'open';
  return [
    `## ${id}: ${formOf(decision).name}${whose}, ${outcome}`,
    table(facts(decision)),
    ...people('Who was counted', decision.electorate),
    ...people('Who could vote beside them', decision.beside),
    ...people('Between whom it was', decision.parties),
    ...section(
      'Ballots that were counted',
      decision.ballots.map((one) => {
        const also = [
          one.quorum ? '' : 'not for the quorum',
          ...one.conditions.map(({ name, text }) => `on the condition ${plain(name)}: ${plain(text)}`),
        ].filter((part) => part !== '');
        return entry(
          `**${one.choice}**, ${plain(one.by.login)}${also.map((part) => `, ${part}`).join('')}`,
          one,
          one.reason,
        );
      }),
    ),
    ...section(
      'Words that were not counted',
      decision.uncounted.map((one) =>
        entry(`${asCode(one.said)} of ${plain(one.by.login)}`, one, one.reason, `Not counted: ${brief(one.why)}`),
      ),
    ),
    ...section(
      'Who left the decision',
      decision.recused.map(
        ({ by, at, reason, line }) =>
          `- ${plain(by.login)}, ${inWords(at)}${line ? `, ${lineOf(line)}` : ''}.${quote(reason)}`,
      ),
    ),
    ...section(
      'Objections',
      decision.blocks.map((block) => {
        const cleared = block.clearedAt === null ? 'It stood to the end.' : `Cleared ${inWords(block.clearedAt)}.`;
        return entry(`${asCode(block.slug)} of ${plain(block.by.login)}`, block, block.text, cleared);
      }),
    ),
    ...section(
      'Concerns, which stop nothing',
      decision.concerns.map((one) => entry(plain(one.by.login), one, one.text)),
    ),
    ...section(
      'Confirmations of a changed text',
      decision.confirmed.map(({ by, at, text }) => `- ${plain(by.login)}, ${inWords(at)}: ${asCode(text)}.`),
    ),
    ...section('Decided elsewhere', elsewhere(decision)),
    ...section('Escalated', escalated(decision)),
  ];
}

function facts(decision: DecisionMinutes): [string, string][] {
  const { after, opened, deadline, ended, tally, rule, quorum, threshold, weight, matter, breaking } = decision;
  const { authority, because, text } = decision;
  const by = opened.by ? ` by ${plain(opened.by.login)}` : ', by itself';
  const votes = `${tally.yes} yes, ${tally.no} no, ${tally.abstain} abstained; ${tally.spoken} of ${tally.electorate} spoke`;
  const isCounted = quorum !== null || threshold !== null;
  const rows: [string, string | null][] = [
    ['Outcome', ended ? `**${ended.outcome}**. ${pinned(ended.why)}` : 'None yet.'],
    ['Opened', `${inWords(opened.at)}${by}${linked(opened.url)}`],
    ['Deadline', inWords(deadline)],
    ['Ended', ended && inWords(ended.at)],
    ['Follows', after],
    ['Counted', isCounted ? votes : `Silence is consent; ${tally.electorate} could object`],
    ['Quorum', quorum && shareInWords(quorum)],
    ['To carry', threshold && shareInWords(threshold)],
    ['Matter', weight ?? matter],
    ['Declared', breaking],
    ["The group's word", `${asCode(authority)}${because.map((one) => ` ${pinned(one)}`).join('')}`],
    ['Rule', `${asCode(rule.id)}: ${plain(rule.says)}`],
    ['Clause', plain(rule.clause)],
    ['Rules', `of commit ${asCode(rule.commit)}, in ${asCode(rulesFile(rule.sha256))}`],
    ['Text at the opening', text.opened && asCode(text.opened)],
    ['Text at the end', text.last === text.opened ? null : text.last && asCode(text.last)],
    ['Lines', `${lineOf(opened.line)}${ended ? `; ${lineOf(ended.line)}` : ''}`],
  ];
  return rows.flatMap(([label, value]): [string, string][] => (value === null ? [] : [[label, value]]));
}

function elsewhere({ record }: DecisionMinutes): string[] {
  if (!record) return [];
  const { outcome, yes, no, absent, by, confirmedBy, link } = record;
  const confirmed = confirmedBy.map(({ login }) => plain(login)).join(', ') || 'nobody yet';
  const said = `${outcome} by ${yes} yes, ${no} no, ${absent} absent, as ${plain(by.login)} recorded; confirmed by ${confirmed}. Minutes: ${plain(link)}`;
  return [entry(said, record, '')];
}

function escalated({ escalation }: DecisionMinutes): string[] {
  if (!escalation) return [];
  const { ask, options, disagreement, assigned, answers } = escalation;
  const told = [
    ['Asked', ask],
    ['Options', options],
    ['Disagreement', disagreement],
  ] as const;
  return [
    ...told.flatMap(([label, text]) => (text === '' ? [] : [`- ${label}:${quote(text)}`])),
    ...(assigned
      ? [`- ${plain(assigned.to.login)} answers, designated by ${plain(assigned.by.login)}, ${inWords(assigned.at)}.`]
      : []),
    ...answers.map(
      ({ by, at, kind, text, url }) =>
        `- ${capital(kind)} of ${plain(by.login)}, ${inWords(at)}${linked(url)}.${quote(text)}`,
    ),
  ];
}

function conditions({ conditions: all }: Minutes): string[] {
  return section(
    'Conditions',
    all.map(({ decision, name, text, by, shown, confirmed }) => {
      const met = confirmed
        ? `confirmed by ${plain(confirmed.by.login)}, ${inWords(confirmed.at)}`
        : shown
          ? `shown by ${plain(shown.by.login)}, ${inWords(shown.at)}${linked(shown.url)}, and not confirmed`
          : 'open';
      return `- ${asCode(name)} of ${decision}, asked for by ${plain(by.login)}: ${plain(text)} (${met}).`;
    }),
    '##',
  );
}

const vetoes = ({ vetoes: all }: Minutes): string[] =>
  section(
    'Vetoes',
    all.map(({ decision, by, reason, undid, withdrawnAt }) => {
      const back = withdrawnAt === null ? '' : `; taken back ${inWords(withdrawnAt)}`;
      return `- ${by} made ${decision} void, which had given ${asCode(undid)}${back}.${quote(reason)}`;
    }),
    '##',
  );

function howToVerify({ pull, ledger: { path, lines, last } }: Minutes): string[] {
  return [
    '## How to verify this',
    `All of this follows from ${asCode(path)} of the record (${lines} lines) and from the rules that it names. ` +
      `The last line has the SHA-256 ${asCode(last ?? 'none')}. A line is named by its number from 0 and its own SHA-256.`,
    '```sh\nconvenor verify DIR             # every hash, and every decision by the rules\n' +
      `convenor export DIR ${pull}\n\`\`\``,
    'That people wrote what stands here, their words at GitHub show; each line of the ledger holds the SHA-256 of the text as it was first written.',
  ];
}

function people(heading: string, electors: readonly Elector[]): string[] {
  return section(
    electors.length === 0 ? heading : `${heading}: ${electors.length}`,
    electors.map(({ id, login, also, organization }) => {
      const account = id < 0 ? 'no account had that login' : `account ${[id, ...also].join(', ')}`;
      return `- ${plain(login)} (${account}; ${organization === null ? 'organisation not known' : plain(organization)})`;
    }),
  );
}

function section(heading: string, entries: readonly string[], level: '##' | '###' = '###'): string[] {
  return entries.length === 0 ? [] : [`${level} ${heading}`, entries.join('\n')];
}

/** Something that was said, as an entry of a list: what, when and where, what came of it, and its words below. */
function entry(what: string, { at, url, commit, certain, line }: Omit<Said, 'by'>, reason: string, also = ''): string {
  const head = commit === null ? '' : `, on ${asCode(commit.slice(0, 12))}${certain ? '' : ' or the one before'}`;
  const where = line ? `, ${lineOf(line)}` : '';
  return `- ${what}, ${inWords(at)}${head}${linked(url)}${where}.${also === '' ? '' : ` ${also}`}${quote(reason)}`;
}

/** A refusal's sentence, without the example that may stand below it. */
const brief = (why: string): string => cell((why.split(/\n\s*\n/)[0] ?? '').replace(/:$/, '.'));

/** A text of somebody's, line by line, below an entry of a list. */
const quote = (text: string): string =>
  text.trim() === ''
    ? ''
    : `\n${text
        .trim()
        .split(/\r?\n/)
        .map((line) => `  > ${plain(line)}`)
        .join('\n')}`;

/** Where something was said. An address that could end its own link is none. */
const linked = (url: string | null): string =>
  url !== null && /^https:\/\/[\w.~:/?#!$&*+,;=%-]+$/.test(url) ? ` ([source](${url}))` : '';

const lineOf = ({ seq, sha256 }: LineRef): string => `line ${seq} ${asCode(sha256)}`;

/** A sentence that the ledger keeps: `verify` holds what it says against the acts, and not its words. */
const pinned = (text: string): string => plain(unmentioned(text));

const table = (rows: readonly [string, string][]): string =>
  ['| | |', '| :-- | :-- |', ...rows.map(([label, value]) => `| ${label} | ${cell(value)} |`)].join('\n');
