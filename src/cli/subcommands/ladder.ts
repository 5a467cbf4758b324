import type { Family } from '../subcommand.js';
import { ladderReport } from './ladder-report.js';

export const ladder: Family = {
  name: 'ladder',
  summary: 'Says who stands where on the contributor ladder, and what comes next.',
  members: [ladderReport],
};
