import { asked, askedHere, type Command } from './command.js';

export const help: Command = {
  name: 'help',
  usage: '/help [command]',
  rule: 'commands',
  also: ['closed', 'merged'],
  who: () => ['anyone'],
  summary: 'Lists the commands, or explains one of them.',
  help: 'Alone it lists every command with who may use it by the rules of this repository. With the name of a command it says all about that one.',
  examples: ['/help', '/help consensus start'],
  read(words) {
    const name = words.join(' ').replace(/^\//, '').toLowerCase();
    return { ok: true, args: name === '' ? [] : [name] };
  },
  effect: (state, act) =>
    asked(`@${act.by.login} asked for help.`, state, { about: 'help', command: act.args[0] ?? null }),
  onIssue: (state, act) =>
    askedHere(`@${act.by.login} asked for help.`, state, { about: 'help', command: act.args[0] ?? null }),
};
