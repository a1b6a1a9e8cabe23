import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Vaša koda za {requester}',
  codeMail:
    'Vaša koda je {code}\n\nVnesite jo na strani {requester}, ki jo je zahtevala. Velja {minutes} min.\n\nNikomur je ne povejte, niti po telefonu. Če kode niste zahtevali, vam ni treba storiti ničesar.',
  codeText: '{code} je vaša koda za {requester}. Nikomur je ne povejte.',
  linkSubject: '{requester}: nadaljujte v tej napravi',
  linkMail:
    'Želeli ste nadaljevati v drugi napravi. Tam odprite to povezavo:\n\n{link}\n\nDeluje enkrat, v eni uri. Če je niste zahtevali, je ne odpirajte.',
  linkText: '{requester}: nadaljujte tukaj: {link}',
} satisfies MessageWords;
