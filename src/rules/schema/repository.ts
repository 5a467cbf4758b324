import { z } from 'zod';
import { telling } from './telling.js';
import { flag, list, orNone, text, words } from './values.js';
import { proposalState } from './vocabulary.js';

const folder = (label: string) => {
  const schema = z
    .string()
    .regex(/^(?!\/)(?!.*\/$).+$/, 'A folder inside the repository is written without a slash at either end.')
    .refine((path) => !path.split('/').some((part) => ['', '.', '..'].includes(part)), 'A folder holds no `.` or `..`.')
    .describe(`${label.charAt(0).toUpperCase()}${label.slice(1)}.`);
  words.add(schema, { label });
  return schema;
};

const branch = text('branch of the record').regex(
  /^(?!\/|.*(?:\/\/|\.\.|@\{|[\s~^:?*[\\\x7f]|\/$|\.$|\.lock$))[^\x00-\x20]+$/,
  'This is no name of a branch.',
);
words.add(branch, { label: 'branch of the record' });

const publishing = z
  .enum(['record', 'pull-request'])
  .describe(
    'How the pages of the dashboard are published: `record` on the branch of the record, soon after each change; `pull-request` into the folder on the default branch, by a pull request that is brought up to date once a day.',
  );
words.add(publishing, { label: 'way of the pages' });
const format = z
  .enum(['md', 'mdx'])
  .describe(
    'What the pages are written in: `md`, as GitHub shows it, or `mdx`, for a site that is built from the folder.',
  );
words.add(format, { label: 'format of the pages' });
const pages = z.strictObject({ by: publishing, format }).describe('How the pages of the dashboard are published.');

const label = z.string().min(1).max(50, 'GitHub takes no label of more than 50 characters.');
const kind = label.describe('The label that every proposal carries.');
words.add(kind, { label: 'label of every proposal' });
const states = z.record(proposalState, label).describe('The label of each status.');
words.add(states, { label: 'label of' });

const verb = z
  .string()
  .max(30)
  .regex(/^[a-z][a-z0-9-]*$/, 'A verb is one word of small letters, digits and hyphens, without the slash.');
const aliases = z
  .record(verb, z.string())
  .describe('Further verbs for commands, such as `adopt: sep adopt`: what is written, and what it stands for.');
words.add(aliases, { label: 'alias' });

/** Where things are in a repository, and what Convenor's labels and checks are called. */
export const repositoryKeys = {
  version: z.literal(1).describe('The form of this file.'),
  name: text('name', 'What these rules are called.'),
  paths: z
    .strictObject({
      proposals: folder('folder of the proposals'),
      workingGroups: folder('folder of the charters of Working Groups'),
      interestGroups: folder('folder of the charters of Interest Groups'),
      maintainers: text('the file that lists maintainers'),
      roster: text('the roster', 'The roster: accounts, organisations, roles and terms that other files do not say.'),
      template: orNone(text('the template', 'The file that authors begin from; null where there is none.')),
    })
    .describe('Where things are in the repository.'),
  record: z
    .strictObject({ branch, dashboard: folder('folder of the dashboard'), pages })
    .describe('Where Convenor writes down what was said and decided.'),
  labels: z
    .strictObject({
      kind,
      states,
    })
    .describe('Labels.'),
  checks: z
    .strictObject({
      proposal: text('the check of the document'),
      merge: text('the check of the process'),
      answerAll: flag(
        'pull requests that are no proposal are answered',
        'Whether pull requests that are no proposal get both checks in green. Needed where a check is required.',
      ),
    })
    .describe('Names of the two checks.'),
  commands: z
    .strictObject({
      aliases,
      others: list(
        verb,
        'verbs of other bots',
        0,
        'Verbs that belong to other bots here, without the slash: they are left alone, whatever they are near to.',
      ),
    })
    .describe('The verbs of commands in comments.'),
  tell: telling,
};
