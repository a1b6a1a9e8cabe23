import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Din kode til {requester}',
  codeMail:
    'Din kode er {code}\n\nIndtast den på siden hos {requester}, der bad om den. Den virker i {minutes} minutter.\n\nGiv den ikke til nogen, heller ikke i telefonen. Hvis du ikke har bedt om en kode, behøver du ikke gøre noget.',
  codeText: '{code} er din kode til {requester}. Giv den ikke til nogen.',
  linkSubject: 'Fortsæt med {requester} på denne enhed',
  linkMail:
    'Du har bedt om at fortsætte på en anden enhed. Åbn dette link der:\n\n{link}\n\nDet virker én gang, inden for en time. Hvis du ikke har bedt om det, så åbn det ikke.',
  linkText: '{requester}: fortsæt her: {link}',
} satisfies MessageWords;
