import { refused, type Command } from './command.js';

/** The effect of a command of the ladder on a pull request: none, since nominations have issues of their own. */
export const notOnPulls: Command['effect'] = () =>
  refused(
    'nomination',
    'Nominations are issues, and this is a pull request.',
    'Write it in the issue of the nomination, or open one.',
  );
