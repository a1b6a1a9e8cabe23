import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Uw code voor {requester}',
  codeMail:
    'Uw code is {code}\n\nVoer hem in op de pagina van {requester} die erom vroeg. Hij werkt {minutes} minuten.\n\nGeef hem aan niemand door, ook niet aan de telefoon. Hebt u geen code aangevraagd, dan hoeft u niets te doen.',
  codeText: '{code} is uw code voor {requester}. Geef hem aan niemand door.',
  linkSubject: 'Verder met {requester} op dit apparaat',
  linkMail:
    'U wilde verdergaan op een ander apparaat. Open daar deze link:\n\n{link}\n\nHij werkt één keer, binnen een uur. Hebt u dit niet gevraagd, open hem dan niet.',
  linkText: '{requester}: ga hier verder: {link}',
} satisfies MessageWords;
