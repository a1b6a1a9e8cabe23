import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Votre code pour {requester}',
  codeMail:
    'Votre code est {code}\n\nSaisissez-le sur la page de {requester} qui l’a demandé. Il est valable {minutes} minutes.\n\nNe le donnez à personne, même au téléphone. Si vous n’avez pas demandé de code, vous n’avez rien à faire.',
  codeText: '{code} est votre code pour {requester}. Ne le donnez à personne.',
  linkSubject: 'Continuer avec {requester} sur cet appareil',
  linkMail:
    'Vous avez demandé à continuer sur un autre appareil. Ouvrez-y ce lien :\n\n{link}\n\nIl fonctionne une fois, pendant une heure. Si vous ne l’avez pas demandé, ne l’ouvrez pas.',
  linkText: '{requester} : continuez ici : {link}',
} satisfies MessageWords;
