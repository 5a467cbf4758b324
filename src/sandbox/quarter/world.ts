import { charter } from '../charter.js';
import type { Plot } from '../ground.js';
import { GROUPS, type GroupFacts } from './groups.js';
import { PEOPLE, type Somebody } from './people.js';

/** What the specification is called. */
const PROJECT = 'Hutline';

const withRole = (role: Somebody['role']): Somebody[] => PEOPLE.filter((one) => one.role === role);
const listed = ({ name, login }: Somebody): string => `- [${name}](https://github.com/${login})`;

const MAINTAINERS = [
  '# Maintainers',
  '## Lead Maintainers',
  withRole('lead-maintainer').map(listed).join('\n'),
  '## Core Maintainers',
  withRole('core-maintainer').map(listed).join('\n'),
  '## SDK Maintainers',
  ...withRole('maintainer').flatMap((one) => [`### ${one.maintains ?? ''}`, listed(one)]),
].join('\n\n');

/** The roster: where people work, and what neither the list of maintainers nor a charter says of them. */
const ROSTER = `version: 1
people:
${PEOPLE.filter((one) => one.organization !== null || one.role === 'member' || one.place === 'Participant')
  .map(entryOf)
  .join('')}`;

function entryOf({ login, name, organization, role, group, place }: Somebody): string {
  return [
    `  - logins: [${login}]\n    name: ${name}\n`,
    organization === null ? '' : `    organization: ${organization}\n`,
    role === 'member' ? '    roles: [{ role: member, since: 2025-06-02 }]\n' : '',
    place === 'Participant' ? `    groups: [{ group: ${group ?? ''}, level: participant }]\n` : '',
  ].join('');
}

const charterOf = ({ slug, ...facts }: GroupFacts): string => {
  const people = PEOPLE.filter(({ group, place }) => group === slug && place !== 'Participant');
  const leads = people.filter(({ place }) => place === 'Lead');
  return charter({
    ...facts,
    project: PROJECT,
    leads: leads.map(({ name, organization, login }) => [name, organization ?? '', login]),
    members: people.map(({ name, organization, login, place }) => [name, organization ?? '', login, place ?? '']),
  });
};

const RULES = `# How Hutline is decided.
extends: mcp
name: hutline

delegation:
  grants:
${GROUPS.flatMap(({ slug, authority }) => (authority === null ? [] : [grant(slug, authority)])).join('')}`;

function grant(slug: string, authority: string): string {
  return `    ${slug}:
      authority: ${authority}
      grantedBy: Core Maintainers, 2 February 2026
      since: 2026-02-02
`;
}

/** Where the repository is, and since when: everything begins in the autumn before the quarter. */
export const HUTLINE: Plot = {
  repository: 'hutline/hutline',
  number: 31,
  start: '2025-11-17T09:00:00Z',
  files: {
    'README.md': `# ${PROJECT}\n\nAn open protocol by which mountain huts say what beds, weather and ways there are.\n`,
    '.github/convenor.yml': RULES,
    '.github/convenor/roster.yml': ROSTER,
    'MAINTAINERS.md': `${MAINTAINERS}\n`,
    ...Object.fromEntries(GROUPS.map((group) => [`docs/community/working-groups/${group.slug}.mdx`, charterOf(group)])),
  },
};
