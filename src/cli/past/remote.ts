import { Moved } from '../../facts/document.js';
import { gather, type Look, type LookRequest } from '../../facts/gather.js';
import type { RepositoryRef } from '../../facts/facts.js';
import { RepositoryMemory } from '../../facts/memory.js';
import type { GitHubClient } from '../../github/clients.js';
import { judge } from '../../judge/judge.js';
import { LedgerMoved } from '../../ledger/append.js';
import { changedSinceLook } from '../../wake/sweep.js';
import { writeDown } from '../../wake/write-down.js';
import { plainly, takenOver, type Reported } from './reported.js';

/** How often a pull request is read again on which somebody acts meanwhile. */
const TRIES = 5;

/** No app looks here: the checks of none are asked for. */
const NO_APP = 0;

/** Where to take over what, and whether to write it down. */
export interface Import {
  client: GitHubClient;
  repository: RepositoryRef;
  /** The present instant: all that is open then is older than Convenor. */
  now: string;
  isDry: boolean;
}

/** The repository is not there, or nothing can be written in it. */
export class NothingThere extends Error {
  override readonly name = 'NothingThere';
}

/**
 * Takes over every open pull request of a repository, one after the other, with the same reading, judging and appending
 * as the app at its installation. Nothing is published.
 * @throws {NothingThere}, and whatever keeps a look from being ended
 */
export async function takeOverAll({ client, repository, now, isDry }: Import): Promise<Reported[]> {
  const memory = new RepositoryMemory();
  const { numbers, target, viewer, movedTo } = await changedSinceLook(client, repository, memory, now);
  if (movedTo) {
    const name = `${repository.owner}/${repository.name}`;
    throw new NothingThere(`${name} is called ${movedTo.owner}/${movedTo.name} now. Name it so.`);
  }
  if (target === null) {
    throw new NothingThere(`${repository.owner}/${repository.name} is not there for this token, or is archived.`);
  }
  if (!isDry && !viewer.endsWith('[bot]')) {
    throw new NothingThere(
      `The record is written by the app alone, and this token is ${viewer}'s: what it wrote would count for nothing. Add --dry-run, or leave the writing to the app, which takes everything over at its installation.`,
    );
  }
  const reported: Reported[] = [];
  for (const number of numbers.sort((a, b) => a - b)) {
    const request = { client, appId: NO_APP, repository, number, memory, now, installedAt: now };
    reported.push(await takeOverOne(request, isDry));
    // What is remembered of a pull request is of no use for the next one.
    memory.subjects.delete(number);
  }
  return reported;
}

async function takeOverOne(request: LookRequest, isDry: boolean): Promise<Reported> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await looked(request, await gather(request), isDry);
    } catch (error) {
      if (attempt === TRIES || !(error instanceof Moved || error instanceof LedgerMoved)) throw error;
    }
  }
}

async function looked(request: LookRequest, found: Look, isDry: boolean): Promise<Reported> {
  const { number } = request;
  switch (found.kind) {
    case 'stuck':
      throw found.why;
    case 'gone':
      return plainly(number, null, 'other', 'It is not there any more.');
    case 'asleep':
      return found.is === 'proposal'
        ? plainly(number, found.title, 'begun', 'It has a ledger, which is left as it is.')
        : plainly(number, found.title, found.is, ASLEEP[found.is]);
    case 'companion':
      return plainly(number, found.pull.title, 'companion', ASLEEP.companion);
    case 'governance':
    case 'amendment':
      return plainly(number, null, 'other', ASLEEP.other);
    case 'other':
      return plainly(number, found.pull.title, 'other', ASLEEP.other);
    case 'proposal':
  }
  const { facts, record } = found;
  const { title } = facts.pull;
  const verdict = judge(facts);
  const line = verdict.lines.find((each) => each.kind === 'taken-over');
  if (!line || record.lines.length > 0) {
    return plainly(number, title, 'begun', 'It has a ledger, which is left as it is.');
  }
  if (!isDry) await writeDown(request, found, verdict, verdict.lines);
  return takenOver(number, title, line, facts.governing.rules);
}

const ASLEEP = {
  companion: 'It carries the file of another proposal, or goes into another branch, and gets no ledger.',
  other: 'It brings no proposal.',
};
