import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Ang inyong code para sa {requester}',
  codeMail:
    'Ang inyong code ay {code}\n\nIlagay ito sa pahina ng {requester} na humingi nito. Gagana ito nang {minutes} minuto.\n\nHuwag itong sabihin kahit kanino, kahit sa telepono. Kung hindi kayo humingi ng code, wala kayong kailangang gawin.',
  codeText: '{code} ang inyong code para sa {requester}. Huwag itong sabihin kahit kanino.',
  linkSubject: 'Magpatuloy sa {requester} sa device na ito',
  linkMail:
    'Hiniling ninyong magpatuloy sa ibang device. Buksan doon ang link na ito:\n\n{link}\n\nIsang beses itong gagana, sa loob ng isang oras. Kung hindi ninyo ito hiniling, huwag itong buksan.',
  linkText: '{requester}: magpatuloy rito: {link}',
} satisfies MessageWords;
