/**
 * Every screen of the flow as the server would ask for it, by name: for the tests of the screens and for the script that takes
 * their pictures. The people and places are invented.
 */
import {everyComponent} from '../../src/domain/default-templates.ts';
import {showComponents} from '../../src/domain/steps/show-components.ts';
import {emptyFields, type TypedFields} from '../../src/domain/template.ts';
import type {Position, Screen} from '../../src/protocol/position.ts';

const requester = 'Acme Bikes';

function position(screen: Screen, more: Partial<Position> = {}): Position {
  return {
    inquiryId: 'inq_screens',
    status: 'pending',
    version: 1,
    step: screen.kind,
    screen,
    progress: {done: screen.kind === 'consent' ? 0 : 1, of: 2},
    expiresAt: null,
    requester,
    ...more,
  };
}

type DocumentScreen = Extract<Screen, {kind: 'document'}>;

function documentPosition(screen: Partial<DocumentScreen>): Position {
  return position({
    kind: 'document',
    types: ['pp', 'dl', 'id', 'pr'],
    sides: [{side: 'front', state: 'wanted'}],
    attempt: 1,
    attemptsLeft: 2,
    problems: [],
    upload: true,
    ...screen,
  });
}

type SelfieScreen = Extract<Screen, {kind: 'selfie'}>;

function selfiePosition(screen: Partial<SelfieScreen>): Position {
  return position(
    {kind: 'selfie', liveness: true, attempt: 1, attemptsLeft: 2, problems: [], upload: false, ...screen},
    {progress: {done: 2, of: 3}},
  );
}

function challenge(pose: 'center' | 'left' | 'right', step: number): NonNullable<SelfieScreen['challenge']> {
  return {id: 'liv_screens', mode: 'poses', nonce: 'nonce', step, of: 4, pose, seconds: 40};
}

type ProofScreen = Extract<Screen, {kind: 'generic-document'}>;

function proofPosition(screen: Partial<ProofScreen>): Position {
  return position({
    kind: 'generic-document',
    types: ['utility_bill', 'phone_bill', 'bank_statement', 'other'],
    maximumAgeDays: 92,
    mostFiles: 5,
    attempt: 1,
    attemptsLeft: 2,
    problems: [],
    upload: true,
    ...screen,
  });
}

/** A screen of the template with every component, as a server would show it. */
export function formPosition(step: string, language = 'en', fields: TypedFields = {}): Position {
  const at = everyComponent.steps[step];
  if (at?.kind !== 'screen') throw new Error(`${step} is no screen`);
  const known = {...emptyFields(everyComponent.fields), ...fields};
  const components = showComponents(at.components, {fields: known, mayRead: true, language});
  return position({kind: 'form', components}, {step, progress: {done: 0, of: 3}});
}

const contact = {attempt: 1, attemptsLeft: 4, problems: [], waitSeconds: 0};
const finished = {status: 'approved', progress: {done: 2, of: 2}} as const;

