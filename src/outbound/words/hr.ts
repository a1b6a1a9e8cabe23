import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Vaš kod za {requester}',
  codeMail:
    'Vaš je kod {code}\n\nUpišite ga na stranici koja ga je zatražila ({requester}). Vrijedi {minutes} min.\n\nNemojte ga nikome reći, ni telefonom. Ako niste tražili kod, ne morate ništa učiniti.',
  codeText: '{code} je vaš kod za {requester}. Nemojte ga nikome reći.',
  linkSubject: '{requester}: nastavite na ovom uređaju',
  linkMail:
    'Zatražili ste nastavak na drugom uređaju. Tamo otvorite ovu poveznicu:\n\n{link}\n\nRadi jednom, unutar jednog sata. Ako je niste zatražili, nemojte je otvarati.',
  linkText: '{requester}: nastavite ovdje: {link}',
} satisfies MessageWords;
