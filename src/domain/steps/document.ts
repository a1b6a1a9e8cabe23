/**
 * The document step: a picture -> processing, which says what it is -> the next step, another side, the question what it is where
 * the pictures do not say, another attempt, or an end.
 *
 * The rule of the end, by the weight of the problems (`document-problems.ts`):
 * - `person` problems alone (expired, underage): the inquiry finishes at once and `template.decision.failedCheck` decides.
 * - `capture` or `document` problems: another attempt while there is one.
 * - Last attempt used: anything that speaks of the document or the person lets the template decide;
 *   nothing but bad pictures goes to the step's `failed` target.
 */
import {documentSides, documentTypes, twoSidedTypes} from '../../protocol/government-id.ts';
import type {DocumentSide, DocumentType, KindGuess} from '../../protocol/government-id.ts';
import type {EvidenceSide, SubmitStep} from '../../protocol/flow.ts';
import type {DocumentProblem} from './document-problems.ts';
import type {DocumentVerdict} from './document-verdict.ts';
import {refuse} from './step.ts';
import type {FlowEvidence, StateOf, StepOf, StepOutcome, StepRule, SubmitGround} from './step.ts';

type DocumentState = StateOf<'document'>;
type DocumentStep = StepOf<'document'>;
type Outcome = StepOutcome<'document'>;

export const documentRule: StepRule<'document'> = {
  enter: (step) => ({
    kind: 'document',
    phase: 'collecting',
    attempt: 1,
    sideAsked: false,
    wanted: sidesOf(onlyType(step)),
    received: [],
    problems: [],
  }),

  submit(step, state, submit, ground) {
    if (state.phase === 'processing') return {type: 'late'};
    switch (submit.action) {
      case 'accept':
        // the consent screen of a second tab, or its answer lost and sent again
        return {type: 'late'};
      case 'choose':
        return choose(step, state, submit, ground);
      case 'rechoose':
        return {type: 'stay', state: startAgain(step, state), effects: []};
      case 'submit':
        return takePictures(step, state, submit, ground);
      default:
        return refuse('bad_request', '/action', 'This step takes pictures of a document.');
    }
  },

  screen(step, state, view) {
    if (state.phase === 'processing') return {kind: 'processing', subject: 'document', words: [...view.words]};
    return {
      kind: 'document',
      ...(step.config.countries && {countries: step.config.countries}),
      types: acceptedTypes(step),
      ...(state.country !== undefined && {country: state.country}),
      ...(state.type !== undefined && {type: state.type}),
      ...(state.asks && {asks: state.asks}),
      sides: state.wanted.map((side) => ({side, state: has(state, side) ? 'received' : 'wanted'})),
      attempt: state.attempt,
      attemptsLeft: Math.max(0, step.attempts - state.attempt),
      problems: state.problems,
      upload: step.upload,
    };
  },
};

/** What the engine's verdict does to the step that waited for it. */
export function applyVerdict(step: DocumentStep, state: DocumentState, verdict: DocumentVerdict): Outcome {
  switch (verdict.type) {
    case 'passed':
      return {type: 'go', to: step.next, problems: [], effects: []};
    case 'missing_side':
      // asked a second time within one attempt, pictures alone will not settle it: that would never end
      return state.sideAsked || has(state, verdict.side)
        ? failedAttempt(step, state, [{code: 'wrong_side', weight: 'capture'}])
        : askForSide(state, verdict);
    case 'unsure':
      return askForKind(step, state, verdict.guesses);
    case 'failed':
      return failedAttempt(step, state, verdict.problems);
    case 'unavailable':
      return {
        type: 'stay',
        state: collectAgain(step, state, {attempt: state.attempt, problems: ['engine_unavailable']}),
        effects: [],
      };
  }
}

/** The types a template accepts, in the order of the protocol. */
function acceptedTypes(step: DocumentStep): DocumentType[] {
  return [...(step.config.types ?? documentTypes)];
}

