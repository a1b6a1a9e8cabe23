import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Il tuo codice per {requester}',
  codeMail:
    'Il tuo codice è {code}\n\nInseriscilo nella pagina di {requester} che lo ha chiesto. Vale {minutes} minuti.\n\nNon dirlo a nessuno, nemmeno al telefono. Se non hai chiesto un codice, non devi fare nulla.',
  codeText: '{code} è il tuo codice per {requester}. Non dirlo a nessuno.',
  linkSubject: 'Continua con {requester} su questo dispositivo',
  linkMail:
    'Hai chiesto di continuare su un altro dispositivo. Apri lì questo link:\n\n{link}\n\nFunziona una volta, entro un’ora. Se non l’hai chiesto, non aprirlo.',
  linkText: '{requester}: continua qui: {link}',
} satisfies MessageWords;
