import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Codul dvs. pentru {requester}',
  codeMail:
    'Codul dvs. este {code}\n\nIntroduceți-l pe pagina {requester} care l-a cerut. Este valabil {minutes} min.\n\nNu îl spuneți nimănui, nici măcar la telefon. Dacă nu ați cerut un cod, nu trebuie să faceți nimic.',
  codeText: '{code} este codul dvs. pentru {requester}. Nu îl spuneți nimănui.',
  linkSubject: 'Continuați cu {requester} pe acest dispozitiv',
  linkMail:
    'Ați cerut să continuați pe alt dispozitiv. Deschideți acolo acest link:\n\n{link}\n\nFuncționează o dată, timp de o oră. Dacă nu l-ați cerut, nu îl deschideți.',
  linkText: '{requester}: continuați aici: {link}',
} satisfies MessageWords;
