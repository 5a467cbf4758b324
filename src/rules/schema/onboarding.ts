import { z } from 'zod';
import { list } from './values.js';

/** What is to be done for somebody who has a new role. */
export const onboarding = () =>
  list(
    z.string().min(1),
    'what is to be done for somebody new in the role',
    0,
    'What is to be done for somebody new in the role, each for a list to be ticked off.',
  );
