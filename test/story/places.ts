import type { Grant } from '../../src/rules/schema.js';
import { INVENTED, PROPOSAL } from '../../src/sandbox/demo/invented.js';
import { begin, type Told } from '../../src/sandbox/demo/story.js';
import type { LineOf } from '../../src/ledger/lines.js';
import { ledgerOf } from './end.js';
import { stageFor, tidewire } from './stage.js';

/** Where the files of Tidewire lie. */
export const RULES = '.github/convenor.yml';
export const ROSTER = '.github/convenor/roster.yml';
export const WIRE_FORMAT = 'docs/community/working-groups/wire-format.mdx';
export const DISCOVERY = 'docs/community/working-groups/discovery.mdx';
export const ICE = 'docs/community/interest-groups/ice.mdx';
/** The proposal as its author first brings it. */
export const DRAFT = 'seps/0000-short-frames.md';

/** A charter of Tidewire with an active work item that names a proposal. */
export const withItem = (path: string, number = 12): string => {
  const row = `| SEP-${number}: Shorter frames | Proposed | TBD | TBD |\n`;
  const text = INVENTED[path] ?? '';
  // An Interest Group has no deliverables of its own.
  return text.includes('### Active Work Items')
    ? text.replace(/(### Active Work Items\n\n(?:\|.*\n){2})/, `$1${row}`)
    : text.replace(
        '## Changelog',
        `## Deliverables & Success Metrics\n\n### Active Work Items\n\n| Item | Status | Target Date | Champion |\n| ---- | ------ | ----------- | -------- |\n${row}\n## Changelog`,
      );
};

/** A charter of a group that nobody has approved yet. */
export const forming = (path: string): string =>
  withItem(path).replace('**Working Group**', '**Working Group** (forming)');

/** Rules of Tidewire with these grants, and nothing else of its own but `more`. */
export const rulesWith = (grants: Record<string, Partial<Grant> & Pick<Grant, 'authority'>>, more = ''): string => {
  const whole = Object.entries(grants).map(([slug, grant]) => [
    slug,
    { grantedBy: 'Core Maintainers, 2 March 2026', since: '2026-03-02', ...grant },
  ]);
  return `extends: mcp\nname: tidewire\ndelegation:\n  grants: ${JSON.stringify(Object.fromEntries(whole))}\n${more}`;
};

/** The proposal with other lines in its preamble. */
export const proposal = (fields: Record<string, string>): string =>
  Object.entries(fields).reduce(
    (text, [name, value]) =>
      text.includes(`- **${name}**`)
        ? text.replace(new RegExp(`^- \\*\\*${name}\\*\\*: .*$`, 'm'), `- **${name}**: ${value}`)
        : text.replace('- **PR**', `- **${name}**: ${value}\n- **PR**`),
    PROPOSAL,
  );

/** Ada brings a proposal to Tidewire; files of hers stand beside or in place of its own. */
export async function brought(files: Record<string, string> = {}, text: string = PROPOSAL): Promise<Told> {
  const play = { files: { ...INVENTED, ...files }, proposal: { text, slug: 'short-frames' } };
  return begin(await stageFor(tidewire('wire-format', play)));
}

/** What the status comment says, its history aside, without the marks that keep GitHub from linking. */
export const status = ({ pull }: Told): string =>
  (pull.statusComment()?.body ?? '').replace(/<details>[\s\S]*/, '').replaceAll('\u200b', '');

/** The last opening of the ledger: a group's word with what it was worth, and why not more. */
export function opened(told: Told): Pick<LineOf<'opens'>, 'form' | 'group' | 'authority' | 'because'> | null {
  const line = ledgerOf(told).findLast((one) => one.kind === 'opens');
  return line ? { form: line.form, group: line.group, authority: line.authority, because: line.because } : null;
}

/** Somebody sponsors it, and a lead of Wire Format opens a consensus on it. */
export async function consensus(told: Told, lead: string, words = 'minor compatible'): Promise<void> {
  await told.cast.sponsor.comments(told.pull, '/sep sponsor');
  await told.world.user(lead).comments(told.pull, `/consensus start ${words}`);
}
