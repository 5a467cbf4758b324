import type { Round } from '../judge/course.js';
import type { Page } from './page.js';

/** A picture on a page: one for each theme by its address, and what they say in words. */
export interface Picture {
  light: string;
  dark: string;
  alt: string;
}

/** What a bar shows. */
type Count = Pick<Round, 'tally'> & { quorum: number };

/** The folder of the pictures, in the dashboard's. */
export const BARS = 'bars/';

const WIDTH = 220;
const HEIGHT = 22;
/** The bar's own height, with room for the mark of the quorum above and below. */
const [TOP, BODY] = [5, 12];

/** Colours as GitHub's own pages have them, so that a bar looks at home in either theme. */
const THEMES = {
  light: { yes: '#1a7f37', no: '#cf222e', abstain: '#818b98', rest: '#e6eaef', mark: '#1f2328' },
  dark: { yes: '#2ea043', no: '#f85149', abstain: '#9198a1', rest: '#3d444d', mark: '#f0f6fc' },
} as const;

/** What a round's bar says, in words; null where no ballots are counted. */
export function countInWords({ tally, quorum, blocks }: Pick<Round, 'tally' | 'quorum' | 'blocks'>): string {
  if (quorum === null) return blocks === 0 ? 'no block' : `${blocks} ${blocks === 1 ? 'block stands' : 'blocks stand'}`;
  const { yes, no, abstain, spoken, electorate } = tally;
  const beside = yes + no + abstain - spoken;
  const reached = spoken >= quorum ? 'quorum reached' : `quorum at ${quorum}`;
  const also = beside === 0 ? '' : `, ${beside} of them not counted for it`;
  return `${spoken} of ${electorate} have spoken, ${reached}: ${yes} yes, ${no} no, ${abstain} abstained${also}`;
}

/** A file's name says all that the picture shows: the same name is the same picture, and none that is cached is stale. */
const nameOf = ({ tally: { yes, no, abstain, spoken, electorate }, quorum }: Count, theme: string): string =>
  `${BARS}${electorate}-${spoken}-${yes}-${no}-${abstain}-${quorum}-${theme}.svg`;

/** A round's bar; null where no ballots are counted. @param up how a page leads to the dashboard's folder: `../`, or nothing */
export function barOf(round: Round, up: string): Picture | null {
  const { quorum } = round;
  if (quorum === null || round.tally.electorate === 0) return null;
  const count = { ...round, quorum };
  return { light: up + nameOf(count, 'light'), dark: up + nameOf(count, 'dark'), alt: countInWords(round) };
}

/** The pictures of a round's bar, by their paths in the dashboard's folder. */
export function barFiles(round: Round): Page[] {
  const { quorum } = round;
  if (quorum === null || round.tally.electorate === 0) return [];
  const count = { ...round, quorum };
  return (['light', 'dark'] as const).map((theme) => ({ path: nameOf(count, theme), text: drawn(count, theme) }));
}

function drawn({ tally, quorum }: Count, theme: keyof typeof THEMES): string {
  const colors = THEMES[theme];
  const { yes, no, abstain, electorate } = tally;
  // Who may vote and is not counted can make more ballots than the body has people.
  const whole = Math.max(electorate, yes + no + abstain);
  const at = (count: number): number => Math.round((count / whole) * (WIDTH - 2) * 10) / 10 + 1;
  let sum = 0;
  const parts = (
    [
      ['yes', yes],
      ['no', no],
      ['abstain', abstain],
    ] as const
  ).flatMap(([what, count]) => {
    if (count === 0) return [];
    const [from, to] = [at(sum), at((sum += count))];
    const width = Math.round((to - from) * 10) / 10;
    return [`<rect x="${from}" y="${TOP}" width="${width}" height="${BODY}" fill="${colors[what]}"/>`];
  });
  const people = Array.from({ length: whole - 1 }, (_, index) => at(index + 1));
  // A cut for each person as long as they can be told apart.
  const cuts =
    whole > 30
      ? []
      : people.map((x) => `<path d="M${x} ${TOP}v${BODY}" stroke="${theme === 'light' ? '#ffffff' : '#0d1117'}"/>`);
  const mark = at(Math.min(quorum, whole));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img">`,
    `<title>${countInWords({ tally, quorum, blocks: 0 })}</title>`,
    `<clipPath id="r"><rect x="1" y="${TOP}" width="${WIDTH - 2}" height="${BODY}" rx="3"/></clipPath>`,
    `<g clip-path="url(#r)">`,
    `<rect x="1" y="${TOP}" width="${WIDTH - 2}" height="${BODY}" fill="${colors.rest}"/>`,
    ...parts,
    ...cuts,
    '</g>',
    `<path d="M${mark} 1v${HEIGHT - 2}" stroke="${colors.mark}" stroke-width="2"/>`,
    '</svg>',
    '',
  ].join('\n');
}
