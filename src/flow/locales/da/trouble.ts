import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'Noget gik galt',
  errorText: 'Det er ikke din skyld. Det, du har gjort indtil nu, er gemt. Prøv igen.',
  errorNetworkTitle: 'Ingen forbindelse',
  errorNetworkText:
    'Vi kunne ikke nå vores server. Kontrollér forbindelsen, og prøv igen; det, du har gjort indtil nu, er gemt.',
  errorSessionTitle: 'Din session er slut',
  errorSessionText:
    'Den slutter efter et stykke tid uden aktivitet for at beskytte dine data. Gå tilbage til, hvor du kom fra, og åbn den igen: Du fortsætter, hvor du slap.',
  errorLinkTitle: 'Linket er allerede brugt',
  errorLinkText: 'Et link virker én gang og i begrænset tid. Bed om et nyt der, hvor du fik dette.',
  errorVersionTitle: 'Genindlæs siden',
  errorVersionText: 'Siden, du kom fra, bruger en ældre version. Genindlæs den, og prøv igen.',
  errorConfigTitle: 'Bekræftelsen kan ikke åbnes',
  errorConfigText: 'Der mangler noget i den måde, den blev åbnet på. Sig det til dem, der sendte dig hertil.',
  errorInactiveTitle: 'Bekræftelsen er ikke tilgængelig',
  errorInactiveText: 'Den er slået fra af dem, der driver den. Spørg dem, hvad du skal gøre.',
  errorBusyTitle: 'For mange forsøg',
  errorBusyText: 'Vent et øjeblik, og prøv så igen.',
  errorOpenTitle: 'Åbn den der, hvor du begyndte',
  errorOpenText:
    'Bekræftelsen er allerede begyndt. Gå tilbage til, hvor du startede den, og åbn den derfra: Du fortsætter, hvor du slap.',
  details: 'Oplysninger til support',
  leftTitle: 'Du har forladt bekræftelsen',
  leftText: 'Intet er gået tabt. Du kan fortsætte nu eller komme tilbage senere.',
  leftContinue: 'Fortsæt',
} satisfies Translated<typeof en>;