export const positions = {
  consent: position({kind: 'consent', requester, retentionDays: 30, collects: ['document']}, {status: 'created'}),
  consentFace: position(
    {kind: 'consent', requester, retentionDays: 30, collects: ['document', 'face']},
    {status: 'created'},
  ),
  proof: proofPosition({}),
  proofRetry: proofPosition({
    attempt: 2,
    attemptsLeft: 1,
    problems: ['proof_too_old', 'proof_other_name', 'proof_other_address'],
  }),
  ready: documentPosition({}),
  readyOneCountry: documentPosition({countries: ['DE', 'AT'], types: ['pp', 'id']}),
  choose: documentPosition({asks: []}),
  chooseGuessed: documentPosition({asks: [{type: 'dl', country: 'GR'}]}),
  chooseOneCountry: documentPosition({countries: ['DE'], types: ['pp', 'id'], asks: []}),
  chooseEverything: documentPosition({types: ['pp', 'dl', 'id', 'pr', 'visa', 'other'], asks: []}),
  capturePassport: documentPosition({
    type: 'pp',
    country: 'DE',
    sides: [{side: 'front', state: 'wanted'}],
  }),
  captureAny: documentPosition({type: 'other'}),
  captureCard: documentPosition({
    type: 'id',
    country: 'DE',
    sides: [
      {side: 'front', state: 'wanted'},
      {side: 'back', state: 'wanted'},
    ],
  }),
  captureWithoutUpload: documentPosition({
    type: 'pp',
    upload: false,
    sides: [{side: 'front', state: 'wanted'}],
  }),
  turn: documentPosition({
    type: 'dl',
    country: 'US',
    sides: [
      {side: 'front', state: 'received'},
      {side: 'back', state: 'wanted'},
    ],
  }),
  retry: documentPosition({
    type: 'pp',
    attempt: 2,
    attemptsLeft: 1,
    problems: ['glare', 'mrz_not_found'],
    sides: [{side: 'front', state: 'wanted'}],
  }),
  retryOther: documentPosition({attempt: 2, attemptsLeft: 1, problems: ['type_not_accepted']}),
  retryLast: documentPosition({
    attempt: 3,
    attemptsLeft: 0,
    problems: ['no_document'],
    sides: [{side: 'front', state: 'wanted'}],
  }),
  formPerson: formPosition('person'),
  formContact: formPosition('contact'),
  formMore: formPosition('more'),
  formLocked: formPosition('person', 'en', {
    'name-first': {type: 'string', value: 'Linnea'},
    birthdate: {type: 'date', value: '1990-04-03'},
    'tax-number': {type: 'string', value: '12345678901'},
  }),
  phoneNumber: position({kind: 'phone-number', phase: 'entering', ...contact}),
  phoneKnown: position({kind: 'phone-number', phase: 'entering', ...contact, known: '•••• 4455'}),
  phoneCode: position({kind: 'phone-number', phase: 'confirming', ...contact, to: '+49 151 23456789', waitSeconds: 20}),
  emailAddress: position({kind: 'email-address', phase: 'entering', ...contact, problems: ['address_disposable']}),
  emailCode: position({
    kind: 'email-address',
    phase: 'confirming',
    ...contact,
    to: 'linnea.solberg@example.com',
    problems: ['code_wrong'],
  }),
  processing: position({kind: 'processing', subject: 'document', words: []}),
  processingHalf: position({
    kind: 'processing',
    subject: 'document',
    words: ['received', 'found_document', 'reading_text'],
  }),
  processingSelfie: position({kind: 'processing', subject: 'selfie', words: ['received', 'finding_face']}),
  selfie: selfiePosition({}),
  selfieUpload: selfiePosition({liveness: false, upload: true}),
  selfieCenter: selfiePosition({challenge: challenge('center', 0)}),
  selfieLeft: selfiePosition({challenge: challenge('left', 1)}),
  selfieRight: selfiePosition({challenge: challenge('right', 2)}),
  selfieRetry: selfiePosition({attempt: 2, attemptsLeft: 1, problems: ['not_live']}),
  // an app's address: the screen returns by itself after a moment, and one of the web would take the test's page along
  success: position({kind: 'success', review: false}, {...finished, redirectUri: 'acme-bikes://done'}),
  review: position({kind: 'success', review: true}, {...finished, status: 'needs_review'}),
  failed: position({kind: 'failed', problems: ['expired'], canRestart: false}, {status: 'declined', progress: null}),
  failedManyRestart: position(
    {kind: 'failed', problems: ['blurry', 'glare', 'cut_off'], canRestart: true},
    {status: 'failed', progress: null},
  ),
  failedPlain: position({kind: 'failed', problems: [], canRestart: false}, {status: 'declined', progress: null}),
  expired: position({kind: 'expired'}, {status: 'expired', progress: null}),
} satisfies Record<string, Position>;

export type PositionName = keyof typeof positions;
