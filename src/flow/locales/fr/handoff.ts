import type en from '../en/handoff.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Continuer sur votre téléphone',
  titleElsewhere: 'Continuer sur un autre appareil',
  text: 'Dirigez l’appareil photo de votre téléphone vers ce code. Ce que vous avez fait est conservé.',
  textElsewhere:
    'Ouvrez ce lien dans un autre navigateur ou sur un autre appareil. Ce que vous avez fait est conservé.',
  codeAlt: 'Code QR qui ouvre cette vérification sur votre téléphone',
  preparing: 'Le code est en préparation',
  link: 'Ou ouvrez ce lien là-bas',
  copy: 'Copier le lien',
  copied: 'Copié',
  expires: 'Le lien fonctionne une fois, pendant une heure.',
  another: 'Créer un nouveau code',
  here: 'Continuer plutôt ici',
  byEmail: 'Votre adresse e-mail',
  bySms: 'Votre numéro de portable, avec l’indicatif du pays',
  send: 'Envoyer le lien',
  sent: 'Le lien est en route.',
  sendWrong: 'Nous ne pouvons pas l’envoyer là. Vérifiez ce que vous avez saisi.',
  joinedTitle: 'Votre téléphone est connecté',
  joinedText: 'Continuez là-bas. Cette page suit d’elle-même et rien n’est perdu si vous la fermez.',
  joinedAt: 'Connecté à {time}',
  refuse: 'Ce n’était pas moi',
  refused: 'Cet appareil ne peut plus rien faire. Voici un nouveau code.',
  inAppTitle: 'Ouvrez ceci dans votre navigateur',
  inAppText:
    'L’application où vous êtes ne permet pas aux pages d’utiliser la caméra. Copiez le lien et ouvrez-le dans votre navigateur, ou envoyez une photo.',
  inAppOpen: 'Ouvrir dans le navigateur',
} satisfies Translated<typeof en>;
