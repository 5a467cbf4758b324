import type { ScenarioFacts } from '../facts/conformance.js';
import { readProposal, type Proposal } from '../proposal/index.js';
import { slugOf } from '../proposal/fresh.js';
import type { Cast } from './cast.js';
import type { ProposalGiven } from './schema/index.js';
import { NONE } from './schema/values.js';

/** What stands where a story says nothing of the proposal. */
const PULL = 7;
const TITLE = 'Short frames';

/** The number of the pull request. */
export const pullNumberOf = ({ number = PULL }: ProposalGiven): number => number;

/** The proposal's file as the story has it: a document with nothing to mend, but for what the story says. */
export function documentOf(
  given: ProposalGiven,
  { cast, folder, created }: { cast: Cast; folder: string; created: string },
): { path: string; source: string } {
  const pull = pullNumberOf(given);
  const { title = TITLE, track = 'Standards Track', fileNumber = pull, group, sponsor, prototype } = given;
  const { author = NONE, status = 'Draft', text = 'first' } = given;
  const authors = given.authors ?? (author === NONE ? [] : [author]);
  const person = (name: string): string => `${name} (@${cast.loginOf(name)})`;
  const fields: [string, string | null][] = [
    ['Status', status],
    ['Type', track === NONE ? null : track],
    ['Created', created.slice(0, 10)],
    ['Author(s)', authors.map(person).join(', ')],
    ['Sponsor', sponsor === undefined || sponsor === NONE ? 'None' : person(sponsor)],
    ['Working Group', group === undefined || group === NONE ? null : group],
    ['PR', `#${pull}`],
  ];
  const shown = prototype === undefined || prototype === NONE ? 'None so far.' : `It runs: ${prototype}`;
  const sections = [
    ['Abstract', 'What changes is told in the sections below.'],
    ['Motivation', 'Somebody needs it.'],
    ['Specification', `A frame MUST be as this text says, which is called ${text}.`],
    ['Rationale', 'Other ways were longer.'],
    ['Backward Compatibility', 'Nothing breaks.'],
    ['Security Implications', 'Nothing can go wrong that could not before.'],
    ['Reference Implementation', shown],
  ];
  const source = [
    `# SEP-${fileNumber}: ${title}`,
    fields.flatMap(([key, value]) => (value === null ? [] : [`- **${key}**: ${value}`])).join('\n'),
    ...sections.map(([name = '', words = '']) => `## ${name}\n\n${words}`),
    '',
  ].join('\n\n');
  return { path: `${folder}/${fileNumber}-${slugOf(title)}.md`, source };
}

/** The conformance scenario as a look would have found it. */
export function scenarioOf(given: ProposalGiven): ScenarioFacts {
  const number = pullNumberOf(given);
  const path = `sep-${number}.yaml`;
  switch (given.scenario ?? 'missing') {
    case 'missing':
      return { kind: 'missing', paths: [path] };
    case 'unreadable':
      return { kind: 'unreadable', why: 'It does not answer.' };
    case 'merged': {
      const text = `sep: ${number}\nrequirements:\n  - text: A frame is as the text says\n    check: frame-form\n`;
      return { kind: 'file', path, url: `https://github.com/example/conformance/blob/main/${path}`, text };
    }
  }
}

const read = new Map<string, Proposal>();
/** Documents are kept up to so many: stories repeat theirs at every look. */
const MOST_READ = 500;

/** A document as read. The same text is read once. */
export function proposalAs({ path, source }: { path: string; source: string }): Proposal {
  const key = `${path}\n${source}`;
  const known = read.get(key);
  if (known) return known;
  const proposal = readProposal(source, { path });
  if (read.size >= MOST_READ) read.clear();
  read.set(key, proposal);
  return proposal;
}
