import type {MessageWords} from './en.ts';

export default {
  codeSubject: '{requester} için kodunuz',
  codeMail:
    'Kodunuz: {code}\n\nBunu isteyen {requester} sayfasına yazın. {minutes} dakika geçerlidir.\n\nKimseye söylemeyin, telefonda bile. Kod istemediyseniz bir şey yapmanız gerekmez.',
  codeText: '{code}, {requester} için kodunuz. Kimseye söylemeyin.',
  linkSubject: '{requester} ile bu cihazda devam edin',
  linkMail:
    'Başka bir cihazda devam etmek istediniz. Orada bu bağlantıyı açın:\n\n{link}\n\nBir saat içinde bir kez çalışır. Bunu siz istemediyseniz açmayın.',
  linkText: '{requester}: buradan devam edin: {link}',
} satisfies MessageWords;
