import { actorId } from '../state/access.js';
import { needIssue, needRepository } from '../state/find.js';
import type { GitHub } from '../state/github.js';
import type { Caller, Reaction, ReactionContent } from '../state/types.js';
import { forbidden } from '../errors.js';
import { conversationPermissions, demandWrite } from './shared.js';
import type { Reactable } from './types.js';

function demandReact(github: GitHub, caller: Caller, subject: Reactable): void {
  const issue = needIssue(github.state, subject.repositoryId, subject.number);
  const repository = needRepository(github.state, subject.repositoryId);
  demandWrite(github, caller, repository, 'read', ...conversationPermissions(issue));
  // Nobody at all, not even with write access.
  if (issue.locked) throw forbidden('Unable to react because issue is locked.');
}

const own = (caller: Caller, subject: Reactable, content: ReactionContent): Reaction | null =>
  subject.reactions.find((reaction) => reaction.content === content && reaction.userId === actorId(caller)) ?? null;

/** Reactions send no webhook. */
export function addReaction(github: GitHub, caller: Caller, subject: Reactable, content: ReactionContent): Reaction {
  demandReact(github, caller, subject);
  const known = own(caller, subject, content);
  if (known !== null) return known;
  const reaction: Reaction = {
    ...github.nextIds('reaction', 'Reaction', subject.repositoryId),
    content,
    userId: actorId(caller),
    createdAt: github.now,
  };
  subject.reactions.push(reaction);
  return reaction;
}

export function removeReaction(
  github: GitHub,
  caller: Caller,
  subject: Reactable,
  content: ReactionContent,
): Reaction | null {
  demandReact(github, caller, subject);
  const known = own(caller, subject, content);
  subject.reactions = subject.reactions.filter((reaction) => reaction !== known);
  return known;
}
