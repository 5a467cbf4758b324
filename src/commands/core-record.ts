import { bodyOf } from '../judge/ballots.js';
import { countNow } from '../judge/count.js';
import { hasStake } from '../judge/standing.js';
import { openDecision, type CoreRecord } from '../judge/state.js';
import { isRecused, recusedFrom } from './ballot.js';
import { refused, taken, type Command } from './command.js';
import { electorOf, withDecision } from './decision.js';
import { readDemands } from './demands.js';
import { denied } from './permission.js';
import { placeOf, textOf } from './said.js';

const USAGE = '/core record accept|reject <yes>/<no>/<absent> <link>';
const COUNTS = /^(\d{1,3})\/(\d{1,3})\/(\d{1,3})$/;

export const coreRecord: Command = {
  name: 'core record',
  usage: USAGE,
  rule: 'core-record',
  inDecision: true,
  takesText: true,
  who: (rules) => rules.rules['core-record'].who,
  summary: 'Records what the core decided in a meeting or in chat.',
  help:
    'The core also decides in meetings and in chat. One of it writes down what was decided, by how many, and where that can ' +
    'be read; it counts once another one confirms it with `/core confirm`. The three numbers are all who are counted: who ' +
    'abstained stands with the absent. Conditions may stand below, as in `/core accept-with-changes`.',
  examples: ['/core record accept 5/1/2 https://example.org/notes/2026-12-03'],
  read(words, text) {
    const [word = '', counts = '', link = '', ...rest] = words;
    const outcome = { accept: 'accepted', accepted: 'accepted', reject: 'rejected', rejected: 'rejected' }[
      word.toLowerCase()
    ];
    const [, yes, no, absent] = COUNTS.exec(counts) ?? [];
    if (outcome === undefined || yes === undefined || no === undefined || absent === undefined) {
      return { ok: false, problem: `needs the outcome and three numbers. Write \`${USAGE}\`.` };
    }
    if (!/^https:\/\/[^\s<>"'`]+$/.test(link) || rest.length > 0) {
      return { ok: false, problem: `needs one link to where it can be read. Write \`${USAGE}\`.` };
    }
    const { problem } = readDemands(text);
    if (problem !== null) return { ok: false, problem };
    return { ok: true, args: [outcome, yes, no, absent, link] };
  },
  effect(state, act, ground) {
    const open = openDecision(state);
    if (open?.form !== 'core') {
      return refused(
        'core-record',
        'This proposal is not before the core.',
        'The sponsor brings it there with `/sep status in-review`; then it can be recorded.',
      );
    }
    const refusal = denied(coreRecord, state, act, ground, null);
    if (refusal) return refusal;
    const elector = electorOf(open, act.by);
    if (!elector) {
      return refused(
        'core-record',
        `@${act.by.login} was none of the core when ${open.id} opened.`,
        'Ask one who was.',
      );
    }
    if (isRecused(open, elector)) return recusedFrom(open, act, 'core-record');
    const [outcome = '', yes = 0, no = 0, absent = 0] = [act.args[0], ...act.args.slice(1, 4).map(Number)];
    const body = bodyOf(open);
    const all = body.length;
    if (yes + no + absent !== all) {
      return refused(
        'core-record',
        `${yes} and ${no} and ${absent} are ${yes + no + absent}, and ${all} are counted in ${open.id}.`,
        `Write it again with numbers that are ${all} together.`,
      );
    }
    const { quorum, threshold } = open;
    const tally = { yes, no, abstain: 0, spoken: yes + no, electorate: all };
    // Whose the yes were nobody says here, so those with a stake are taken to be among them.
    const stakes = body.filter((one) => hasStake(state, one)).length;
    const count = quorum && threshold ? countNow(tally, quorum, threshold, yes - stakes) : 'undecided';
    if (count === 'undecided' || count !== outcome) {
      return refused(
        'core-record',
        `By the rules ${yes} yes and ${no} no of ${all} come to "${count}", and not to "${outcome}".`,
        yes > 0 && yes <= stakes
          ? `${stakes} of those who are counted have a stake in the proposal, and one yes has to be of somebody without: the core votes here with \`/core accept\`.`
          : 'Where fewer took part than the rules ask for, the others vote here with `/core accept` or `/core reject`.',
      );
    }
    const { most, least } = open.organizations;
    if (count === 'accepted' && (most !== null || least > 0)) {
      return refused(
        'ballot-organizations',
        'By the rules it matters from which organisations the ballots come, and a record of numbers does not say that.',
        'The core votes here, with `/core accept` or `/core reject`.',
      );
    }
    const record: CoreRecord = {
      by: { id: elector.id, login: elector.login },
      at: act.at,
      outcome: count,
      yes,
      no,
      absent,
      link: act.args[4] ?? '',
      demands: readDemands(act.text).demands,
      confirmedBy: [],
      text: textOf(state, act),
      ...placeOf(act),
    };
    const says = `@${act.by.login} recorded that the core ${count} it by ${yes} yes, ${no} no, ${absent} absent.`;
    return taken(says, withDecision(state, { ...open, record }));
  },
};
