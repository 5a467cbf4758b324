import type { Probot } from 'probot';
import { carriesOut } from './facts/roster-pulls.js';
import { broughtInStep } from './facts/merged.js';
import { nominationIn } from './commands/nomination-form.js';
import { parseCommands } from './commands/parse.js';
import type { Verbs } from './commands/verbs.js';
import { packRules } from './facts/governing.js';
import type { Convenor, Place } from './wake/convenor.js';

/** The parts of a webhook that say where it happened. */
interface Hint {
  repository: { name: string; owner: { login: string } };
  installation?: { id: number } | undefined;
  sender?: { type?: string } | undefined;
}

const placeOf = (payload: Hint): Place | null =>
  payload.installation
    ? { installation: payload.installation.id, owner: payload.repository.owner.login, name: payload.repository.name }
    : null;

/** What bots say and label, Convenor first of all, is no reason to look. */
const byBot = (payload: Hint): boolean => payload.sender?.type === 'Bot';

/**
 * Which webhooks wake which subject, and nothing else. A webhook is only a hint: what is done follows from the state
 * that the look finds, never from the payload.
 */
export const app =
  (convenor: Convenor) =>
  (probot: Probot): void => {
    const isKnownOther = (place: Place, number: number): boolean =>
      ['other', 'companion', 'governance'].includes(convenor.memory(place).subjects.get(number)?.kind ?? '');

    const verbsOf = (place: Place): Verbs => (convenor.memory(place).governing?.loaded.rules ?? packRules()).commands;

    probot.on(
      [
        'pull_request.opened',
        'pull_request.synchronize',
        'pull_request.reopened',
        'pull_request.closed',
        'pull_request.edited',
        'pull_request.assigned',
      ],
      ({ payload }) => {
        const place = placeOf(payload);
        if (!place) return;
        convenor.wake(place, payload.number);
        // What becomes of a pull request that brings a status in step, the proposal's own pull request says.
        const brought = broughtInStep(payload.pull_request.head.ref);
        if (brought !== null) convenor.wake(place, brought);
        // And of one that brings a decision into the roster, its issue.
        const issue = carriesOut(payload.pull_request.head.ref);
        if (issue !== null) convenor.wakeIssue(place, issue);
      },
    );
    probot.on(
      ['pull_request.labeled', 'pull_request.unlabeled', 'pull_request.locked', 'pull_request.unlocked'],
      ({ payload }) => {
        const place = placeOf(payload);
        if (place && !byBot(payload) && !isKnownOther(place, payload.number)) convenor.wake(place, payload.number);
      },
    );
    probot.on('issue_comment.created', ({ payload }) => {
      const place = placeOf(payload);
      const { number, pull_request: pull } = payload.issue;
      if (!place || byBot(payload)) return;
      if (!pull) {
        // Of issues only commands are of Convenor's business.
        if (parseCommands(payload.comment.body, verbsOf(place)).length > 0) convenor.wakeIssue(place, number);
        return;
      }
      if (isKnownOther(place, number) && parseCommands(payload.comment.body, verbsOf(place)).length === 0) return;
      convenor.wake(place, number);
    });
    probot.on('issues.opened', ({ payload }) => {
      const place = placeOf(payload);
      const { number, body } = payload.issue;
      if (!place || byBot(payload) || body === null) return;
      if (nominationIn(body) || parseCommands(body, verbsOf(place)).length > 0) convenor.wakeIssue(place, number);
    });
    probot.on(['issues.closed', 'issues.reopened', 'issues.locked', 'issues.unlocked'], ({ payload }) => {
      const place = placeOf(payload);
      const { number } = payload.issue;
      if (place && convenor.memory(place).subjects.get(number)?.kind === 'issue') convenor.wakeIssue(place, number);
    });
    probot.on(['pull_request_review.submitted', 'pull_request_review.dismissed'], ({ payload }) => {
      const place = placeOf(payload);
      const { number } = payload.pull_request;
      if (!place || byBot(payload)) return;
      // A change of the governance waits for nothing but reviews.
      const kind = convenor.memory(place).subjects.get(number)?.kind;
      if (kind === 'governance' || !isKnownOther(place, number)) convenor.wake(place, number);
    });
    probot.on('check_run.rerequested', ({ payload }) => {
      const place = placeOf(payload);
      if (place) for (const { number } of payload.check_run.pull_requests) convenor.wake(place, number);
    });
    probot.on('merge_group.checks_requested', ({ payload }) => {
      const place = payload.repository ? placeOf({ ...payload, repository: payload.repository }) : null;
      if (place) convenor.mergeGroup(place, payload.merge_group.head_sha);
    });
    probot.on('push', ({ payload }) => {
      const place = placeOf(payload as Hint);
      // Rules, roster and charters live on the default branch; nothing else that is pushed matters here.
      if (place && payload.ref === `refs/heads/${payload.repository.default_branch}`) convenor.sweep(place);
    });
    probot.on('installation.created', ({ payload }) => {
      for (const { full_name: fullName } of payload.repositories ?? []) sweepNamed(payload.installation.id, fullName);
    });
    probot.on(['installation.new_permissions_accepted', 'installation.unsuspend'], ({ payload }) => {
      convenor.permitted(payload.installation.id);
    });
    probot.on(['installation.deleted', 'installation.suspend'], ({ payload }) => {
      convenor.forget(payload.installation.id, null);
    });
    probot.on('installation_repositories.removed', ({ payload }) => {
      convenor.forget(
        payload.installation.id,
        payload.repositories_removed.map(({ full_name: name }) => name),
      );
    });
    probot.on('installation_repositories.added', ({ payload }) => {
      for (const { full_name: fullName } of payload.repositories_added) sweepNamed(payload.installation.id, fullName);
    });

    function sweepNamed(installation: number, fullName: string): void {
      const [owner, name] = fullName.split('/');
      if (owner !== undefined && name !== undefined) convenor.sweep({ installation, owner, name });
    }
  };
