import type { Facts } from '../../facts/facts.js';
import { outlookOf, type Ask } from '../../judge/ladder/outlook.js';
import { targetName } from '../../judge/ladder/steps.js';
import { loginsOf } from '../../judge/roles.js';
import type { Question } from '../../judge/state.js';
import { standingOf, titleOf, type LadderStanding } from '../../people/index.js';
import { personInWords } from '../../rules/words.js';
import { words, type Words } from '../../templates/index.js';
import { plain, unmentioned, within } from '../escape.js';

/** What a requirement is marked with. */
export const ASK_MARKS: Record<Ask['held'], string> = { held: '✓', open: '○', failed: '✗', unchecked: '–' };

/** How much of everything an answer shows; the roster has it all. */
const MOST = { places: 20, earlier: 20, sentence: 400 } as const;

const sentence = (text: string): string => within(unmentioned(text), MOST.sentence);

/** Where somebody stands on the ladder, and what their next step asks. Whom it names, it does not call. */
export function ladderAnswer(
  { login, account }: Extract<Question, { about: 'ladder' }>,
  { governing, now }: Pick<Facts, 'governing' | 'now'>,
): string {
  const { governance, rules, templates } = governing;
  const asOf = now.slice(0, 10);
  // Whoever was renamed, or took over a login, is found by their account.
  const [own = null] = account ? loginsOf(account, governing) : [login];
  const standing = own === null ? unnamed(account?.login ?? login) : standingOf(governance, own, asOf);
  const outlook = outlookOf(standing, rules, asOf);
  const { person, role, since, decision, moderator, emeritus, organization, places, earlier } = standing;
  const said: Words<'answer-ladder'> = {
    who: plain(person?.name == null ? standing.login : `${person.name} (${standing.login})`),
    isKnown: person !== null,
    role: emeritus ? 'emeritus' : personInWords(role),
    since,
    decision: decision && plain(decision),
    moderator,
    organization: organization && plain(organization),
    groups: places.slice(0, MOST.places).map((place) => {
      const level = place.level === 'member' ? 'WG member' : (place.level ?? 'at a level that is not known');
      return sentence(`${level} of the ${plain(titleOf(governance, place.group.slug))}${spanOf(place)}`);
    }),
    earlier: earlier.slice(0, MOST.earlier).map((one) => sentence(`${one.role}${spanOf(one)}`)),
    next: outlook && {
      to: `a ${targetName(outlook.to)}`,
      rule: outlook.rule,
      asks: outlook.asks.map(({ held, name, says }) => ({ mark: ASK_MARKS[held], name, says: sentence(says) })),
    },
  };
  return words('answer-ladder', said, templates);
}

/** Who has an account that no file gives to anybody. */
const unnamed = (login: string): LadderStanding => ({
  ...{ login, person: null, role: 'contributor', since: null, decision: null, organization: null },
  ...{ moderator: false, emeritus: false, earlier: [], places: [] },
});

/** ` since 2026-01-01 until 2026-06-30, by #71`; empty where nothing is said. */
export const spanOf = (one: { since: string | null; until: string | null; decision: string | null }): string =>
  `${one.since === null ? '' : ` since ${one.since}`}${one.until === null ? '' : ` until ${one.until}`}${one.decision === null ? '' : `, by ${plain(one.decision)}`}`;
