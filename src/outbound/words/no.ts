import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Koden din for {requester}',
  codeMail:
    'Koden din er {code}\n\nSkriv den inn på siden hos {requester} som ba om den. Den virker i {minutes} minutter.\n\nIkke gi den til noen, heller ikke på telefon. Hvis du ikke har bedt om en kode, trenger du ikke å gjøre noe.',
  codeText: '{code} er koden din for {requester}. Ikke gi den til noen.',
  linkSubject: 'Fortsett med {requester} på denne enheten',
  linkMail:
    'Du ba om å fortsette på en annen enhet. Åpne denne lenken der:\n\n{link}\n\nDen virker én gang, innen en time. Hvis du ikke ba om den, må du ikke åpne den.',
  linkText: '{requester}: fortsett her: {link}',
} satisfies MessageWords;
