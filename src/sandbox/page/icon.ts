/** A tick in a round: what has been counted holds. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8" fill="#1a7f37"/><path d="m4.5 8.3 2.4 2.4 4.6-5" fill="none" stroke="#fff" stroke-width="1.8"/></svg>
`;
