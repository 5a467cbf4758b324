import { asked, noWords, type Command } from './command.js';

export const sepCheck: Command = {
  name: 'sep check',
  usage: '/sep check',
  rule: 'commands',
  also: ['closed', 'merged'],
  who: () => ['anyone'],
  summary: 'Says what is to be mended in the document.',
  help: 'The answer lists what the check of the document says of the file at the head, with each line and how to mend it.',
  examples: ['/sep check'],
  read: noWords('/sep check'),
  effect: (state, act) => asked(`@${act.by.login} asked what is to be mended.`, state, { about: 'document' }),
};
