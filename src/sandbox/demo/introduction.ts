import { clean } from '../../cli/terminal.js';
import { readProposal } from '../../proposal/index.js';
import type { Paper } from './paper.js';
import type { Stage } from './stage.js';
import { authorityOf } from './story.js';

const AUTHORITIES = {
  advise: 'The group advises: once its consensus stands, the Core Maintainers vote.',
  'veto-window': 'The group holds a delegation: its consensus accepts, unless the core objects within the window.',
  decide: 'The group holds a delegation: its consensus accepts at once.',
} as const;

/** Says what will be told: the repository, the proposal, the group, and who plays whom. */
export function introduce(stage: Stage, paper: Paper, index: number, of: number): void {
  const { play, group, cast } = stage;
  const { title } = readProposal(play.proposal.text, { path: `${play.proposal.slug}.md` });
  paper.line();
  const name = clean(title ?? play.proposal.slug);
  paper.line(paper.paint('strong', of > 1 ? `Story ${index} of ${of}: ${name}` : name));
  paper.paragraph(`A proposal to ${play.repository}, pull request #${play.number}, for ${group.title}.`);
  paper.paragraph(AUTHORITIES[authorityOf(stage)]);
  paper.line();
  const { author, lead, member, sponsor, core, outsider } = cast;
  paper.facts('Author', [author.login]);
  paper.facts('Lead', [lead.login]);
  paper.facts('Member', [member.login]);
  paper.facts('Sponsor', [sponsor.login]);
  paper.facts('Core', [core.map(({ login }) => login).join(', ')]);
  paper.facts('Outsider', [outsider.login]);
}
