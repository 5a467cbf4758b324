import { atField, mend } from '../places.js';
import type { Field, Person, Proposal } from '../../types.js';
import type { Check, Report } from '../types.js';

/** The reading finds these; where all it lacks is the @ before a login, the mend is added here. */
export const peopleForm: Check = {
  code: 'preamble/people-form',
  level: 'error',
  wants:
    'People are given as "Name (@github-login)", with commas between them. What was read with a guess is a warning.',
  why: 'Convenor counts people by their accounts: an author never decides alone on their own proposal.',
  good: '- **Author(s)**: Ada Example (@ada-example), Bo Sample (@bosample)',
  bad: '- **Author(s)**: Ada Example (ada-example)',
  mends: true,
  check({ proposal, context }) {
    return proposal.fields.flatMap((field): Report[] => {
      const value = withSigns(field, proposal);
      const { line } = field.position.value.start;
      const read = proposal.diagnostics.filter((each) => each.code === 'preamble/people-form' && each.line === line);
      const [only, ...others] = read;
      if (value !== null && field.canonical && only && others.length === 0) {
        return [{ ...only, ...atField(field), ...mend(context, field.canonical, value) }];
      }
      // Where everybody is named by a login, the guess was about a remark, and an editor would let it stand.
      return allKnown(field, proposal) ? read.map((each) => ({ ...each, severity: 'info' as const })) : [];
    });
  },
};

function peopleOf(field: Field, { authors, sponsors }: Proposal): readonly Person[] {
  if (field.canonical === 'authors') return authors;
  return field.canonical === 'sponsor' ? sponsors : [];
}

function allKnown(field: Field, proposal: Proposal): boolean {
  const people = peopleOf(field, proposal);
  return people.length > 0 && people.every(({ github }) => github !== undefined && field.raw.includes(`@${github}`));
}

/** The value with an @ before the one login that lacks it; null where that is not all that is to be done. */
function withSigns(field: Field, proposal: Proposal): string | null {
  const people = peopleOf(field, proposal);
  if (field.form === 'frontmatter' || /[\r\n]/.test(field.raw)) return null;
  const bare = people.flatMap(({ github }) =>
    github === undefined || field.raw.includes(`@${github}`) ? [] : [github],
  );
  const [login, ...others] = bare;
  if (login === undefined || others.length > 0) return null;
  const parts = field.raw.split(`(${login})`);
  return parts.length === 2 ? parts.join(`(@${login})`) : null;
}
