/** Three screens with every component there is: the reference page of docs/templates/screens.md, and what the tests fill in. */
import type {TemplateGraph} from '../protocol/template.ts';

type Graph = Pick<TemplateGraph, 'start' | 'steps' | 'fields'>;

const person: TemplateGraph['steps'][string] = {
  kind: 'screen',
  next: 'contact',
  components: [
    {kind: 'image', src: 'card', alt: ''},
    {kind: 'title', text: {en: 'About you', de: 'Über Sie', ar: 'عنك'}},
    {
      kind: 'text',
      text: {
        en: 'As it stands on your **identity document**.',
        de: 'So, wie es auf Ihrem **Ausweis** steht.',
        ar: 'كما هو مكتوب في **وثيقة هويتك**.',
      },
    },
    {
      kind: 'text-input',
      field: 'name-first',
      label: {en: 'First name', de: 'Vorname', ar: 'الاسم الأول'},
      required: true,
      maxLength: 100,
      autocomplete: 'given-name',
    },
    {
      kind: 'text-input',
      field: 'name-last',
      label: {en: 'Last name', de: 'Nachname', ar: 'اسم العائلة'},
      required: true,
      maxLength: 100,
      autocomplete: 'family-name',
    },
    {
      kind: 'date',
      field: 'birthdate',
      label: {en: 'Date of birth', de: 'Geburtsdatum', ar: 'تاريخ الميلاد'},
      required: true,
      minAge: 18,
      maxAge: 120,
      autocomplete: 'bday',
    },
    {
      kind: 'country',
      field: 'citizenship',
      label: {en: 'Citizenship', de: 'Staatsangehörigkeit', ar: 'الجنسية'},
      required: true,
    },
    {
      kind: 'id-type',
      field: 'id-type',
      label: {en: 'Which document do you have?', de: 'Welches Dokument haben Sie?', ar: 'أي وثيقة لديك؟'},
      required: true,
      types: ['pp', 'id', 'dl'],
    },
    {
      kind: 'masked-text',
      field: 'tax-number',
      label: {en: 'Tax number', de: 'Steuernummer', ar: 'الرقم الضريبي'},
      help: {en: 'Eleven digits.', de: 'Elf Ziffern.', ar: 'أحد عشر رقمًا.'},
      mask: '## ### ### ###',
      writeOnce: true,
    },
  ],
};

const contact: TemplateGraph['steps'][string] = {
  kind: 'screen',
  next: 'more',
  components: [
    {kind: 'title', text: {en: 'How we reach you', de: 'Wie wir Sie erreichen', ar: 'كيف نتواصل معك'}},
    {
      kind: 'text-input',
      field: 'email-address',
      label: {en: 'Email', de: 'E-Mail', ar: 'البريد الإلكتروني'},
      placeholder: 'name@example.com',
      required: true,
      format: 'email',
    },
    {
      kind: 'phone',
      field: 'phone-number',
      label: {en: 'Mobile phone', de: 'Mobiltelefon', ar: 'الهاتف المحمول'},
      required: true,
    },
    {
      kind: 'address',
      field: 'address',
      label: {en: 'Home address', de: 'Wohnadresse', ar: 'عنوان السكن'},
      required: true,
    },
    {
      kind: 'url',
      field: 'website',
      label: {en: 'Your website', de: 'Ihre Website', ar: 'موقعك الإلكتروني'},
      placeholder: 'www.example.com',
    },
  ],
};

const purpose = (value: string, en: string, de: string, ar: string) => ({value, label: {en, de, ar}});