/** Where one type alone is accepted nothing has to be found out before its sides are asked for. */
function onlyType(step: DocumentStep): DocumentType | undefined {
  const [type, ...others] = acceptedTypes(step);
  return others.length === 0 ? type : undefined;
}

/** The sides to ask for: both where the document is known to have two; the front where the picture shall tell. */
function sidesOf(type: DocumentType | undefined): DocumentSide[] {
  return type !== undefined && twoSidedTypes.includes(type) ? ['front', 'back'] : ['front'];
}

/** What the person says: the pictures that were asked about stay, any others begin anew. */
function choose(
  step: DocumentStep,
  state: DocumentState,
  submit: Extract<SubmitStep, {action: 'choose'}>,
  ground: SubmitGround,
): Outcome {
  const {country, type} = submit;
  if (country !== undefined && !/^[A-Z]{2}$/.test(country)) {
    return refuse('invalid_field', '/country', 'Expected an ISO 3166-1 alpha-2 code in capitals.');
  }
  if (country !== undefined && step.config.countries && !step.config.countries.includes(country)) {
    return refuse('invalid_field', '/country', 'Documents of this country are not accepted here.');
  }
  if (type !== undefined && !acceptedTypes(step).includes(type)) {
    return refuse('invalid_field', '/type', 'Documents of this type are not accepted here.');
  }
  const {asks, ...asked} = state;
  const said = {...(country !== undefined && {country}), ...(type !== undefined && {type, said: true})};
  if (asks && type !== undefined) {
    const wanted = [...new Set([...state.wanted, ...sidesOf(type)])];
    return goOn({...asked, ...said, wanted}, ground);
  }
  // the words about the last attempt stay until the next one is sent
  const fresh: DocumentState = {...startAgain(step, state), ...said, problems: state.problems};
  return {
    type: 'stay',
    state: type === undefined ? fresh : {...fresh, wanted: sidesOf(type)},
    effects: [],
  };
}

function takePictures(
  step: DocumentStep,
  state: DocumentState,
  submit: Extract<SubmitStep, {action: 'submit'}>,
  ground: SubmitGround,
): Outcome {
  const pictures = submit.evidence.flatMap(({side, id}) => (isSide(side) ? [{side, id}] : []));
  const sides = pictures.map(({side}) => side);
  if (pictures.length < submit.evidence.length)
    return refuse('bad_request', '/evidence', 'Expected sides of a document: front or back.');
  if (new Set(sides).size < sides.length)
    return refuse('bad_request', '/evidence', 'Expected at most one picture of each side.');

  for (const [index, {side, id}] of pictures.entries()) {
    const trouble = troubleWith(ground.evidence.get(id), {side, step, stepName: ground.stepName});
    if (trouble) return refuse('invalid_field', `/evidence/${index}/id`, trouble);
  }

  const {asks: _answered, ...going} = state;
  const received = [...state.received.filter(({side}) => !sides.includes(side)), ...pictures];
  const wanted = [...state.wanted, ...sides.filter((side) => !state.wanted.includes(side))];
  return goOn({...going, wanted, received}, ground);
}

/** To the engine once every wanted side is there. */
function goOn(state: DocumentState, {newVerificationId}: SubmitGround): Outcome {
  const complete = state.wanted.every((side) => has(state, side));
  if (!complete) return {type: 'stay', state, effects: [{type: 'started'}]};
  const verificationId = state.verificationId ?? newVerificationId;
  return {
    type: 'stay',
    state: {...state, phase: 'processing', problems: [], verificationId},
    effects: [
      {type: 'started'},
      {
        type: 'verify',
        kind: 'government-id',
        verificationId,
        attempt: state.attempt,
        evidence: state.received,
        chosen: state.said
          ? {
              ...(state.country !== undefined && {country: state.country}),
              ...(state.type !== undefined && {type: state.type}),
            }
          : {},
      },
    ],
  };
}

