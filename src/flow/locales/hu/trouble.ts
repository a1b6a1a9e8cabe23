import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'Valami nem sikerült',
  errorText: 'Nem az Ön hibája. Amit eddig elvégzett, megmarad. Kérjük, próbálja újra.',
  errorNetworkTitle: 'Nincs kapcsolat',
  errorNetworkText:
    'Nem értük el a szerverünket. Ellenőrizze a kapcsolatot, és próbálja újra; amit eddig elvégzett, megmarad.',
  errorSessionTitle: 'A munkamenet véget ért',
  errorSessionText:
    'Adatai védelmében egy idő után tevékenység nélkül véget ér. Térjen vissza oda, ahonnan érkezett, és nyissa meg újra: onnan folytatja, ahol abbahagyta.',
  errorLinkTitle: 'Ezt a linket már használták',
  errorLinkText: 'Egy link egyszer és korlátozott ideig működik. Kérjen újat ott, ahol ezt kapta.',
  errorVersionTitle: 'Kérjük, töltse újra az oldalt',
  errorVersionText: 'Az oldal, ahonnan érkezett, régebbi verziót használ. Töltse újra, és próbálja meg ismét.',
  errorConfigTitle: 'Ez az azonosítás nem nyitható meg',
  errorConfigText: 'Valami hiányzik a megnyitás módjából. Kérjük, jelezze azoknak, akik ide küldték.',
  errorInactiveTitle: 'Ez az azonosítás nem érhető el',
  errorInactiveText: 'Az üzemeltetői kikapcsolták. Kérjük, tőlük kérdezze meg, mi a teendő.',
  errorBusyTitle: 'Túl sok próbálkozás',
  errorBusyText: 'Kérjük, várjon egy kicsit, majd próbálja újra.',
  errorOpenTitle: 'Onnan nyissa meg, ahol elkezdte',
  errorOpenText:
    'Ez az azonosítás már elkezdődött. Térjen vissza oda, ahol elkezdte, és onnan nyissa meg: ott folytatja, ahol abbahagyta.',
  details: 'Részletek az ügyfélszolgálatnak',
  leftTitle: 'Kilépett az azonosításból',
  leftText: 'Semmi sem veszett el. Folytathatja most, vagy visszatérhet később.',
  leftContinue: 'Folytatás',
} satisfies Translated<typeof en>;
