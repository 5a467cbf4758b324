import type { Opening } from '../commands/command.js';
import type { Facts, Governing } from '../facts/facts.js';
import type { Elector, Who } from '../ledger/lines.js';
import { findPerson, groupBySlug, participantsOf } from '../people/index.js';
import { coreOf, electorFor, electorsOf, onceEach } from './electors.js';
import { weightNow } from './grouping.js';
import type { Pins } from './opening.js';
import { organizationOf } from './roles.js';
import type { SubjectState } from './state.js';

/** Whom a decision that opens now is counted by, and what its group's word is worth. */
export function pinsFor(facts: Facts, opening: Opening, state: SubjectState, at: string): Pins {
  const { governing } = facts;
  const rules = { commit: governing.commit, sha256: governing.sha256 };
  const { form, group } = opening;
  if ((form !== 'consensus' && form !== 'vote') || group === null) {
    const parties = form === 'escalation' ? partiesOf(state, governing) : [];
    return { electorate: coreOf(governing).electors, beside: [], parties, authority: 'advise', because: [], rules };
  }
  const { authority, because } = weightNow(facts, state, group, at);
  return { ...bodyFor(governing, form, group), parties: [], authority, because, rules };
}

/** Who is counted, and who may vote beside them: for a vote the levels that the rules name. */
function bodyFor(governing: Governing, form: 'consensus' | 'vote', slug: string): Pick<Pins, 'electorate' | 'beside'> {
  const body = electorsOf(governing, slug);
  if (!body.ok) return { electorate: [], beside: [] };
  const { electors, leads } = body;
  if (form === 'consensus') return { electorate: electors, beside: [] };
  const { counted, voters } = governing.rules.rules.vote;
  const levelOf = ({ id }: Elector): 'lead' | 'wg-member' => (leads.has(id) ? 'lead' : 'wg-member');
  const electorate = electors.filter((elector) => counted.includes(levelOf(elector)));
  const others = electors.filter((elector) => !electorate.includes(elector) && voters.includes(levelOf(elector)));
  return { electorate, beside: [...others, ...participantsBeside(governing, slug, electors)] };
}

/**
 * Who may vote beside members and leads: participants, where the rules let them ("participate in async votes",
 * working-interest-groups.mdx, Participation Levels). Who has no account casts nothing and is left out.
 */
function participantsBeside(governing: Governing, slug: string, body: readonly Elector[]): Elector[] {
  const group = groupBySlug(governing.governance, slug);
  if (!group || !governing.rules.rules.vote.voters.includes('participant')) return [];
  const found = participantsOf(group).flatMap((login) => {
    const { logins = [login], organization = null } = findPerson(governing.governance, login) ?? {};
    return electorFor({ login, logins, organization }, governing) ?? [];
  });
  const counted = new Set(body.flatMap(({ id, also }) => [id, ...also]));
  return onceEach(found).filter(({ id, also }) => [id, ...also].every((one) => !counted.has(one)));
}

/**
 * Between whom a matter is: the authors, the sponsor, and who blocked or voted against it in the last decision of the
 * group. Who may answer for the core shares no organisation with any of them.
 */
function partiesOf(state: SubjectState, governing: Governing): Elector[] {
  const named = state.authors.flatMap((login): Who[] => {
    const account = governing.accounts.get(login);
    return account ? [account] : [];
  });
  const said = state.decisions.flatMap(({ blocks, ballots }) => [
    ...blocks.map(({ by }) => by),
    ...ballots.flatMap(({ by, choice }) => (choice === 'no' ? [by] : [])),
  ]);
  const all = [state.author, state.sponsor?.by ?? null, ...named, ...said].filter((one) => one !== null);
  const pinned = state.decisions.flatMap(({ voters }) => voters);
  return onceEach(
    all.map(
      ({ id, login }): Elector =>
        pinned.find((one) => one.id === id || one.also.includes(id)) ?? {
          id,
          login,
          also: [],
          organization: organizationOf({ id }, governing),
        },
    ),
  );
}
