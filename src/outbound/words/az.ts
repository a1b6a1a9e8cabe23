import type {MessageWords} from './en.ts';

export default {
  codeSubject: '{requester} üçün kodunuz',
  codeMail:
    'Kodunuz: {code}\n\nOnu kodu istəyən səhifədə ({requester}) yazın. Kod {minutes} dəqiqə etibarlıdır.\n\nOnu heç kimə, hətta telefonda da deməyin. Kod istəməmisinizsə, heç nə etməyinizə ehtiyac yoxdur.',
  codeText: '{code} – {requester} üçün kodunuz. Onu heç kimə deməyin.',
  linkSubject: '{requester}: bu cihazda davam edin',
  linkMail:
    'Başqa cihazda davam etmək istədiniz. Orada bu keçidi açın:\n\n{link}\n\nO, bir saat ərzində bir dəfə işləyir. Bunu istəməmisinizsə, açmayın.',
  linkText: '{requester}: burada davam edin: {link}',
} satisfies MessageWords;
