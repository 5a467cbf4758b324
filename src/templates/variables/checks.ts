import { z } from 'zod';
import { cellText, count, flag, list, optional, text } from './kinds.js';

const finding = z.strictObject({
  line: count('The line of the document.'),
  message: text('What is wrong.'),
  help: optional('What to do; null where the message says it.'),
  code: text('The code of the finding.'),
  offered: flag('Whether the edit that mends it is offered on the line.'),
  edit: optional('The edit as a block of code; null where it is offered, too long, or there is none.'),
});

const findings = list(
  z.strictObject({
    title: text('Their weight, in words.'),
    findings: list(finding, 'Those that are shown.'),
    more: count('How many more there are.'),
  }),
  'The findings by their weight.',
);

/** The summary of the check of the document. */
export const document = z.strictObject({
  overtaken: list(
    z.strictObject({
      line: count('The line of the document.'),
      why: text('What the record says.'),
      edit: optional('The edit as a block of code; null where it is too long.'),
    }),
    'Lines that the record has overtaken, and whose edit cannot be offered on them.',
  ),
  count: count('How many findings there are.'),
  groups: findings,
});

/** The same for a pull request that only changes merged proposals. */
export const amendment = z.strictObject({
  count: count('How many merged proposals it changes.'),
  more: count('How many of them were not looked at.'),
  files: list(
    z.strictObject({ path: text('The path, without backticks.'), groups: findings }),
    'The files with findings.',
  ),
});

const lines = list(z.string(), 'One sentence each.');

/** The report on a change of the governance. */
export const governance = z.strictObject({
  author: list(z.string(), 'Powers that the author would give themselves, one sentence each.'),
  files: text('The files that it changes, in words.'),
  withProposal: flag('Whether it brings a proposal as well.'),
  taken: text('What was looked at: the merge on trial, or the head.'),
  unchanged: flag('Whether it changes nothing in effect.'),
  sections: list(
    z.strictObject({
      title: text('What it is about.'),
      lines,
      more: count('How many lines are not shown.'),
    }),
    'What would change, and for whom.',
  ),
  problems: list(
    z.strictObject({ path: text('The file.'), lines, more: count('How many lines are not shown.') }),
    'What is wrong with the files.',
  ),
  asks: list(z.string(), 'Whose approval the governance wants, one sentence each.'),
});

/** The check of the default branch: what governs and cannot be read, and templates that cannot be used. */
export const rules = z.strictObject({
  held: list(
    z.strictObject({
      path: cellText('The file.'),
      commit: cellText('The commit whose version counts.'),
      absent: flag('Whether there was no such file then.'),
      brokenBy: cellText('The commit that broke it.'),
      effect: text('What does not take effect until it is mended.'),
    }),
    'Files that count as they stood earlier.',
  ),
  problems: list(
    z.strictObject({ place: text('`path:line:column`.'), message: text('What is wrong there.') }),
    'What is wrong with what governs.',
  ),
  more: count('How many more problems there are.'),
  templates: list(
    z.strictObject({ place: text('`path:line:column`.'), message: text('What is wrong there.') }),
    "What is wrong with the repository's own templates.",
  ),
});
