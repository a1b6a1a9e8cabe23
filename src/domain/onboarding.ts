/** Longer templates that ship: a whole onboarding, an age check, and looking somebody up in records. */
import type {Expression} from '../protocol/expression.ts';
import type {Step, TemplateGraph} from '../protocol/template.ts';

type Steps = TemplateGraph['steps'];
type Components = Extract<Step, {kind: 'screen'}>['components'];

const consent = (next: string): Step => ({kind: 'consent', next, retentionDays: 365});
const ends: Steps = {success: {kind: 'success'}, failed: {kind: 'failed'}};

const document = (next: string): Step => ({
  kind: 'document',
  next,
  failed: 'failed',
  attempts: 3,
  upload: true,
  config: {types: ['pp', 'dl', 'id', 'pr']},
});

const selfie = (next: string): Step => ({
  kind: 'selfie',
  next,
  failed: 'failed',
  attempts: 3,
  upload: false,
  config: {liveness: 'required'},
});

/** Who somebody says they are, and where they live; `more` stands between the two. */
const about = (next: string, more: Components = []): Step => ({
  kind: 'screen',
  next,
  components: [
    {kind: 'title', text: {en: 'About you', de: 'Über Sie', ar: 'عنك', ja: 'あなたについて'}},
    {
      kind: 'text',
      text: {
        en: 'As it stands on your identity document.',
        de: 'So, wie es auf Ihrem Ausweis steht.',
        ar: 'كما هو مكتوب في وثيقة هويتك.',
        ja: '身分証明書の記載どおりに入力してください。',
      },
    },
    {
      kind: 'text-input',
      field: 'name-first',
      label: {en: 'First name', de: 'Vorname', ar: 'الاسم الأول', ja: '名'},
      required: true,
      maxLength: 100,
      autocomplete: 'given-name',
    },
    {
      kind: 'text-input',
      field: 'name-last',
      label: {en: 'Last name', de: 'Nachname', ar: 'اسم العائلة', ja: '姓'},
      required: true,
      maxLength: 100,
      autocomplete: 'family-name',
    },
    ...more,
    {
      kind: 'address',
      field: 'address',
      label: {en: 'Home address', de: 'Wohnadresse', ar: 'عنوان السكن', ja: '住所'},
      required: true,
    },
  ],
});

/**
 * Form, phone, document, selfie; and whoever lives elsewhere than their document comes from also shows where. Everything that was
 * found out goes to the account.
 */
export const onboardingSteps: Steps = {
  consent: consent('about'),
  about: about('phone'),
  phone: {kind: 'phone-number', next: 'document', failed: 'failed', attempts: 3, config: {}},
  document: document('selfie'),
  selfie: selfie('where'),
  where: {
    kind: 'branching',
    routes: [
      {
        if: {'==': [{var: 'verifications.document.country'}, {var: 'fields.address-country-code'}]},
        next: 'keep',
      },
    ],
    else: 'proof',
  },
  proof: {
    kind: 'generic-document',
    next: 'keep',
    failed: 'failed',
    attempts: 3,
    upload: true,
    mostFiles: 5,
    config: {types: ['utility_bill', 'phone_bill', 'bank_statement', 'residence_certificate'], maximumAgeDays: 92},
  },
  keep: {kind: 'action', actions: [{do: 'save-account', tags: ['onboarded']}], next: 'success'},
  ...ends,
};

/** What an age check answers: only that, and on what it rests. */
export const ageCheckFields: TemplateGraph['fields'] = {
  'age-confirmed': {type: 'boolean'},
  'age-confirmed-by': {type: 'choices', choices: ['estimate', 'document']},
};

const adult = 18;

/**
 * The face first: who clearly looks older than the limit is done, and nothing but that is kept. Everybody else shows a document, whose
 * portrait must be the face that was before the camera; nobody is refused for how young they look. Where the law wants a document
 * of everybody, a template begins with it.
 */
export const ageCheckSteps: Steps = {
  consent: consent('selfie'),
  selfie: {
    kind: 'selfie',
    next: 'by-face',
    failed: 'failed',
    attempts: 3,
    upload: false,
    config: {liveness: 'required', minimumAge: adult, requirements: {selfie_id_comparison: 'not_required'}},
  },
  'by-face': {
    kind: 'branching',
    routes: [
      {
        if: {
          and: [
            {'==': [{var: 'verifications.selfie.status'}, 'passed']},
            {'==': [{var: 'checks.selfie.selfie_liveness_detection'}, 'passed']},
            {'==': [{var: 'checks.selfie.selfie_age_estimation'}, 'passed']},
          ],
        },
        next: 'estimated',
      },
    ],
    else: 'document',
  },
  estimated: ageConfirmedBy('estimate', true),
  document: {
    kind: 'document',
    next: 'documented',
    failed: 'failed',
    attempts: 3,
    upload: true,
    config: {types: ['pp', 'dl', 'id', 'pr'], minimumAge: adult, requirements: {id_selfie_comparison: 'required'}},
  },
  documented: ageConfirmedBy('document', {'==': [{var: 'checks.document.id_age_comparison'}, 'passed']}),
  ...ends,
};

function ageConfirmedBy(way: 'estimate' | 'document', confirmed: Expression): Step {
  return {
    kind: 'action',
    actions: [
      {do: 'set-field', field: 'age-confirmed', value: confirmed},
      {do: 'set-field', field: 'age-confirmed-by', value: way},
    ],
    next: 'success',
  };
}

/** What somebody says of themselves, held against records; a person decides about whoever is not in them. */
export const databaseSteps: Steps = {
  consent: consent('about'),
  about: about('lookup', [
    {
      kind: 'date',
      field: 'birthdate',
      label: {en: 'Date of birth', de: 'Geburtsdatum', ar: 'تاريخ الميلاد', ja: '生年月日'},
      required: true,
      maxAge: 120,
      autocomplete: 'bday',
    },
  ]),
  lookup: {kind: 'database', next: 'success', failed: 'success', config: {source: 'residents'}},
  success: {kind: 'success'},
};