const more: TemplateGraph['steps'][string] = {
  kind: 'screen',
  next: 'success',
  components: [
    {kind: 'title', text: {en: 'A few more questions', de: 'Noch ein paar Fragen', ar: 'بضعة أسئلة أخرى'}},
    {
      kind: 'radio-group',
      field: 'employment',
      label: {en: 'What do you do?', de: 'Was machen Sie?', ar: 'ماذا تعمل؟'},
      required: true,
      options: [
        purpose('employed', 'I am employed', 'Ich bin angestellt', 'موظف'),
        purpose('self-employed', 'I work for myself', 'Ich bin selbstständig', 'أعمل لحسابي'),
        purpose('other', 'Something else', 'Etwas anderes', 'شيء آخر'),
      ],
    },
    {
      kind: 'text-area',
      field: 'employment-note',
      label: {en: 'Tell us more', de: 'Erzählen Sie mehr', ar: 'أخبرنا بالمزيد'},
      required: true,
      minLength: 3,
      maxLength: 500,
      rows: 3,
      showIf: {'==': [{var: 'fields.employment'}, 'other']},
    },
    {
      kind: 'number',
      field: 'income',
      label: {en: 'Income a year, in thousands', de: 'Einkommen im Jahr, in Tausend', ar: 'الدخل السنوي بالآلاف'},
      min: 0,
      max: 100_000,
      decimals: 1,
    },
    {
      kind: 'select',
      field: 'purpose',
      label: {en: 'What is the account for?', de: 'Wofür ist das Konto?', ar: 'ما الغرض من الحساب؟'},
      required: true,
      options: [
        purpose('salary', 'My salary', 'Mein Gehalt', 'راتبي'),
        purpose('savings', 'Savings', 'Ersparnisse', 'الادخار'),
        purpose('business', 'My business', 'Mein Geschäft', 'عملي'),
      ],
    },
    {
      kind: 'multi-select',
      field: 'sources',
      label: {en: 'Where does the money come from?', de: 'Woher kommt das Geld?', ar: 'من أين يأتي المال؟'},
      required: true,
      max: 3,
      options: [
        purpose('work', 'Work', 'Arbeit', 'العمل'),
        purpose('inheritance', 'Inheritance', 'Erbschaft', 'ميراث'),
        purpose('investments', 'Investments', 'Geldanlagen', 'استثمارات'),
        purpose('gift', 'A gift', 'Ein Geschenk', 'هدية'),
      ],
    },
    {
      kind: 'checkbox-group',
      field: 'news',
      label: {en: 'What may we write to you about?', de: 'Worüber dürfen wir schreiben?', ar: 'عمّ يمكننا مراسلتك؟'},
      options: [
        purpose('offers', 'Offers', 'Angebote', 'العروض'),
        purpose('security', 'Security advice', 'Sicherheitshinweise', 'نصائح الأمان'),
      ],
    },
    {
      kind: 'file',
      field: 'proof',
      label: {en: 'Proof of income', de: 'Einkommensnachweis', ar: 'إثبات الدخل'},
      help: {
        en: 'A pay slip of this year.',
        de: 'Eine Gehaltsabrechnung aus diesem Jahr.',
        ar: 'قسيمة راتب من هذا العام.',
      },
    },
    {kind: 'spacer', size: 'small'},
    {
      kind: 'checkbox',
      field: 'terms',
      label: {
        en: 'I agree to the [terms](https://example.com/terms).',
        de: 'Ich stimme den [Bedingungen](https://example.com/terms) zu.',
        ar: 'أوافق على [الشروط](https://example.com/terms).',
      },
      required: true,
    },
    {kind: 'button', text: {en: 'Send', de: 'Absenden', ar: 'إرسال'}},
    {
      kind: 'button',
      text: {en: 'I would rather not say', de: 'Das möchte ich nicht sagen', ar: 'أفضّل ألا أجيب'},
      look: 'quiet',
      next: 'failed',
    },
    {
      kind: 'footer',
      text: {
        en: 'Your answers are sealed on the way and kept only as long as the law asks.',
        de: 'Ihre Antworten sind unterwegs versiegelt und bleiben nur, solange das Gesetz es verlangt.',
        ar: 'إجاباتك مشفّرة أثناء الإرسال ولا تُحفظ إلا بقدر ما يتطلبه القانون.',
      },
    },
  ],
};

export const everyComponentScreens: Graph = {
  start: 'person',
  steps: {person, contact, more, success: {kind: 'success'}, failed: {kind: 'failed'}},
  fields: {
    citizenship: {type: 'string'},
    'id-type': {type: 'choices', choices: ['pp', 'id', 'dl']},
    'tax-number': {type: 'string'},
    website: {type: 'string'},
    employment: {type: 'choices', choices: ['employed', 'self-employed', 'other']},
    'employment-note': {type: 'string'},
    income: {type: 'number'},
    purpose: {type: 'choices', choices: ['salary', 'savings', 'business']},
    sources: {type: 'multi_choices', choices: ['work', 'inheritance', 'investments', 'gift']},
    news: {type: 'multi_choices', choices: ['offers', 'security']},
    proof: {type: 'file'},
    terms: {type: 'boolean'},
  },
};
