import type en from '../en/problems.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  blurry: 'La photo était floue. Ne bougez pas et laissez la caméra faire la mise au point.',
  glare: 'Un reflet cachait une partie du document. Inclinez-le un peu ou éloignez-vous de la lampe.',
  too_dark: 'La photo était trop sombre. Trouvez un endroit plus clair ou allumez une lumière.',
  too_bright: 'La photo était trop claire. Éloignez-vous de la lumière directe.',
  cut_off: 'Une partie du document était coupée. Gardez les quatre coins dans le cadre.',
  too_small: 'Le document était trop loin. Rapprochez-vous jusqu’à remplir le cadre.',
  no_document: 'Nous n’avons trouvé aucun document sur la photo. Gardez les quatre coins dans le cadre.',
  wrong_side: 'C’était l’autre côté du document. Retournez votre document.',
  same_side_twice: 'Les deux photos montrent le même côté. Retournez le document pour la seconde.',
  unreadable: 'Nous n’avons pas pu lire le texte. Il doit être net et rien ne doit le couvrir.',
  mrz_not_found: 'Nous n’avons pas trouvé les lignes de lettres et de signes « < ». Elles doivent être sur la photo.',
  barcode_not_found: 'Nous n’avons pas trouvé le code-barres au verso. Il doit être net et entier.',
  inconsistent: 'Les informations du document ne concordent pas. Veuillez en utiliser un autre.',
  expired: 'Ce document a expiré. Veuillez en utiliser un encore valable.',
  type_not_accepted: 'Ce type de document n’est pas accepté ici. Veuillez en utiliser un autre.',
  country_not_accepted: 'Les documents de ce pays ne sont pas acceptés ici. Veuillez en utiliser un autre.',
  underage: 'Vous n’avez pas l’âge requis pour cela.',
  no_face: 'Nous n’avons pas bien vu votre visage. Regardez droit vers la caméra, le visage éclairé.',
  several_faces: 'Il y avait plus d’un visage. Veuillez être seul devant la caméra.',
  face_covered: 'Quelque chose couvrait votre visage. Retirez lunettes de soleil, masque ou chapeau.',
  no_match:
    'Votre visage et la photo du document ne correspondent pas. Utilisez votre propre document et un bon éclairage.',
  not_live:
    'Nous n’avons pas pu être sûrs que c’était vous, en direct. Tenez l’appareil immobile et tournez la tête comme indiqué.',
  too_slow: 'Cela a pris trop de temps, nous recommençons. Prenez votre temps ; rien n’est perdu.',
  file_damaged: 'Le fichier n’a pas pu être ouvert. Choisissez-en un autre ou prenez une photo.',
  file_unsupported: 'Ce type de fichier ne convient pas. Choisissez un JPEG, PNG, HEIC, WebP, TIFF ou PDF.',
  file_too_large: 'Le fichier est trop volumineux. Il peut faire 20 MB au plus.',
  engine_unavailable: 'Notre contrôle a eu un raté ; votre photo était bonne. Veuillez l’envoyer encore une fois.',
  proof_too_old: 'Ce document est trop ancien. Veuillez en utiliser un plus récent.',
  proof_no_date: 'Nous n’avons pas trouvé la date. Envoyez la page qui indique quand il a été établi.',
  proof_no_name: 'Nous n’y avons trouvé aucun nom. Envoyez la page avec votre nom et votre adresse.',
  proof_no_address: 'Nous n’y avons trouvé aucune adresse. Envoyez la page avec votre nom et votre adresse.',
  proof_other_name: 'Le nom n’est pas celui que vous avez indiqué. Utilisez un document à votre nom.',
  proof_other_address:
    'L’adresse n’est pas celle que vous avez indiquée. Utilisez un document qui montre où vous vivez maintenant.',
  proof_changed: 'Le fichier a été modifié après sa création. Envoyez-le tel que vous l’avez reçu.',
  details_not_confirmed:
    'Nous n’avons pas pu confirmer vos informations. Vérifiez que nom, date de naissance et adresse sont écrits comme sur vos documents.',
  not_confirmed: 'Nous n’avons pas pu confirmer votre numéro ou votre adresse e-mail par un code.',
  file_unusual:
    'Ce fichier est enregistré d’une manière inhabituelle. Prenez une photo ou enregistrez-le en JPEG ordinaire.',
  portrait_not_found:
    'Nous n’avons pas trouvé la photo du visage sur le document. Elle doit être nette et rien ne doit la couvrir.',
  original_needed: 'Il nous faut une photo du document lui-même, pas d’un écran, d’une copie ou d’une image retouchée.',
} satisfies Translated<typeof en>;
