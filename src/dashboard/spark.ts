import { BARS, type Picture } from './bar.js';
import { flowOf, monthInWords } from './figures.js';
import type { Entry } from './entry.js';
import type { Model } from './model.js';
import type { Page } from './page.js';

const HEIGHT = 22;
/** A column of a month, and the space before the next. */
const [COLUMN, GAP] = [9, 3];

const THEMES = {
  light: { opened: '#818b98', accepted: '#1a7f37', line: '#d1d9e0' },
  dark: { opened: '#656c76', accepted: '#2ea043', line: '#3d444d' },
} as const;

/** How many proposals were opened in each of the last twelve months, and accepted; null where there was none of either. */
export interface Months {
  opened: readonly number[];
  accepted: readonly number[];
  /** The first of them: `Dec 2025`. */
  from: string;
}

/** The last twelve months of some proposals. @param asOf `YYYY-MM-DD` */
export function monthsOf(entries: readonly Entry[], asOf: string): Months | null {
  const flow = flowOf(entries, asOf);
  if (flow.every(({ opened, accepted }) => opened + accepted === 0)) return null;
  return {
    opened: flow.map(({ opened }) => opened),
    accepted: flow.map(({ accepted }) => accepted),
    from: monthInWords(flow[0]?.month ?? ''),
  };
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** What a sparkline says, in words. */
const monthsInWords = ({ opened, accepted }: Months): string => `${sum(opened)} opened, ${sum(accepted)} accepted`;

const nameOf = ({ opened, accepted }: Months, theme: string): string =>
  `${BARS}months-${opened.join('.')}-${accepted.join('.')}-${theme}.svg`;

/** A sparkline for a page. */
const sparkOf = (months: Months, up: string): Picture => ({
  light: up + nameOf(months, 'light'),
  dark: up + nameOf(months, 'dark'),
  alt: `${monthsInWords(months)} since ${months.from}`,
});

/** What a page shows of a group's last twelve months; null where nothing was. @param up how the page leads to the dashboard's folder: `../`, or nothing */
export function shownMonths({ own, asOf }: Model, slug: string, up: string): { picture: Picture; says: string } | null {
  const months = monthsOf(own.get(slug) ?? [], asOf);
  return months && { picture: sparkOf(months, up), says: monthsInWords(months) };
}

/** The pictures of a sparkline, by their paths in the dashboard's folder. */
export const sparkFiles = (months: Months): Page[] =>
  (['light', 'dark'] as const).map((theme) => ({ path: nameOf(months, theme), text: drawn(months, theme) }));

/** Columns of what was opened, and before them, narrower, what was accepted. */
function drawn({ opened, accepted }: Months, theme: keyof typeof THEMES): string {
  const colors = THEMES[theme];
  const width = opened.length * (COLUMN + GAP) + GAP;
  const most = Math.max(...opened, ...accepted);
  const column = (values: readonly number[], inset: number, fill: string): string[] =>
    values.flatMap((value, month) => {
      if (value === 0) return [];
      const height = Math.round((value / most) * (HEIGHT - 4) * 10) / 10;
      const x = GAP + month * (COLUMN + GAP) + inset;
      const y = Math.round((HEIGHT - 2 - height) * 10) / 10;
      return [`<rect x="${x}" y="${y}" width="${COLUMN - 2 * inset}" height="${height}" fill="${fill}"/>`];
    });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img">`,
    `<title>Twelve months: ${sum(opened)} opened, ${sum(accepted)} accepted</title>`,
    ...column(opened, 0, colors.opened),
    ...column(accepted, 2, colors.accepted),
    `<path d="M0 ${HEIGHT - 1.5}h${width}" stroke="${colors.line}"/>`,
    '</svg>',
    '',
  ].join('\n');
}
