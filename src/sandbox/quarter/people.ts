/** What a group's charter or the roster says of somebody's place in it. */
export type Place = 'Lead' | 'WG Member' | 'Participant';

/** Somebody of the invented specification. */
export interface Somebody {
  login: string;
  name: string;
  /** Null where no file says it. */
  organization: string | null;
  /** Place on the ladder; null for whom only a charter names, or nobody. */
  role: 'lead-maintainer' | 'core-maintainer' | 'maintainer' | 'member' | null;
  /** What they maintain; null for everybody else than a maintainer. */
  maintains: string | null;
  /** Slug of their Working Group, and their place in it; null where they are in none. */
  group: string | null;
  place: Place | null;
}

type Row = [login: string, name: string, organization: string | null, ...more: string[]];

const all = (rows: readonly Row[], fixed: Partial<Somebody>, read: (more: string[]) => Partial<Somebody>): Somebody[] =>
  rows.map(([login, name, organization, ...more]) => ({
    login,
    name,
    organization,
    role: null,
    maintains: null,
    group: null,
    place: null,
    ...fixed,
    ...read(more),
  }));

const core = (role: 'lead-maintainer' | 'core-maintainer', rows: readonly Row[]): Somebody[] =>
  all(rows, { role }, () => ({}));

const maintainers = (rows: readonly Row[]): Somebody[] =>
  all(rows, { role: 'maintainer' }, ([maintains]) => ({ maintains: maintains ?? null }));

const inGroup = (group: string, place: Place, rows: readonly Row[]): Somebody[] =>
  all(rows, { group, place }, ([role]) => (role === 'member' ? { role } : {}));

/** Forty people. Nobody of them exists; several work for the same organisation, and one works for none that is known. */
export const PEOPLE: readonly Somebody[] = [
  ...core('lead-maintainer', [['astridholm', 'Astrid Holm', 'Alpine Commons']]),
  ...core('core-maintainer', [
    ['benitorossi', 'Benito Rossi', 'Club Monte'],
    ['carlafuchs', 'Carla Fuchs', 'Hochland Huts'],
    ['dmitripetrov', 'Dmitri Petrov', 'Ural Trails'],
    ['elenamarin', 'Elena Marin', null],
    ['faroukaziz', 'Farouk Aziz', 'Atlas Walkers'],
    ['gretaweiss', 'Greta Weiss', 'Weisshorn Weather'],
  ]),
  ...maintainers([
    ['hanakim', 'Hana Kim', 'Seoul Peaks', 'Go SDK'],
    ['ivanhorvat', 'Ivan Horvat', 'Tatra Maps', 'Rust SDK'],
    ['juliablanc', 'Julia Blanc', 'Club Monte', 'Python SDK'],
    ['kwamebaah', 'Kwame Baah', 'Atlas Walkers', 'Kotlin SDK'],
    ['lucianeri', 'Lucia Neri', 'Club Monte', 'Java SDK'],
    ['matsberg', 'Mats Berg', 'Fjell Net', 'TypeScript SDK'],
  ]),
  ...inGroup('bookings', 'Lead', [
    ['ninasorel', 'Nina Sorel', 'Hochland Huts', 'member'],
    ['oscarlind', 'Oscar Lind', 'Fjell Net', 'member'],
  ]),
  ...inGroup('bookings', 'WG Member', [
    ['paulakraus', 'Paula Kraus', 'Alpine Commons', 'member'],
    ['quinnbyrne', 'Quinn Byrne', 'Highland Paths'],
    ['rosaibanez', 'Rosa Ibáñez', 'Sierra Refuges'],
    ['sefaozturk', 'Sefa Öztürk', 'Kaçkar Huts', 'member'],
    ['tanyamoss', 'Tanya Moss', 'Sierra Refuges'],
  ]),
  ...inGroup('bookings', 'Participant', [['gilroche', 'Gil Roche', 'Club Monte']]),
  ...inGroup('weather', 'Lead', [
    ['uweschmid', 'Uwe Schmid', 'Weisshorn Weather', 'member'],
    ['veratomic', 'Vera Tomić', 'Tatra Maps', 'member'],
  ]),
  ...inGroup('weather', 'WG Member', [
    ['wanjirumuthoni', 'Wanjiru Muthoni', 'Kenya Peaks'],
    ['xaviroig', 'Xavi Roig', 'Sierra Refuges'],
    ['yukitanaka', 'Yuki Tanaka', 'Seoul Peaks'],
    ['zofianowak', 'Zofia Nowak', 'Tatra Maps', 'member'],
  ]),
  ...inGroup('trails', 'Lead', [['andersfoss', 'Anders Foss', 'Fjell Net', 'member']]),
  ...inGroup('trails', 'WG Member', [
    ['beatrizluz', 'Beatriz Luz', 'Sierra Refuges'],
    ['cemaydin', 'Cem Aydın', 'Kaçkar Huts'],
    ['doratheo', 'Dora Theo', null],
    ['eamonkelly', 'Eamon Kelly', 'Highland Paths'],
    ['fatimasaid', 'Fatima Said', 'Atlas Walkers', 'member'],
  ]),
  ...all(
    [
      ['helenapires', 'Helena Pires', 'Sierra Refuges'],
      ['igorvolkov', 'Igor Volkov', 'Ural Trails'],
      ['jonasekman', 'Jonas Ekman', null],
      ['keikomori', 'Keiko Mori', null],
      ['leonardopinto', 'Leonardo Pinto', null],
      ['mayawolfe', 'Maya Wolfe', 'Hochland Huts'],
      ['nikoslagos', 'Nikos Lagos', 'Pindus Paths'],
    ],
    {},
    () => ({}),
  ),
];
