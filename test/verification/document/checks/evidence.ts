/** Pictures and files that between them bring every check of a government ID to each answer that it can give. */
import {readFile} from 'node:fs/promises';
import sharp from 'sharp';
import {
  specimens,
  type LicenceSpecimen,
  type Specimen,
  type TravelSpecimen,
} from '../../../../src/cli/specimens/catalogue.ts';
import {photographSpecimen} from '../../../../src/cli/specimens.ts';
import type {GovernmentIdInput} from '../../../../src/verification/engine.ts';
import {pasteOver, peopleWithPhoto} from '../authenticity/forged-portrait.ts';
import {photographSides} from '../photographed.ts';

export const today = '2026-11-22';

export interface Submission {
  /** What is special about it. */
  story: string;
  front?: Uint8Array;
  back?: Uint8Array;
  about?: Partial<Omit<GovernmentIdInput, 'evidence'>>;
}

type Selfie = NonNullable<GovernmentIdInput['selfie']>;

/** `selfie`: of the holder of the first passport. */
export async function submissions(selfie: Selfie): Promise<Submission[]> {
  const [mei, kenji] = peopleWithPhoto;
  if (!mei || !kenji) throw new Error('Two people have a photograph');
  const passport = await front(mei, 21);
  const [licenceFront, licenceBack] = [await shipped('licence-front-photo'), await shipped('licence-back-photo')];
  const [, spoiled] = await photographSides(
    licence({...wrongLicence, person: {...licence().person, birthDate: '2015-01-01'}}),
  );
  const dutch = await shipped('passport-nld-photo');
  const named = {'name-last': 'Arakawa'};
  return [
    {
      story: 'a passport as it was issued, of the person who is expected',
      front: passport,
      about: {selfie, expected: {inquiry: named, account: named}, config: {minimumAge: 18}},
    },
    {
      story: 'another’s portrait pasted over it in an editor, where nothing of it is accepted',
      front: await saidBy('GIMP 2.10', await pasteOver(passport, faceOfPassport, kenji, 85)),
      about: {
        selfie,
        sandbox: false,
        expected: {inquiry: {'name-last': 'Marchetti'}, account: {'name-last': 'Marchetti'}},
        config: {countries: ['FR'], types: ['visa'], minimumAge: 90},
      },
    },
    {
      story: 'an expired one, copied in grey under a lamp, by a program that makes pictures from words',
      front: await saidBy('Stable Diffusion', await greyUnderLamp(await shipped('passport-expired-photo'))),
    },
    {story: 'zone and print say different birthdays', front: await made('passport-mismatch')},
    {story: 'out of focus', front: await made('passport-blurry')},
    {story: 'shown by a screen', front: await made('passport-screen')},
    {story: 'too small a picture', front: new Uint8Array(await sharp(passport).resize(400).jpeg().toBuffer())},
    {story: 'a passport of the Netherlands', front: dutch},
    {
      story: 'one with a number that nobody is given, valid for too long',
      front: await front({...travel('passport-nld'), number: '123456789', expiryDate: '2046-01-01'}, 12),
    },
    {story: 'two documents for one', front: dutch, back: passport},
    {story: 'a licence', front: licenceFront, back: licenceBack},
    {
      story: 'one side of a licence twice, which contradicts itself',
      ...(spoiled && {front: spoiled, back: spoiled}),
      about: {config: {minimumAge: 18}},
    },
    {story: 'the back of a licence alone', back: licenceBack},
    {
      story: 'a card that does not say what it is, without its back',
      front: await withoutCode(licenceBack),
      about: {chosen: {type: 'dl', country: 'US'}},
    },
    {story: 'no document', front: await shipped('cat'), about: {chosen: {type: 'pp'}}},
    {
      story: 'no picture',
      front: new TextEncoder().encode('hello'),
      about: {config: {requiredFields: []}},
    },
  ];
}

/** Of somebody in a post-office box, by an issuer that nobody knows. */
const wrongLicence: Partial<LicenceSpecimen> = {
  iin: '636099',
  street: 'PO BOX 12',
  realId: false,
  issueDate: '2020-12-04',
};

/** Where `photographSides` puts the face of a passport with the seed 21. */
const faceOfPassport = {x: 300, y: 400, width: 160, height: 200};

function licence(changes: Partial<LicenceSpecimen> = {}): LicenceSpecimen {
  const found = byName('licence');
  if (found.kind !== 'licence') throw new Error('The licence is one');
  return {...found, ...changes};
}

function travel(name: string): TravelSpecimen {
  const found = byName(name);
  if (found.kind === 'licence') throw new Error(`${name} is a licence`);
  return found;
}

function byName(name: string): Specimen {
  const found = specimens(today).find((one) => one.name === name);
  if (!found) throw new Error(`Nothing is called ${name}`);
  return found;
}

async function front(specimen: Specimen, seed: number): Promise<Uint8Array> {
  const [side] = await photographSides(specimen, {seed});
  if (!side) throw new Error('It has a front');
  return side;
}

/** As `countersign specimens make` takes its picture: some are out of focus, or of a screen. */
async function made(name: string): Promise<Uint8Array> {
  const [photo] = await photographSpecimen(name, today);
  if (!photo) throw new Error(`Nothing is called ${name}`);
  return photo.jpeg;
}

async function shipped(name: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(new URL(`../../../../demo/specimens/${name}.jpg`, import.meta.url)));
}

async function saidBy(software: string, jpeg: Uint8Array): Promise<Uint8Array> {
  const said = sharp(jpeg)
    .withExif({IFD0: {Software: software}})
    .jpeg({quality: 85});
  return new Uint8Array(await said.toBuffer());
}

async function greyUnderLamp(jpeg: Uint8Array): Promise<Uint8Array> {
  const lamp = '<svg width="1600" height="1200"><ellipse cx="1080" cy="520" rx="260" ry="170" fill="#fff"/></svg>';
  const grey = await sharp(jpeg).grayscale().toColourspace('srgb').png().toBuffer();
  return new Uint8Array(
    await sharp(grey)
      .composite([{input: Buffer.from(lamp)}])
      .jpeg({quality: 85})
      .toBuffer(),
  );
}

/** With white paper over the bar code. */
async function withoutCode(back: Uint8Array): Promise<Uint8Array> {
  const paper = '<svg width="1600" height="1200"><rect x="300" y="380" width="1000" height="400" fill="#eee"/></svg>';
  return new Uint8Array(
    await sharp(back)
      .composite([{input: Buffer.from(paper)}])
      .jpeg({quality: 85})
      .toBuffer(),
  );
}
