import { resolve } from 'node:path';
import { ownAmong, proposalsAmong, type Claimant } from '../../facts/whose.js';
import { rolesNamed } from '../../judge/roles.js';
import { takeOver, type Evidence, type Named } from '../../judge/take-over.js';
import { peopleOn, readSources } from '../../people/index.js';
import type { Governance } from '../../people/types.js';
import { proposalFile, readProposal, type Proposal } from '../../proposal/index.js';
import type { Clone } from '../clone.js';
import { Tree } from '../disk.js';
import type { Listed } from './list.js';
import { plainly, takenOver, type Reported } from './reported.js';

/** A SEP file of a pull request, as it lies in a folder. */
interface File extends Claimant {
  path: string;
  proposal: Proposal;
}

/** What is known of a pull request on this disk. */
interface OnDisk {
  number: number;
  listed: Listed | null;
  files: File[];
}

/** The pull requests of a clone, or why they cannot be read: one sentence with the next step. */
export type OnDiskResult = { ok: true; pulls: OnDisk[] } | { ok: false; problem: string };

/**
 * Reads pull requests from a folder that has one for each number, with the SEP files at its head under their paths.
 * Where there is a list, it says which pull requests there are; without one they are all open.
 * @param shown the folder as the person wrote it; null for none
 */
export async function onDisk(
  shown: string | null,
  list: ReadonlyMap<number, Listed> | null,
  { folder, cwd }: { folder: string; cwd: string },
): Promise<OnDiskResult> {
  const files = new Map<number, File[]>();
  if (shown !== null) {
    const tree = await Tree.at(resolve(cwd, shown));
    if (!(tree instanceof Tree)) return { ok: false, problem: `"${shown}" ${tree.message}. ${tree.help}` };
    const names = await tree.list('');
    if (!names.ok) return { ok: false, problem: `"${shown}" ${names.refusal.message}. ${names.refusal.help}` };
    for (const name of names.names.filter((each) => /^[1-9]\d{0,8}$/.test(each))) {
      const read = await filesOf(tree, name, folder);
      if ('problem' in read) return { ok: false, problem: `"${shown}": ${read.problem}` };
      files.set(Number(name), read.files);
    }
  }
  const numbers = [...new Set(list ? list.keys() : files.keys())].sort((a, b) => a - b);
  const pulls = numbers.map((number) => ({
    number,
    listed: list?.get(number) ?? null,
    files: files.get(number) ?? [],
  }));
  return { ok: true, pulls };
}

async function filesOf(tree: Tree, number: string, folder: string): Promise<{ files: File[] } | { problem: string }> {
  const listed = await tree.list(`${number}/${folder}`);
  if (!listed.ok) return { files: [] };
  const files: File[] = [];
  for (const name of listed.names) {
    const path = `${folder}/${name}`;
    const found = proposalFile(path, { folder });
    if (!found) continue;
    const file = await tree.read(`${number}/${path}`);
    // A file that cannot be read may be the proposal: nothing is said of half a pull request.
    if (!file.ok) return { problem: `${number}/${path} ${file.refusal.message}. ${file.refusal.help}` };
    const proposal = readProposal(file.bytes, { path });
    files.push({ path, proposal, number: found.number, isProposal: proposal.form !== null });
  }
  return { files };
}

/** What would become of each pull request, by what lies on this disk. Pure but for that. */
export function reportOf(pulls: readonly OnDisk[], clone: Clone, today: string): Reported[] {
  const governance = peopleOn(readSources(clone.texts, clone.rules.paths), today);
  const open = pulls.filter(({ listed }) => isOpen(listed));
  return pulls.map((pull) => {
    const others = new Set(open.flatMap((other) => (other !== pull && bringsOwn(other) ? [other.number] : [])));
    return reportOne(pull, clone, governance, others);
  });
}

const isOpen = (listed: Listed | null): boolean => listed?.mergedAt == null && listed?.closedAt == null;

/** Whether a pull request brings a proposal of its own, for all that is known. */
const bringsOwn = ({ files, number }: OnDisk): boolean =>
  files.length === 0 || files.some((file) => file.number === null || file.number === number);

function reportOne(pull: OnDisk, clone: Clone, governance: Governance, others: ReadonlySet<number>): Reported {
  const { number, listed, files } = pull;
  const own = ownAmong(files, number, others);
  const title = listed?.title ?? own?.proposal.title ?? null;
  const taken = takeOver(evidenceOf(pull, own, governance, clone), clone.rules);
  const { evidence, conflicts } = taken;
  if (listed?.mergedAt != null) {
    const found = mergedAs(clone, [own?.number ?? null, numberInTitle(title), number]);
    return { ...plainly(number, title, 'merged', found.says), status: found.status, evidence, conflicts };
  }
  if (listed?.closedAt != null) {
    const says = 'It was closed before Convenor came, and is left alone until it is opened again.';
    return { ...plainly(number, title, 'closed', says), evidence, conflicts };
  }
  const [first] = proposalsAmong(files);
  if (!own && first) {
    const says = `Its ${first.path} carries the number of #${String(first.number)}: it travels with that one.`;
    return plainly(number, title, 'companion', says);
  }
  return takenOver(number, title, taken, clone.rules);
}

function evidenceOf({ listed }: OnDisk, own: File | null, governance: Governance, { rules }: Clone): Evidence {
  const named = (login: string): Named => ({ login, account: null, roles: rolesNamed(login, { governance, rules }) });
  const sponsor = own?.proposal.sponsor?.github;
  return {
    author: listed?.author ?? null,
    createdAt: listed?.createdAt ?? null,
    updatedAt: listed?.updatedAt ?? null,
    labels: listed?.labels ?? [],
    assignees: listed?.assignee == null ? [] : [named(listed.assignee)],
    reviews: listed?.reviews ?? null,
    file: own && {
      word: own.proposal.statusRaw,
      status: own.proposal.status,
      sponsor: sponsor === undefined ? null : named(sponsor),
    },
  };
}

/** `SEP-1036: Something` → 1036. */
const numberInTitle = (title: string | null): number | null => {
  const digits = /\bSEP[-\s]?(\d{1,9})\b/i.exec(title ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
};

/** The merged proposal of the first of these numbers that the default branch has, with its status there. */
function mergedAs(
  { proposals, rules }: Clone,
  numbers: readonly (number | null)[],
): { says: string; status: Proposal['status'] } {
  const wanted = [...new Set(numbers.filter((each) => each !== null))];
  for (const number of wanted) {
    const file = proposals.find(({ path }) => proposalFile(path, { folder: rules.paths.proposals })?.number === number);
    if (!file) continue;
    const { status } = readProposal(file.bytes, { path: file.path });
    const is = status === null ? 'without a status that is known' : `as ${status}`;
    return { says: `It is merged: ${file.path} is on the default branch, ${is}, and needs no ledger.`, status };
  }
  const says = `It is merged, and the default branch has no proposal with the number ${wanted.join(' or ')}.`;
  return { says, status: null };
}
