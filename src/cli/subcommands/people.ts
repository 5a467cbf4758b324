import type { Family } from '../subcommand.js';
import { peopleCheck } from './people-check.js';
import { peopleImport } from './people-import.js';
import { peopleShow } from './people-show.js';

export const people: Family = {
  name: 'people',
  summary: 'Says who is who, and where the files about people differ.',
  members: [peopleCheck, peopleShow, peopleImport],
};
