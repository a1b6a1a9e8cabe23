import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Jūsų veido vaizdus. Veidas išmatuojamas: gaunami skaičiai, kuriais jis skiriasi nuo kitų veidų.',
  whatPhone: 'Jūsų telefono numerį ir kodą, kurį į jį gausite.',
  whatEmail: 'Jūsų el. pašto adresą ir kodą, kurį į jį gausite.',
  whatAnswers: 'Tai, ką įvesite ar pridėsite kituose puslapiuose.',
  whatRecords: 'Tai, ką apie jus sako registrai, kuriuose ieškome.',
  whyFace: 'Kad patikrintume, ar dabar čia tikrai jūs.',
  whyGiven: 'Kad patikrintume, ar tai, ką pateikiate, teisinga ir jūsų.',
  startText: '{requester} prašo patvirtinti kelis duomenis. Tai trunka apie dvi minutes.',
  startPrivate: 'Jūsų duomenys siunčiami užšifruoti ir naudojami tik šiai patikrai',
  whatPapers: 'Laišką, sąskaitą ar kitą popierių ir jame išspausdintus duomenis.',
} satisfies Translated<typeof en>;
