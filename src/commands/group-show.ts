import { asked, askedHere, refused, type Command } from './command.js';

export const groupShow: Command = {
  name: 'group show',
  usage: '/group show [group]',
  rule: 'commands',
  also: ['closed', 'merged'],
  who: () => ['anyone'],
  summary: 'Shows a Working Group: its leads, its members, its scope and what its word is worth.',
  help:
    'Without a name it is the group that is responsible for the proposal, or the one that its preamble names. A group is ' +
    'named by its title, its channel or the file name of its charter.',
  examples: ['/group show', '/group show file-uploads'],
  namesGroup: true,
  read: (words) => ({ ok: true, args: words.length === 0 ? [] : [words.join(' ')] }),
  effect(state, act) {
    const slug = act.args[0] ?? state.group?.slug ?? state.head?.claims.group ?? null;
    if (slug === null) {
      return refused(
        'commands',
        'No Working Group is responsible for this proposal, and its preamble names none.',
        'Write `/group show <group>` with the name of one.',
      );
    }
    return asked(`@${act.by.login} asked about a group.`, state, { about: 'group', slug });
  },
  groupAt: 0,
  onIssue(state, act) {
    const slug = act.args[0] ?? state.nomination?.group ?? null;
    return slug === null
      ? refused('commands', 'It names no group.', 'Write `/group show <group>` with the name of one.')
      : askedHere(`@${act.by.login} asked about a group.`, state, { about: 'group', slug });
  },
};
