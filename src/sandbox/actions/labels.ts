import { unprocessable } from '../errors.js';
import { actorId } from '../state/access.js';
import type { GitHub } from '../state/github.js';
import type { Caller, Label, Repository } from '../state/types.js';
import { demandWrite } from './shared.js';

/** The labels of a new repository, with GitHub's colours. */
const DEFAULTS: readonly [name: string, color: string, description: string][] = [
  ['bug', 'd73a4a', "Something isn't working"],
  ['documentation', '0075ca', 'Improvements or additions to documentation'],
  ['duplicate', 'cfd3d7', 'This issue or pull request already exists'],
  ['enhancement', 'a2eeef', 'New feature or request'],
  ['good first issue', '7057ff', 'Good for newcomers'],
  ['help wanted', '008672', 'Extra attention is needed'],
  ['invalid', 'e4e669', "This doesn't seem right"],
  ['question', 'd876e3', 'Further information is requested'],
  ['wontfix', 'ffffff', 'This will not be worked on'],
];

/** The colour of a label that came to be by being put on an issue. */
const PLAIN = 'ededed';
const LONGEST_NAME = 50;

export function addDefaultLabels(github: GitHub, repository: Repository): void {
  for (const [name, color, description] of DEFAULTS) addLabel(github, repository, name, color, description, true);
}

function addLabel(
  github: GitHub,
  repository: Repository,
  name: string,
  color: string,
  description: string | null,
  isDefault = false,
): Label {
  const label = { ...github.nextIds('label', 'Label', repository.id), name, color, description, isDefault };
  repository.labels.set(label.id, label);
  return label;
}

/** Names do not tell upper from lower case. */
export function labelByName(repository: Repository, name: string): Label | null {
  const wanted = name.toLowerCase();
  return [...repository.labels.values()].find((label) => label.name.toLowerCase() === wanted) ?? null;
}

function checkName(repository: Repository, name: string, own?: Label): void {
  const refuse = (code: string): never => {
    throw unprocessable('Validation Failed', [{ resource: 'Label', field: 'name', code }]);
  };
  if (name.trim() === '' || name.length > LONGEST_NAME) refuse('invalid');
  const other = labelByName(repository, name);
  if (other !== null && other !== own) refuse('already_exists');
}

/** The label of that name, made where the repository has none. */
export function labelOrNew(github: GitHub, caller: Caller, repository: Repository, name: string): Label {
  const known = labelByName(repository, name);
  if (known !== null) return known;
  checkName(repository, name);
  const label = addLabel(github, repository, name, PLAIN, null);
  github.emit({ event: 'label', action: 'created', repositoryId: repository.id, senderId: actorId(caller), label });
  return label;
}

export function createLabel(
  github: GitHub,
  caller: Caller,
  repository: Repository,
  input: { name: string; color?: string; description?: string | null },
): Label {
  demandWrite(github, caller, repository, 'write', 'issues', 'pull_requests');
  checkName(repository, input.name);
  const label = addLabel(github, repository, input.name, checkColor(input.color ?? PLAIN), input.description ?? null);
  github.emit({ event: 'label', action: 'created', repositoryId: repository.id, senderId: actorId(caller), label });
  return label;
}

export function updateLabel(
  github: GitHub,
  caller: Caller,
  repository: Repository,
  label: Label,
  changes: { name?: string; color?: string; description?: string | null },
): Label {
  demandWrite(github, caller, repository, 'write', 'issues', 'pull_requests');
  const old: { name?: string; color?: string } = {};
  if (changes.name !== undefined && changes.name !== label.name) {
    checkName(repository, changes.name, label);
    old.name = label.name;
  }
  if (changes.color !== undefined && checkColor(changes.color) !== label.color) old.color = label.color;
  label.name = changes.name ?? label.name;
  label.color = changes.color ?? label.color;
  if (changes.description !== undefined) label.description = changes.description;
  github.emit({ event: 'label', action: 'edited', repositoryId: repository.id, senderId: actorId(caller), label, old });
  return label;
}

function checkColor(color: string): string {
  if (/^[0-9a-f]{6}$/i.test(color)) return color;
  throw unprocessable('Validation Failed', [{ resource: 'Label', field: 'color', code: 'invalid' }]);
}

export function deleteLabel(github: GitHub, caller: Caller, repository: Repository, label: Label): void {
  demandWrite(github, caller, repository, 'write', 'issues', 'pull_requests');
  repository.labels.delete(label.id);
  for (const issue of repository.issues.values()) issue.labelIds = issue.labelIds.filter((id) => id !== label.id);
  github.emit({ event: 'label', action: 'deleted', repositoryId: repository.id, senderId: actorId(caller), label });
}
