import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'Jokin meni vikaan',
  errorText: 'Tämä ei johdu teistä. Tähän asti tekemänne on tallessa. Yrittäkää uudelleen.',
  errorNetworkTitle: 'Ei yhteyttä',
  errorNetworkText:
    'Emme saaneet yhteyttä palvelimeemme. Tarkistakaa yhteys ja yrittäkää uudelleen; tähän asti tekemänne on tallessa.',
  errorSessionTitle: 'Istuntonne on päättynyt',
  errorSessionText:
    'Istunto päättyy, kun mitään ei tapahdu hetkeen, jotta tietonne pysyvät turvassa. Palatkaa sinne, mistä tulitte, ja avatkaa se uudelleen: jatkatte siitä, mihin jäitte.',
  errorLinkTitle: 'Tämä linkki on jo käytetty',
  errorLinkText: 'Linkki toimii kerran ja rajoitetun ajan. Pyytäkää uusi sieltä, mistä saitte tämän.',
  errorVersionTitle: 'Ladatkaa sivu uudelleen',
  errorVersionText: 'Sivu, jolta tulitte, käyttää vanhempaa versiota. Ladatkaa se uudelleen ja yrittäkää sitten.',
  errorConfigTitle: 'Tätä vahvistusta ei voi avata',
  errorConfigText: 'Avaamistavasta puuttuu jotakin. Kertokaa siitä niille, jotka ohjasivat teidät tänne.',
  errorInactiveTitle: 'Tämä vahvistus ei ole käytettävissä',
  errorInactiveText: 'Sen ylläpitäjät ovat poistaneet sen käytöstä. Kysykää heiltä, mitä tehdä.',
  errorBusyTitle: 'Liian monta yritystä',
  errorBusyText: 'Odottakaa hetki ja yrittäkää sitten uudelleen.',
  errorOpenTitle: 'Avatkaa se sieltä, mistä aloititte',
  errorOpenText:
    'Tämä vahvistus on jo aloitettu. Palatkaa sinne, missä aloititte, ja avatkaa se sieltä: jatkatte siitä, mihin jäitte.',
  details: 'Tietoja tukea varten',
  leftTitle: 'Poistuitte vahvistuksesta',
  leftText: 'Mitään ei ole kadonnut. Voitte jatkaa nyt tai palata myöhemmin.',
  leftContinue: 'Jatka',
} satisfies Translated<typeof en>;
