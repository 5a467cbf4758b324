import { recordLacks } from '../judge/forms/core.js';
import { same } from '../judge/standing.js';
import { openDecision } from '../judge/state.js';
import { isRecused, recusedFrom } from './ballot.js';
import { noWords, refused, taken, type Command } from './command.js';
import { asOne, electorOf, withDecision } from './decision.js';

export const coreConfirm: Command = {
  name: 'core confirm',
  usage: '/core confirm',
  rule: 'core-record',
  inDecision: true,
  who: (rules) => rules.rules['core-record'].who,
  summary: 'Confirms the record of what the core decided elsewhere.',
  help:
    'Somebody else of the core than who recorded it says that the record is right. Only then does it count. Whoever thinks ' +
    'that it is wrong votes instead, with `/core accept` or `/core reject`, and says so.',
  examples: ['/core confirm'],
  read: noWords('/core confirm'),
  effect(state, act) {
    const open = openDecision(state);
    if (open?.form !== 'core' || !open.record) {
      return refused(
        'core-record',
        'No record of a decision waits for a confirmation here.',
        'One of the core writes it down with `/core record`.',
      );
    }
    const { record } = open;
    const elector = electorOf(open, act.by);
    if (!elector) {
      return refused(
        'core-record',
        `Who was of the core when ${open.id} opened confirms it, and @${act.by.login} was not.`,
        'Ask one of the core.',
      );
    }
    if (isRecused(open, elector)) return recusedFrom(open, act, 'core-record');
    if ([record.by, ...record.confirmedBy].some((one) => same(one, elector))) {
      return refused(
        'core-record',
        same(record.by, elector) ? 'Nobody confirms their own record.' : 'You have confirmed it already.',
        'Another one of the core confirms it.',
      );
    }
    const confirmedBy = [...record.confirmedBy, asOne(elector)];
    const confirmed = { ...record, confirmedBy };
    const lacks = recordLacks(state, { ...open, record: confirmed });
    const says = `@${act.by.login} confirmed the record of @${record.by.login}.${lacks === null ? '' : ` ${lacks}`}`;
    return taken(says, withDecision(state, { ...open, record: confirmed }));
  },
};
