/** Who and what is drawn: people who do not exist, with dates told from one day so that nothing expires by accident. */

export interface Person {
  surname: string;
  givenNames: string;
  sex: 'M' | 'F' | 'X';
  /** ISO 8601, as every date. */
  birthDate: string;
  /** Photograph in `demo/specimens/people/`; a drawing stands in where there is none. */
  photo?: string;
}

export interface TravelSpecimen {
  kind: 'passport' | 'id-card';
  name: string;
  person: Person;
  /** As the machine-readable zone writes it: `UTO`, `NLD`. */
  issuer: string;
  /** As people read it. */
  issuerName: string;
  number: string;
  issueDate: string;
  expiryDate: string;
  /** What the machine-readable zone says otherwise than the print, its check digits right: a forgery. */
  zone?: {birthDate: string};
  /** How its photograph is taken, where not by a phone above a desk: out of focus, or of a screen that shows it. */
  camera?: 'unfocused' | 'screen';
}

export interface LicenceSpecimen {
  kind: 'licence';
  name: string;
  person: Person & {middleName: string};
  /** Issuer identification number; Virginia's is the one of the AAMVA standard's own sample. */
  iin: string;
  subdivision: string;
  number: string;
  issueDate: string;
  expiryDate: string;
  /** Where the holder lives; `1 SPECIMEN STREET` by default. */
  street?: string;
  /** Whether the bar code says that the card complies with the REAL ID Act; it does by default. */
  realId?: boolean;
}

export type Specimen = TravelSpecimen | LicenceSpecimen;

/** `today` is ISO 8601; valid documents expire `validYears` later, nine by default. */
export function specimens(today: string, validYears = 9): Specimen[] {
  const issueDate = shift(today, {years: -1, days: 12});
  const expiryDate = shift(today, {years: validYears, days: 11});
  const utopia = {issuer: 'UTO', issuerName: 'Utopia'};
  const linnea: Person = {
    surname: 'SOLBERG',
    givenNames: 'LINNEA MARIA',
    sex: 'F',
    birthDate: shift(today, {years: -34, days: -47}),
  };
  const amara: Person = {
    surname: 'OKOYE',
    givenNames: 'AMARA',
    sex: 'F',
    birthDate: shift(today, {years: -29, days: -120}),
  };
  const pieter: Person = {
    surname: 'VAN DER BERG',
    givenNames: 'PIETER',
    sex: 'M',
    birthDate: shift(today, {years: -41, days: -200}),
  };
  const tomas: Person = {
    surname: 'LINDQVIST',
    givenNames: 'TOMAS',
    sex: 'M',
    birthDate: shift(today, {years: -15, days: -90}),
  };
  const jordan = {
    surname: 'SAMPLE',
    givenNames: 'JORDAN',
    middleName: 'LEE',
    sex: 'X' as const,
    birthDate: shift(today, {years: -27, days: -33}),
  };

  const mei: Person = {
    surname: 'ARAKAWA',
    givenNames: 'MEI',
    sex: 'F',
    birthDate: shift(today, {years: -52, days: -61}),
    photo: 'mei-2.jpg',
  };
  const kenji: Person = {
    surname: 'ARAKAWA',
    givenNames: 'KENJI',
    sex: 'M',
    birthDate: shift(today, {years: -64, days: -150}),
    photo: 'kenji-2.jpg',
  };
  const elena: Person = {
    surname: 'MARCHETTI',
    givenNames: 'ELENA',
    sex: 'F',
    birthDate: shift(today, {years: -31, days: -18}),
    photo: 'elena-2.jpg',
  };
  const marco: Person = {
    surname: 'MARCHETTI',
    givenNames: 'MARCO',
    sex: 'M',
    birthDate: shift(today, {years: -33, days: -240}),
    photo: 'marco-1.jpg',
  };

  const passportOfMei: TravelSpecimen = {
    kind: 'passport',
    name: 'passport-mei',
    person: mei,
    ...utopia,
    number: 'U5028846M',
    issueDate,
    expiryDate,
  };

  return [
    {kind: 'passport', name: 'passport', person: linnea, ...utopia, number: 'U4729013K', issueDate, expiryDate},
    {
      kind: 'passport',
      name: 'passport-expired',
      person: linnea,
      ...utopia,
      number: 'U1830275C',
      issueDate: shift(today, {years: -11, days: -40}),
      expiryDate: shift(today, {years: -1, days: -40}),
    },
    {kind: 'passport', name: 'passport-underage', person: tomas, ...utopia, number: 'U6604182R', issueDate, expiryDate},
    {
      kind: 'passport',
      name: 'passport-nld',
      person: pieter,
      issuer: 'NLD',
      issuerName: 'Netherlands',
      number: 'XN40C72B1',
      issueDate,
      expiryDate,
    },
    passportOfMei,
    {kind: 'passport', name: 'passport-kenji', person: kenji, ...utopia, number: 'U9316570A', issueDate, expiryDate},
    {kind: 'passport', name: 'passport-elena', person: elena, ...utopia, number: 'U2750914T', issueDate, expiryDate},
    {kind: 'passport', name: 'passport-marco', person: marco, ...utopia, number: 'U7483162D', issueDate, expiryDate},
    {kind: 'id-card', name: 'id', person: amara, ...utopia, number: 'C73918264', issueDate, expiryDate},
    {
      kind: 'licence',
      name: 'licence',
      person: jordan,
      iin: '636000',
      subdivision: 'VA',
      number: 'T64235789',
      issueDate,
      expiryDate,
    },
    {...passportOfMei, name: 'passport-blurry', camera: 'unfocused'},
    {...passportOfMei, name: 'passport-screen', camera: 'screen'},
    {
      ...passportOfMei,
      name: 'passport-mismatch',
      number: 'U6180532E',
      zone: {birthDate: shift(mei.birthDate, {years: 9, days: 40})},
    },
  ];
}

/** Days first, then years; 29 February becomes 1 March where the year has none. */
function shift(day: string, by: {years: number; days: number}): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by.days);
  date.setUTCFullYear(date.getUTCFullYear() + by.years);
  return date.toISOString().slice(0, 10);
}

/** People who can be filmed: the photograph of each that stands best before a camera. Their passports show another one. */
export const filmSpecimens = [
  {name: 'film-mei', photo: 'mei-1.jpg', passport: 'passport-mei'},
  {name: 'film-kenji', photo: 'kenji-1.jpg', passport: 'passport-kenji'},
  {name: 'film-elena', photo: 'elena-1.jpg', passport: 'passport-elena'},
  {name: 'film-marco', photo: 'marco-2.jpg', passport: 'passport-marco'},
  {name: 'film-robert', photo: 'robert-1.jpg', passport: undefined},
] as const;

/** Selfies, each with the specimens it belongs to; held against any other it is somebody else's. */
export const selfieSpecimens = [
  {name: 'selfie-mei', photo: 'mei-1.jpg', passport: 'passport-mei'},
  {name: 'selfie-kenji', photo: 'kenji-1.jpg', passport: 'passport-kenji'},
  {name: 'selfie-elena', photo: 'elena-1.jpg', passport: 'passport-elena'},
  {name: 'selfie-marco', photo: 'marco-2.jpg', passport: 'passport-marco'},
  {name: 'selfie-ingrid', photo: 'ingrid-1.jpg', passport: undefined},
  {name: 'selfie-robert', photo: 'robert-1.jpg', passport: undefined},
] as const;
