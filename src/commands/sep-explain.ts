import { asked, noWords, type Command } from './command.js';

export const sepExplain: Command = {
  name: 'sep explain',
  usage: '/sep explain',
  rule: 'commands',
  also: ['closed', 'merged'],
  who: () => ['anyone'],
  summary: 'Says where a proposal stands, why, and what is next.',
  help:
    'The answer goes through everything that the rules ask of the proposal, with what was found for each, by which rule, ' +
    'and who can do what next.',
  examples: ['/sep explain'],
  read: noWords('/sep explain'),
  effect: (state, act) => asked(`@${act.by.login} asked where it stands.`, state, { about: 'standing' }),
};
