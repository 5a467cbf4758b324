import { noWords, taken, type Command } from './command.js';

export const back: Command = {
  name: 'back',
  usage: '/back',
  rule: 'reminders',
  also: ['closed', 'merged'],
  who: () => ['anyone'],
  whoInWords: () => 'anyone, for themselves',
  summary: 'Says that you are back.',
  help: 'It ends what `/away` said, on whichever pull request of this repository that was.',
  examples: ['/back'],
  read: noWords('/back'),
  effect: (state, act) => taken(`@${act.by.login} is back.`, state),
};
