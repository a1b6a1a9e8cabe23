import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Kod anda untuk {requester}',
  codeMail:
    'Kod anda ialah {code}\n\nTaipkannya pada halaman {requester} yang memintanya. Kod sah selama {minutes} minit.\n\nJangan beritahu sesiapa, walaupun melalui telefon. Jika anda tidak meminta kod, anda tidak perlu berbuat apa-apa.',
  codeText: '{code} ialah kod anda untuk {requester}. Jangan beritahu sesiapa.',
  linkSubject: 'Teruskan dengan {requester} pada peranti ini',
  linkMail:
    'Anda meminta untuk meneruskan pada peranti lain. Buka pautan ini di sana:\n\n{link}\n\nPautan boleh digunakan sekali, dalam masa sejam. Jika anda tidak memintanya, jangan buka.',
  linkText: '{requester}: teruskan di sini: {link}',
} satisfies MessageWords;