function troubleWith(
  evidence: FlowEvidence | undefined,
  expected: {side: DocumentSide; step: DocumentStep; stepName: string},
): string | undefined {
  if (!evidence || evidence.step !== expected.stepName) return 'No such picture in this step.';
  if (evidence.state !== 'ready') return 'The picture has not arrived completely.';
  if (evidence.side !== expected.side) return `The picture was sent as the ${evidence.side} side.`;
  if (evidence.capture === 'upload' && !expected.step.upload) return 'This step takes pictures from the camera only.';
  return undefined;
}

/** The classification fills what the person did not choose; the attempt goes on with the side that is missing. */
function askForSide(state: DocumentState, verdict: Extract<DocumentVerdict, {type: 'missing_side'}>): Outcome {
  const country = state.country ?? verdict.country;
  const type = state.type ?? verdict.documentType;
  return {
    type: 'stay',
    state: {
      ...state,
      phase: 'collecting',
      ...(country !== undefined && {country}),
      ...(type !== undefined && {type}),
      sideAsked: true,
      wanted: state.wanted.includes(verdict.side) ? state.wanted : [...state.wanted, verdict.side],
      problems: [],
    },
    effects: [],
  };
}

/** Costs no attempt: the pictures are good, and stay. What the template does not take is no answer. */
function askForKind(step: DocumentStep, state: DocumentState, guesses: KindGuess[]): Outcome {
  const {countries} = step.config;
  const types = acceptedTypes(step);
  // with one possible answer there is no question, and one that was answered is not asked again
  if (state.kindAsked || (types.length === 1 && countries?.length === 1)) {
    return failedAttempt(step, state, [{code: 'no_document', weight: 'capture'}]);
  }
  const asks = guesses.filter(({type, country}) => {
    return types.includes(type) && (country === undefined || !countries || countries.includes(country));
  });
  return {type: 'stay', state: {...state, phase: 'collecting', asks, kindAsked: true, problems: []}, effects: []};
}

function failedAttempt(step: DocumentStep, state: DocumentState, problems: DocumentProblem[]): Outcome {
  const codes = problems.map(({code}) => code);
  const aboutPerson = problems.length > 0 && problems.every(({weight}) => weight === 'person');
  if (aboutPerson) return {type: 'finish', problems: codes, effects: []};
  if (state.attempt < step.attempts) {
    const otherDocument = codes.includes('type_not_accepted') || codes.includes('country_not_accepted');
    const next = collectAgain(step, state, {attempt: state.attempt + 1, problems: codes});
    return {type: 'stay', state: otherDocument ? {...startAgain(step, next), problems: codes} : next, effects: []};
  }
  if (problems.some(({weight}) => weight !== 'capture')) return {type: 'finish', problems: codes, effects: []};
  return {type: 'go', to: step.failed, problems: codes, effects: []};
}

/** The next pictures of the same document: what it is stays, the pictures go. */
function collectAgain(
  step: DocumentStep,
  state: DocumentState,
  next: Pick<DocumentState, 'attempt' | 'problems'>,
): DocumentState {
  const {verificationId: _spent, kindAsked: _asked, ...kept} = state;
  return {
    ...kept,
    ...next,
    phase: 'collecting',
    sideAsked: false,
    wanted: sidesOf(state.type ?? onlyType(step)),
    received: [],
  };
}

/** Another document: of this attempt only its number stays, its verification, and what was asked already. */
function startAgain(step: DocumentStep, state: DocumentState): DocumentState {
  return {
    kind: 'document',
    phase: 'collecting',
    attempt: state.attempt,
    sideAsked: state.sideAsked,
    ...(state.kindAsked && {kindAsked: true}),
    wanted: sidesOf(onlyType(step)),
    received: [],
    problems: [],
    ...(state.verificationId !== undefined && {verificationId: state.verificationId}),
  };
}

function isSide(side: EvidenceSide): side is DocumentSide {
  return documentSides.some((one) => one === side);
}

function has(state: DocumentState, side: DocumentSide): boolean {
  return state.received.some((one) => one.side === side);
}
