import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Képeket az arcáról. Az arcát lemérjük: számokat képzünk belőle, amelyek megkülönböztetik más arcoktól.',
  phone: 'A telefonszámát és az oda küldött kódot.',
  email: 'Az e-mail-címét és az oda küldött kódot.',
  answers: 'Amit a következő oldalakon beír vagy hozzáad.',
  records: 'Amit az általunk átnézett nyilvántartások Önről tartalmaznak.',
  whyFace: 'Hogy ellenőrizzük: most valóban Ön van itt.',
  whyGiven: 'Hogy ellenőrizzük: amit megad, helyes és az Öné.',
  startText: '{requester} arra kéri, hogy erősítsen meg néhány adatot. Körülbelül két percig tart.',
  startPrivate: 'Az adatokat titkosítva küldjük, és csak ehhez az ellenőrzéshez használjuk',
  papers: 'Egy levelet, számlát vagy más iratot és a rajta szereplő adatokat.',
} satisfies Translated<typeof en>;
