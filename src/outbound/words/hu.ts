import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Az Ön kódja – {requester}',
  codeMail:
    'Az Ön kódja: {code}\n\nÍrja be azon az oldalon, amely kérte ({requester}). {minutes} percig érvényes.\n\nSenkinek ne árulja el, telefonon sem. Ha nem kért kódot, nincs teendője.',
  codeText: '{code} az Ön kódja ({requester}). Senkinek ne árulja el.',
  linkSubject: 'Folytatás ezen az eszközön – {requester}',
  linkMail:
    'Azt kérte, hogy másik eszközön folytathassa. Nyissa meg ott ezt a linket:\n\n{link}\n\nEgyszer, egy órán belül működik. Ha nem Ön kérte, ne nyissa meg.',
  linkText: '{requester}: itt folytathatja: {link}',
} satisfies MessageWords;
